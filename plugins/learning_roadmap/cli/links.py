"""`roadmap links`: find addresses that no longer answer."""

import sys
from dataclasses import asdict
from pathlib import Path

import click

from learning_roadmap.cli.common import inform, load_data, progress, reporting_errors, say, say_json
from learning_roadmap.cli.options import data_option, format_option, quiet_option
from learning_roadmap.diagnostics import escaped, fitting, visible
from learning_roadmap.linkcheck import Verdict, check_links, links_of


@click.command()
@data_option
@format_option("text", "markdown", "json")
@quiet_option
def links(data: Path, style: str) -> None:
    """Check every web address in the data file.

    Sends requests over the network. Exit code 1 if an address is dead. Addresses that may only refuse automated requests
    are listed, but do not fail.
    """
    with reporting_errors(writes=False):
        answers = list(check_links(links_of(load_data(data)), progress()))
    dead = sum(answer.verdict is Verdict.DEAD for _, answer in answers)
    if style == "json":
        plain = [asdict(link) | {"verdict": answer.verdict, "message": answer.message} for link, answer in answers]
        say_json({"addresses": len(answers), "dead": dead, "links": plain})
        sys.exit(1 if dead else 0)
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
    if lines and style == "markdown":
        inform("")  # else it would be part of the last item
    inform(f"{len(answers):,} {'address' if len(answers) == 1 else 'addresses'}, {dead:,} dead.")
    sys.exit(1 if dead else 0)
