"""`python -m learning_roadmap` is the command `roadmap`."""

from learning_roadmap.cli.main import main

main(prog_name="roadmap")
