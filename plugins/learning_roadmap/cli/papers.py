"""`roadmap papers`: the papers for reference managers."""

from pathlib import Path

import click

from learning_roadmap.cli.common import data_option, load_data, reporting_errors, say
from learning_roadmap.pages import bibtex, csl_json

FORMATS = {"bibtex": bibtex, "csl": csl_json}


@click.command()
@data_option
@click.option("--format", "style", type=click.Choice(sorted(FORMATS)), default="bibtex", show_default=True, help="Output format.")
def papers(data: Path, style: str) -> None:
    """Print the papers as BibTeX or CSL-JSON."""
    with reporting_errors(writes=False):
        say(FORMATS[style](load_data(data).roadmap).removesuffix("\n"))
