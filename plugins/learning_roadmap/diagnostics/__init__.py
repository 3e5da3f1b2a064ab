"""What is wrong with an input, and what to do about it."""

from learning_roadmap.diagnostics.findings import Findings
from learning_roadmap.diagnostics.formats import FORMATS, as_markdown
from learning_roadmap.diagnostics.markdown import ROOM, fitting
from learning_roadmap.diagnostics.problem import (
    Edit,
    EntryField,
    FormAnswer,
    Invalid,
    Option,
    PartlyWritten,
    Place,
    Problem,
    ProblemsFound,
    escaped,
    excerpt,
    in_json,
    printable,
    visible,
)
from learning_roadmap.diagnostics.report import Paint, as_report, plain, rule_page
from learning_roadmap.diagnostics.rules import FAMILIES, RULES, Severity, is_error, rule_of
from learning_roadmap.diagnostics.source_lines import width_at
from learning_roadmap.diagnostics.suggest import did_you_mean, nearest

__all__ = [
    "FAMILIES",
    "FORMATS",
    "ROOM",
    "RULES",
    "Edit",
    "EntryField",
    "Findings",
    "FormAnswer",
    "Invalid",
    "Option",
    "Paint",
    "PartlyWritten",
    "Place",
    "Problem",
    "ProblemsFound",
    "Severity",
    "as_markdown",
    "as_report",
    "did_you_mean",
    "escaped",
    "excerpt",
    "fitting",
    "in_json",
    "is_error",
    "nearest",
    "plain",
    "printable",
    "rule_of",
    "rule_page",
    "visible",
    "width_at",
]
