"""The plain docs tree: Markdown that any generator can build, without a plugin of ours. Knows no MkDocs."""

from mkdocs_roadmap.export.folder import Target
from mkdocs_roadmap.export.given import Given, read_given
from mkdocs_roadmap.export.tree import export_tree

__all__ = ["Given", "Target", "export_tree", "read_given"]
