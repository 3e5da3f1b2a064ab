"""Do the addresses of a roadmap still answer? The one part of the engine that asks other sites for anything."""

from mkdocs_roadmap.links.asking import Answer, Verdict, ask
from mkdocs_roadmap.links.looking import Link, links_of, look

__all__ = ["Answer", "Link", "Verdict", "ask", "links_of", "look"]
