"""`roadmap links`: find addresses that no longer answer."""

import sys
from pathlib import Path

import click

from learning_roadmap.cli.common import data_option, load_data, progress, reporting_errors, say
from learning_roadmap.diagnostics import escaped, fitting, visible
from learning_roadmap.linkcheck import Verdict, check_links, links_of


@click.command()
@data_option
@click.option("--format", "style", type=click.Choice(["text", "markdown"]), default="text", show_default=True, help="Output format.")
def links(data: Path, style: str) -> None:
    """Check every web address in the data file.

    Sends requests over the network. Exit code 1 if an address is dead. Addresses that may only refuse automated requests
    are listed, but do not fail.
    """
    with reporting_errors(writes=False):
        answers = list(check_links(links_of(load_data(data)), progress()))
    show = escaped if style == "markdown" else visible
    bullet = "- " if style == "markdown" else ""
    lines = []
    for verdict in (Verdict.DEAD, Verdict.MOVED, Verdict.UNSURE):
        for link, answer in answers:
            if answer.verdict is verdict:
                place = f"{bullet}{show(f'{data}:{link.line}')}: {verdict}: {show(link.url)} of {show(link.title)} ({show(link.id)})"
                lines.append(f"{place}: {show(answer.message)}")
    if lines:
        say(fitting(lines) if style == "markdown" else "\n".join(lines))
    dead = sum(answer.verdict is Verdict.DEAD for _, answer in answers)
    if lines and style == "markdown":
        say("")  # else it would be part of the last item
    say(f"{len(answers):,} {'address' if len(answers) == 1 else 'addresses'}, {dead:,} dead.")
    sys.exit(1 if dead else 0)
