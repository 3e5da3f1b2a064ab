"""The project around the data file: its list of documents and its paths."""

from learning_roadmap.project.manifest import MANIFEST, Listed, Source, find_sources, read_manifest
from learning_roadmap.project.paths import is_inside, not_a_folder, realpath

__all__ = [
    "MANIFEST",
    "Listed",
    "Source",
    "find_sources",
    "is_inside",
    "not_a_folder",
    "read_manifest",
    "realpath",
]
