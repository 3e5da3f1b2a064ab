"""The plain docs tree: Markdown that any generator can build without this plugin. Works without MkDocs."""

from learning_roadmap.export.folder import Target
from learning_roadmap.export.site_config import SiteConfig, read_site_config
from learning_roadmap.export.tree import export_tree

__all__ = [
    "SiteConfig",
    "Target",
    "export_tree",
    "read_site_config",
]
