"""A new project for any field: its files, and the words that differ from project to project."""

from mkdocs_roadmap.starter.project import Wishes, new_project
from mkdocs_roadmap.starter.writing import undone_on_failure

__all__ = ["Wishes", "new_project", "undone_on_failure"]
