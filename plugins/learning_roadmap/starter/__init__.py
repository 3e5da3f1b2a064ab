"""A new project for any field, or a roadmap for an existing site."""

from learning_roadmap.starter.existing_site import NotSafe, site_file, with_roadmap
from learning_roadmap.starter.new_project import SAMPLE, ProjectOptions, kept_files, new_project
from learning_roadmap.starter.requirement import requirement_warning
from learning_roadmap.starter.rollback import undone_on_failure

__all__ = [
    "SAMPLE",
    "NotSafe",
    "ProjectOptions",
    "kept_files",
    "new_project",
    "requirement_warning",
    "site_file",
    "undone_on_failure",
    "with_roadmap",
]
