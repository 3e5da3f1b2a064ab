"""Do the addresses of a roadmap still answer? The one part of the engine that asks other sites for anything."""

from learning_roadmap.linkcheck.check import Link, links_of, look
from learning_roadmap.linkcheck.http import Answer, Verdict, ask

__all__ = [
    "Answer",
    "Link",
    "Verdict",
    "ask",
    "links_of",
    "look",
]
