"""`roadmap check` and `roadmap schema`: validate the data file, and write its JSON Schema."""

import sys
from pathlib import Path

import click
from click.core import ParameterSource

from learning_roadmap.check import check as check_file
from learning_roadmap.check import read_base
from learning_roadmap.cli.common import DATA_FIX, data_option, progress, reporting_errors, require_file, say, sources_option, write_atomic
from learning_roadmap.datafile import current_day, schema_text
from learning_roadmap.diagnostics import FORMATS, RULES, did_you_mean, rule_of, visible
from learning_roadmap.project import find_sources


def print_rule(context: click.Context, _: click.Parameter, code: str | None) -> None:
    """Print what a code means and why it matters, and exit."""
    if code is None:
        return
    try:
        rule = rule_of(code.upper())
    except KeyError:
        fix = did_you_mean(code.upper(), RULES, "see the page of checks for all codes", 3)
        raise click.BadParameter(f"unknown code '{visible(code)}' — {fix}") from None
    say(f"{rule.code} ({rule.severity}): {rule.says} {rule.because}")
    context.exit()


@click.command("check")
@data_option
@sources_option
@click.option("--base", metavar="BASE", help="Also compare ids with this version: a file, or a Git branch, tag or commit.")
@click.option("--format", "style", type=click.Choice(sorted(FORMATS)), default="text", show_default=True, help="Output format.")
@click.option("--explain", metavar="CODE", is_eager=True, expose_value=False, callback=print_rule, help="Explain an error code and exit.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
def check_command(data: Path, sources: Path, base: str | None, style: str, strict: bool) -> None:
    """Check the roadmap and report every problem.

    Checks the data file, and that it covers every item of the documents. Exit code: 0 without errors (warnings are
    possible), 1 with errors, 2 when the command line is wrong.
    """
    with reporting_errors():
        require_file("--data", data, fix=DATA_FIX)
        if click.get_current_context().get_parameter_source("sources") is ParameterSource.COMMANDLINE:
            require_file("--sources", sources, fix="give the folder of the documents, or leave the option out")
        earlier = read_base(base, data, "--base") if base is not None else None
        findings = check_file(data, earlier, find_sources(sources) if sources.is_dir() else (), progress(), current_day())
    if text := FORMATS[style](findings):
        if style == "github":  # lines with commands for the runner
            click.echo(text)
        else:
            say(text, err=style == "text")
    if style != "json":
        say(summary(data, len(findings.errors), len(findings.warnings)), err=bool(findings.errors))
    if findings.errors or (strict and findings.warnings):
        sys.exit(1)


def summary(data: Path, errors: int, warnings: int) -> str:
    """The last line: the data file and its number of errors and warnings."""
    counts = [f"{count} {word}{'s' if count != 1 else ''}" for count, word in ((errors, "error"), (warnings, "warning")) if count]
    return f"{visible(str(data))}: {', '.join(counts) or 'no problems'}."


@click.command()
@click.argument("target", type=click.Path(path_type=Path), default=Path("content/roadmap.schema.json"))
def schema(target: Path) -> None:
    """Write the JSON Schema of the data file."""
    with reporting_errors():
        write_atomic(target, schema_text())
        say(f"{visible(str(target))}: written.")
