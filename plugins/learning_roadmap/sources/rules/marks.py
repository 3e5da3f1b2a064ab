"""Rules for marks around the text of a line: boxes, numbers, emoji.

These rules are tried several times, because marks can follow one another in any order.
"""

import re
import unicodedata

from learning_roadmap.sources.blocks import Style
from learning_roadmap.sources.line import Line
from learning_roadmap.sources.rule import RuleList, Step

MARK_RULES = RuleList()
STYLES_WITH_WORDS = (Style.HEADING, Style.ITEM, Style.TEXT)

# "[ ]", and what people write in its place.
BOX = re.compile(r"\[[ xX]\]\s*|\[\s?[xX\u2713\u2714\u2717\u2718\u2611\u2705]?\s?\](?:\s+|$)")
OUTLINE_NUMBER = re.compile(r"(\d{1,4}(?:\.\d{1,4}){1,6})\.?\s+(?=\S)|(\d{1,4})[.)]\s+(?=\S)")
KEYCAP = re.compile(r"(?:\d\ufe0f?\u20e3|\d(?=\d{0,3}\ufe0f?\u20e3)){1,4}\s*")


@MARK_RULES.line(Step.MARKS, *STYLES_WITH_WORDS, example="- [ ] Chain rule")
def checkbox(line: Line) -> None:
    """A box in front of the words is no part of them. Nothing is ticked in a document."""
    if match := BOX.match(line.text):
        line.text = line.text[match.end() :]


@MARK_RULES.line(Step.MARKS, *STYLES_WITH_WORDS, example="## 10\ufe0f\u20e3 Ethics")
def keycap_number(line: Line) -> None:
    """Keycaps in front of the words are the number of the line."""
    if match := KEYCAP.match(line.text):
        line.node.number = line.node.number or re.sub(r"\D", "", match.group())
        line.text = line.text[match.end() :]


@MARK_RULES.line(Step.MARKS, *STYLES_WITH_WORDS, example="- 1.1.2 Vectors")
def number(line: Line) -> None:
    """`1.`, `2)` or `1.1.2` in front of the words is the number of the line. `3D` is a word."""
    if match := OUTLINE_NUMBER.match(line.text):
        line.node.number = line.node.number or match[1] or match[2]
        line.text = line.text[match.end() :]


@MARK_RULES.line(Step.MARKS, *STYLES_WITH_WORDS, example="- \u2705 Keep building \U0001f680")
def decoration(line: Line) -> None:
    """Emoji and ticks around the words decorate them."""
    start, end = 0, len(line.text)
    while start < end and _decorates(line.text[start]):
        start += 1
    while end > start and _decorates(line.text[end - 1]):
        end -= 1
    line.text = line.text[start:end] or line.text


def _decorates(character: str) -> bool:
    # The second half of an emoji: variation selector, joiner, skin tone, tag.
    if character in "\ufe0f\u200d" or "\U0001f3fb" <= character <= "\U0001f3ff" or "\U000e0020" <= character <= "\U000e007f":
        return True
    return character.isspace() or unicodedata.category(character) == "So"
