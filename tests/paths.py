"""Paths of the repository that tests use."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# A project that stays as it is, whatever becomes of the content: the five documents, the roadmap they were merged into, two pages.
PROJECT = ROOT / "tests" / "data" / "project"
SOURCES = PROJECT / "content" / "sources"
DATA = PROJECT / "content" / "roadmap.yml"
# The same of two documents, cut down to what commands that change the data need: the time of many tests goes with the size of the file.
EXAMPLE = ROOT / "tests" / "data" / "example"
EXAMPLE_DATA = EXAMPLE / "content" / "roadmap.yml"
# A field of thirty topics and ten prerequisites, which no document is about.
GUITAR = ROOT / "tests" / "data" / "guitar"
GUITAR_DATA = GUITAR / "content" / "roadmap.yml"
# Of a few lines, with every kind of entry.
SMALL = ROOT / "tests" / "data" / "small.yml"
DOCUMENTS = {
    "complete-ai-engineer": 506,
    "deep-learning-engineer": 51,
    "deep-learning": 63,
    "ai-ml-engineer": 63,
    "machine-learning-engineer": 46,
}
