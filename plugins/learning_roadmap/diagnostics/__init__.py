"""What is wrong with an input, and what to do about it."""

from learning_roadmap.diagnostics.findings import Findings
from learning_roadmap.diagnostics.formats import FORMATS
from learning_roadmap.diagnostics.markdown import ROOM, fitting
from learning_roadmap.diagnostics.problem import Problem, ProblemsFound, escaped, excerpt, in_json, printable, visible
from learning_roadmap.diagnostics.rules import FAMILIES, RULES, is_error, rule_of

__all__ = [
    "FAMILIES",
    "FORMATS",
    "ROOM",
    "RULES",
    "Findings",
    "Problem",
    "ProblemsFound",
    "escaped",
    "excerpt",
    "fitting",
    "in_json",
    "is_error",
    "printable",
    "rule_of",
    "visible",
]
