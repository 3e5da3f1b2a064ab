"""What a build computes and the next one can use again."""

from learning_roadmap.cache.load_cached import LoadedRoadmap, load_cached
from learning_roadmap.cache.memory import return_memory
from learning_roadmap.cache.new_process import call_in_new_process
from learning_roadmap.cache.piecewise import ReadPieces
from learning_roadmap.cache.second_process import second_process
from learning_roadmap.cache.store import SWITCH, Cache, cache_of, code_key, files_key, key_of

__all__ = [
    "SWITCH",
    "Cache",
    "LoadedRoadmap",
    "ReadPieces",
    "cache_of",
    "call_in_new_process",
    "code_key",
    "files_key",
    "key_of",
    "load_cached",
    "return_memory",
    "second_process",
]
