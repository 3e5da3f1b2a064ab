"""Print problems: in full, with colour in a terminal."""

import os
import sys
from collections.abc import Iterable

import click

from learning_roadmap.diagnostics import Paint, Problem, Severity, as_report, plain

STYLES: dict[str, dict[str, str | bool]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan", "bold": True},
    "place": {"bold": True},
    "code": {"dim": True},
    "gutter": {"fg": "blue"},
    "label": {"bold": True},
}


def print_problems(problems: Iterable[tuple[Problem, Severity]]) -> None:
    """Print problems on standard error, each with the line that is wrong. The report contains no control characters but those of colours."""
    has_color = wants_color()
    paint: Paint = (lambda part, text: click.style(text, **STYLES[part])) if has_color else plain  # type: ignore[arg-type]
    if report := as_report(problems, paint):
        click.echo(report + "\n", err=True, color=has_color)


def print_warnings(problems: Iterable[Problem]) -> None:
    """Print warnings as :func:`print_problems` does."""
    print_problems((problem, Severity.WARNING) for problem in problems)


def wants_color() -> bool:
    """Whether to use colour on standard error: in a terminal, unless NO_COLOR is set (no-color.org), or anywhere if FORCE_COLOR is set."""
    if os.environ.get("NO_COLOR"):
        return False
    if force := os.environ.get("FORCE_COLOR"):
        return force != "0"
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
