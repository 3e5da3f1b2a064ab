"""What is wrong with an input, and what to do about it."""

from learning_roadmap.diagnostics.findings import Findings
from learning_roadmap.diagnostics.formats import FORMATS, as_markdown
from learning_roadmap.diagnostics.markdown import ROOM, fitting
from learning_roadmap.diagnostics.problem import (
    EntryField,
    FormAnswer,
    Invalid,
    Option,
    Place,
    Problem,
    ProblemsFound,
    escaped,
    excerpt,
    in_json,
    printable,
    visible,
)
from learning_roadmap.diagnostics.rules import FAMILIES, RULES, is_error, rule_of
from learning_roadmap.diagnostics.suggest import did_you_mean, nearest

__all__ = [
    "FAMILIES",
    "FORMATS",
    "ROOM",
    "RULES",
    "EntryField",
    "Findings",
    "FormAnswer",
    "Invalid",
    "Option",
    "Place",
    "Problem",
    "ProblemsFound",
    "as_markdown",
    "did_you_mean",
    "escaped",
    "excerpt",
    "fitting",
    "in_json",
    "is_error",
    "nearest",
    "printable",
    "rule_of",
    "visible",
]
