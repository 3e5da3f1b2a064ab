"""`roadmap stats`: how much of the roadmap is filled in, and how long its phases take."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from learning_roadmap.cli.common import load_data, reporting_errors, say, say_json
from learning_roadmap.cli.options import data_option, format_option, quiet_option
from learning_roadmap.diagnostics import visible
from learning_roadmap.model import PhaseTime, RoadmapIndex, Statistics, statistics


@click.command()
@data_option
@format_option("text", "json")
@click.option("--json", "as_json", is_flag=True, hidden=True, help="The former name of --format json.")
@quiet_option
def stats(data: Path, style: str, as_json: bool) -> None:
    """Print how complete the roadmap is, and how long it takes."""
    with reporting_errors(writes=False):
        figures = statistics(RoadmapIndex(load_data(data).roadmap))
        if as_json or style == "json":
            say_json(_plain(figures))
        else:
            say("\n".join(map(visible, _lines(figures))))


def _plain(figures: Statistics) -> dict[str, object]:
    plain = asdict(figures)
    for values, coverage in zip(plain["coverage"], figures.coverage, strict=True):
        values["percent"] = coverage.percent
    for values, time in zip(plain["phases"], figures.phases, strict=True):
        values["is_contradictory"] = time.is_contradictory
    return plain


def _lines(figures: Statistics) -> Iterator[str]:
    yield ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in figures.counts.items())
    yield ""
    for coverage in figures.coverage:
        name = f"{coverage.of} with {coverage.name.replace('_', ' ')}"
        yield f"{name:40} {coverage.count:>5,} of {coverage.total:>5,} {coverage.percent:>4} %"
    yield ""
    for time in figures.phases:
        yield f"{time.title}: {_duration(time)}"


def _duration(time: PhaseTime) -> str:
    """The time of a phase, beside the durations that are stated for it."""
    weeks = f", {time.weeks:.1f} weeks" if time.weeks is not None else ""
    parts = [f"{time.hours:g} hours{weeks}"]
    if time.timed.count < time.timed.total:
        parts.append(f"{time.timed.total - time.timed.count} of {time.timed.total} topics have no hours")
    if time.duration:
        parts.append(f"duration {time.duration}" + (" (contradictory)" if time.is_contradictory else ""))
    parts += [f"{document}: {duration}" for document, duration in time.stated]
    return "; ".join(parts)
