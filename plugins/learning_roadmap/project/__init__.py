"""The project around the data file: its list of documents, its paths and its cache."""

from learning_roadmap.project.cache import SWITCH, Cache, cache_of, code_key, files_key, key_of
from learning_roadmap.project.load_cached import LoadedRoadmap, load_cached
from learning_roadmap.project.manifest import MANIFEST, Listed, Source, find_sources, read_manifest
from learning_roadmap.project.paths import is_inside, not_a_folder, realpath

__all__ = [
    "MANIFEST",
    "SWITCH",
    "Cache",
    "Listed",
    "LoadedRoadmap",
    "Source",
    "cache_of",
    "code_key",
    "files_key",
    "find_sources",
    "is_inside",
    "key_of",
    "load_cached",
    "not_a_folder",
    "read_manifest",
    "realpath",
]
