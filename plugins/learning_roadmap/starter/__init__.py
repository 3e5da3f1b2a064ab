"""A new project for any field: its files, and the words that differ from project to project."""

from learning_roadmap.starter.new_project import SAMPLE, ProjectOptions, new_project
from learning_roadmap.starter.writing import undone_on_failure

__all__ = [
    "SAMPLE",
    "ProjectOptions",
    "new_project",
    "undone_on_failure",
]
