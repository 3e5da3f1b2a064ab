"""The data file: YAML text to a roadmap and back, with positions and nothing lost."""

from learning_roadmap.datafile.load import DataFile, load, parse

__all__ = ["DataFile", "load", "parse"]
