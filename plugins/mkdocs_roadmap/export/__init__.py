"""The plain docs tree: Markdown that any generator can build, without a plugin of ours. Knows no MkDocs."""

from mkdocs_roadmap.export.folder import Target
from mkdocs_roadmap.export.tree import export_tree

__all__ = ["Target", "export_tree"]
