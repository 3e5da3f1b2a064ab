"""A new project for any field: its files, filled in for the project."""

from learning_roadmap.starter.new_project import SAMPLE, ProjectOptions, new_project
from learning_roadmap.starter.requirement import requirement_warning
from learning_roadmap.starter.rollback import undone_on_failure

__all__ = [
    "SAMPLE",
    "ProjectOptions",
    "new_project",
    "requirement_warning",
    "undone_on_failure",
]
