"""`python -m mkdocs_roadmap` is the command `roadmap`."""

from mkdocs_roadmap.cli import main

main(prog_name="roadmap")
