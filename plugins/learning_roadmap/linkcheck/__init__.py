"""Check whether the links of a roadmap still work. Nothing else in this package makes requests to other sites."""

from learning_roadmap.linkcheck.check import Link, check_links, links_of
from learning_roadmap.linkcheck.http import Answer, Verdict, request

__all__ = [
    "Answer",
    "Link",
    "Verdict",
    "check_links",
    "links_of",
    "request",
]
