"""The checks of `roadmap check` beyond loading a file."""

from learning_roadmap.check.base import Base, read_base
from learning_roadmap.check.coverage import uncovered
from learning_roadmap.check.fixes import Fixed, fix
from learning_roadmap.check.run import CheckResult, check, check_data, check_text

__all__ = [
    "Base",
    "CheckResult",
    "Fixed",
    "check",
    "check_data",
    "check_text",
    "fix",
    "read_base",
    "uncovered",
]
