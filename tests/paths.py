"""Where things are."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "content" / "sources"
DATA = ROOT / "content" / "roadmap.yml"
DOCUMENTS = {
    "complete-ai-engineer": 506,
    "deep-learning-engineer": 51,
    "deep-learning": 63,
    "ai-ml-engineer": 63,
    "machine-learning-engineer": 46,
}
