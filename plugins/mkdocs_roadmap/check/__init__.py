"""What `roadmap check` looks at: one catalogue of rules, and the rules that are more than loading a file."""

from mkdocs_roadmap.check.base import Base, read_base
from mkdocs_roadmap.check.checking import Findings, check

__all__ = ["Base", "Findings", "check", "read_base"]
