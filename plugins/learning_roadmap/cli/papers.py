"""`roadmap papers`: the papers for reference managers."""

from pathlib import Path

import click

from learning_roadmap.cli.common import load_data, reporting_errors, say
from learning_roadmap.cli.options import data_option, format_option, quiet_option


@click.command()
@data_option
@format_option("bibtex", "csl", "json")
@quiet_option
def papers(data: Path, style: str) -> None:
    """Print the papers as BibTeX or CSL-JSON.

    As JSON, it is CSL-JSON.
    """
    with reporting_errors(writes=False):
        roadmap = load_data(data).roadmap
        from learning_roadmap.pages import bibtex, csl_json

        say((bibtex if style == "bibtex" else csl_json)(roadmap).removesuffix("\n"))
