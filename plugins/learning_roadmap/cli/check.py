"""`roadmap check` and `roadmap schema`: validate the data file, and write its JSON Schema."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from learning_roadmap.cli.changes import write_or_show
from learning_roadmap.cli.common import DATA_FIX, inform, progress, reporting_errors, require_file, say, write_atomic
from learning_roadmap.cli.location import DATA, in_project
from learning_roadmap.cli.options import data_option, format_option, is_quiet, quiet_option, sources_option
from learning_roadmap.cli.replacement import replacing
from learning_roadmap.cli.report import print_problems
from learning_roadmap.diagnostics import FORMATS, RULES, did_you_mean, rule_of, visible

if TYPE_CHECKING:
    from learning_roadmap.check import Base


def print_rule(context: click.Context, _: click.Parameter, code: str | None) -> None:
    """Print what a code means and why it matters, and exit."""
    if code is None:
        return
    try:
        rule = rule_of(code.upper())
    except KeyError:
        fix = did_you_mean(code.upper(), RULES, "see the page of checks for all codes", 3)
        raise click.BadParameter(f"unknown code '{visible(code)}' — {fix}") from None
    text = f"{rule.says} {rule.because}".replace("`", "'")  # the page of checks is Markdown, a terminal is not
    say(f"{rule.code} ({rule.severity}): {text}")
    context.exit()


@click.command("check")
@data_option
@sources_option
@click.option("--base", metavar="BASE", help="Also compare ids with this version: a file, or a Git branch, tag or commit.")
@format_option("text", *sorted(FORMATS.keys() - {"text"}))
@click.option("--explain", metavar="CODE", is_eager=True, expose_value=False, callback=print_rule, help="Explain an error code and exit.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--fix", "wants_fix", is_flag=True, help="First repair what can be repaired without loss, and format the file.")
@click.option("--dry-run", is_flag=True, help="With --fix, show the changes without writing them.")
@quiet_option
def check_command(data: Path, sources: Path, base: str | None, style: str, strict: bool, wants_fix: bool, dry_run: bool) -> None:
    """Check the roadmap and report every problem.

    Checks the data file, and that it covers every item of the documents. Exit code: 0 without errors (warnings are
    possible), 1 with errors, 2 when the command line is wrong.
    """
    if dry_run and not wants_fix:
        raise click.UsageError("--dry-run needs --fix: without it, nothing is written.")
    from learning_roadmap.check import check as check_file
    from learning_roadmap.check import read_base
    from learning_roadmap.datafile import current_day
    from learning_roadmap.project import find_sources

    with reporting_errors(writes=False):
        require_file("--data", data, fix=DATA_FIX)
        if click.get_current_context().get_parameter_source("sources") is ParameterSource.COMMANDLINE:
            require_file("--sources", sources, fix="give the folder of the documents, or leave the option out")
        earlier = read_base(base, data, "--base") if base is not None else None
        if wants_fix:
            left = apply_fixes(data, earlier, dry_run)
            if dry_run:
                inform(f"{left} would be left.")
                return
        findings = check_file(data, earlier, find_sources(sources) if sources.is_dir() else (), progress(), current_day())
    if style == "text":
        print_problems(findings.all)
    elif text := FORMATS[style](findings):
        if style == "github":  # lines with commands for the runner
            click.echo(text)
        else:
            say(text, err=style == "concise")
    if not is_quiet() and style in ("text", "concise") and (fixable := sum(problem.edit is not None for problem, _ in findings.all)):
        say(f"{fixable:,} can be repaired with 'roadmap check --fix'.", err=True)
    if style != "json" and not is_quiet():
        say(summary(data, len(findings.errors), len(findings.warnings)), err=bool(findings.errors))
    if findings.errors or (strict and findings.warnings):
        sys.exit(1)


def apply_fixes(data: Path, earlier: "Base | None", dry_run: bool) -> str:
    """Repair the file, or show what would be written, and say what was repaired. Returns what is left, in words."""
    from learning_roadmap.check import fix
    from learning_roadmap.datafile import MAX_BYTES
    from learning_roadmap.text import read_text

    with replacing(data) as replace:
        fixed = fix(read_text(data, MAX_BYTES), data, earlier)
        messages = [problem.as_line("repaired:") for problem in fixed.repaired]
        if fixed.added_days:
            entries = "1 new entry" if fixed.added_days == 1 else f"{fixed.added_days:,} new entries"
            messages.append(f"{data}: the day added to {entries}.")
        if fixed.is_reformatted:
            messages.append(f"{data}: formatted.")
        content = fixed.text.raw
        write_or_show(data, fixed.before, None if content == data.read_bytes() else content, dry_run, replace, messages=messages)
    return summary(data, len(fixed.result.errors), len(fixed.result.warnings)).removesuffix(".")


def summary(data: Path, errors: int, warnings: int) -> str:
    """The last line: the data file and its number of errors and warnings."""
    counts = [f"{count} {word}{'s' if count != 1 else ''}" for count, word in ((errors, "error"), (warnings, "warning")) if count]
    return f"{visible(str(data))}: {', '.join(counts) or 'no problems'}."


@click.command()
@click.argument("target", type=click.Path(path_type=Path), default=lambda: in_project(DATA.with_name("roadmap.schema.json")))
@quiet_option
def schema(target: Path) -> None:
    """Write the JSON Schema of the data file."""
    from learning_roadmap.datafile import schema_text

    with reporting_errors():
        write_atomic(target, schema_text())
        inform(f"{visible(str(target))}: written.")
