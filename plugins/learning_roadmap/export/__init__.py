"""The plain docs tree: Markdown that any generator can build, without a plugin of ours. Knows no MkDocs."""

from learning_roadmap.export.folder import Target
from learning_roadmap.export.site_config import Given, read_given
from learning_roadmap.export.tree import export_tree

__all__ = [
    "Given",
    "Target",
    "export_tree",
    "read_given",
]
