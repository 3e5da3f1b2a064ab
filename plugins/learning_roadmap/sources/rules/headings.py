"""Rules for headings: titles, phases, levels, and the kinds of the lines below them."""

import re

from learning_roadmap.model import UNITS
from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.sources.blocks import Style
from learning_roadmap.sources.line import Line
from learning_roadmap.sources.rule import RuleList, Step
from learning_roadmap.sources.rules.labels import OPTIONAL, is_label, without_colon

HEADING_RULES = RuleList()
UNIT_WORDS = {
    "phase": Kind.PHASE, "stage": Kind.PHASE, "level": Kind.PHASE, "part": Kind.PHASE, "module": Kind.PHASE,
    "step": Kind.STEP, "month": Kind.MONTH, "week": Kind.WEEK,
}  # fmt: skip
UNIT = re.compile(rf"(?:(final)\s+)?({'|'.join(UNIT_WORDS)})(?:\s+(\d{{1,4}}|[ivx]{{1,6}}))?\s*[:.–—-]\s*(?=\S)", re.IGNORECASE)
LEVEL_NAMES = r"(?:absolute\s+)?(?:beginner|intermediate|advanced|expert|novice)s?(?:\s*(?:to|-|–|/)\s*(?:intermediate|advanced|expert)s?)?"
LEVEL = re.compile(rf"(?<=\S)\s*\(({LEVEL_NAMES})\)\s*$", re.IGNORECASE)
# The kind of items below a heading of each kind.
PARTS = {Kind.MILESTONE: Kind.MILESTONE_GOAL, Kind.ROUTINE: Kind.ROUTINE_ITEM, Kind.FORM: Kind.FORM_FIELD, Kind.LABEL: Kind.TOOL}


@HEADING_RULES.line(Step.READ, Style.HEADING, Style.ITEM, example="## Big data (optional but useful)")
def optional(line: Line) -> None:
    """`(Optional)` at the end marks what is optional. The mark stays in the words, because it may say more."""
    line.node.optional = bool(OPTIONAL.search(line.text))


@HEADING_RULES.line(Step.READ, Style.HEADING, example="## Foundations (Beginner to Advanced)")
def level(line: Line) -> None:
    """A level in parentheses at the end of a heading is the level of what it holds."""
    if match := LEVEL.search(line.text):
        line.node.level, line.text = match[1], line.text[: match.start()]


@HEADING_RULES.line(Step.READ, Style.HEADING, example="# Machine learning")
def document_title(line: Line) -> bool:
    """The first heading above all lists is the title of the document, if it is the first line or of level 1."""
    outline = line.outline
    if outline.title is not None or not (line.block.depth == 1 or line.is_first) or any(node.is_list_item for node in outline.walk()):
        return False
    outline.title, outline.level = line.text, line.node.level
    line.node.kind, line.node.rank = Kind.TITLE, None
    return True


@HEADING_RULES.line(Step.READ, Style.HEADING, example="## Phase 3: Deep learning")
def unit(line: Line) -> None:
    """`Phase 3:`, `Week 5:` or `Final step:` in front of a heading makes it a phase, week, month or step."""
    match = UNIT.match(line.text)
    if match and (count := match[1] or match[3]):
        line.node.kind, line.node.number, line.text = UNIT_WORDS[match[2].lower()], count.lower(), line.text[match.end() :]


@HEADING_RULES.line(Step.READ, Style.HEADING, example="## Projects")
def list_heading(line: Line) -> None:
    """A heading may say what the items under it are: see the rules for lists."""
    line.node.list_kind = line.list_kind_of(OPTIONAL.sub("", line.text))


@HEADING_RULES.line(Step.READ, Style.HEADING, example="### Morning (1-2 hours)")
def part_of_group(line: Line) -> None:
    """A heading inside milestones, a routine, a form or resources holds the same items as these."""
    if line.node.list_kind is None and line.inherited in PARTS:
        line.node.list_kind = line.inherited
    if line.node.kind is Kind.SECTION and line.inherited in (Kind.MILESTONE, Kind.ROUTINE, Kind.FORM) and not is_label(line.text):
        line.node.kind = line.inherited


@HEADING_RULES.line(Step.READ, Style.HEADING, example="### Key concepts:")
def label_heading(line: Line) -> bool:
    """A heading that ends with a colon is a label."""
    if line.node.kind is not Kind.SECTION or not is_label(line.text):
        return False
    line.node.kind, line.text = Kind.LABEL, without_colon(line.text)
    return True


@HEADING_RULES.line(Step.READ, Style.HEADING, example="## Target outcome: AI engineer")
def outcome_heading(line: Line) -> None:
    """A heading that names an outcome is one."""
    if line.node.kind not in UNITS and line.node.list_kind is Kind.OUTCOME:
        line.node.kind = Kind.OUTCOME
