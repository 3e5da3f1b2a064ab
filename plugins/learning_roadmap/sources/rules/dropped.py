"""Rules for lines without content about the field. They are left out, with a reason."""

import re

from learning_roadmap.sources.blocks import Style
from learning_roadmap.sources.line import Line
from learning_roadmap.sources.rule import RuleList, Step

DROP_RULES = RuleList()
CHAT = re.compile(r"^(would you like|do you want|shall i|should i|let me know|want me to|i hope this)\b.*[?!.]\s*$", re.IGNORECASE)


@DROP_RULES.line(Step.DROP, Style.ITEM, example="- [Phase 1](#phase-1)")
def contents_link(line: Line) -> None:
    """An item that only links to a heading of its own document is a line of the table of contents."""
    if line.block.anchor_only:
        line.drop_reason = "table of contents"


@DROP_RULES.line(Step.DROP, Style.TEXT, example="Would you like a detailed study plan?")
def chat(line: Line) -> None:
    """A question to whoever asked a chat for the document is no part of it."""
    if CHAT.match(line.text):
        line.drop_reason = "question from a chat"


@DROP_RULES.line(Step.DROP, Style.TEXT, example="=== \u2605 ===")
def ornament(line: Line) -> None:
    """A line of text without a letter or digit is an ornament."""
    if not re.search(r"\w", line.text):
        line.drop_reason = "decoration"
