"""`roadmap check` and `roadmap schema`: validate the data file, and write its JSON Schema."""

import sys
from pathlib import Path

import click

from learning_roadmap.check import Fixed, fix, read_base
from learning_roadmap.check import check as check_file
from learning_roadmap.cli.common import DATA_FIX, data_option, progress, reporting_errors, require_file, say, sources_option, write_atomic
from learning_roadmap.cli.edit import write_or_show
from learning_roadmap.cli.report import print_problems
from learning_roadmap.datafile import MAX_BYTES, current_day, schema_text
from learning_roadmap.diagnostics import FORMATS, RULES, did_you_mean, rule_of, visible
from learning_roadmap.project import find_sources
from learning_roadmap.text import read_text


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
@click.option("--fix", "wants_fix", is_flag=True, help="First repair what can be repaired without loss, and format the file.")
@click.option("--dry-run", is_flag=True, help="With --fix, show the changes without writing them.")
def check_command(data: Path, sources: Path, base: str | None, style: str, strict: bool, wants_fix: bool, dry_run: bool) -> None:
    """Check the roadmap and report every problem.

    Checks the data file, and that it covers every item of the documents. Exit code: 0 without errors (warnings are
    possible), 1 with errors, 2 when the command line is wrong.
    """
    if dry_run and not wants_fix:
        raise click.UsageError("--dry-run needs --fix: without it, nothing is written.")
    with reporting_errors(writes=False):
        require_file("--data", data, fix=DATA_FIX)
        earlier = read_base(base, data, "--base") if base is not None else None
        if wants_fix:
            fixed = fix(read_text(data, MAX_BYTES), data, earlier)
            write_fixed(data, fixed, dry_run)
            if dry_run:
                say(summary(data, len(fixed.result.errors), len(fixed.result.warnings), "would be left"))
                return
        findings = check_file(data, earlier, find_sources(sources) if sources.is_dir() else (), progress(), current_day())
    if style == "text":
        print_problems(findings.all)
    elif text := FORMATS[style](findings):
        if style == "github":  # lines with commands for the runner
            click.echo(text)
        else:
            say(text, err=style == "concise")
    if style in ("text", "concise") and (fixable := sum(problem.edit is not None for problem, _ in findings.all)):
        say(f"{fixable:,} can be repaired with 'roadmap check --fix'.", err=True)
    if style != "json":
        say(summary(data, len(findings.errors), len(findings.warnings)), err=bool(findings.errors))
    if findings.errors or (strict and findings.warnings):
        sys.exit(1)


def write_fixed(data: Path, fixed: Fixed, dry_run: bool) -> None:
    """Say what was repaired, and write the file, or show what would be written."""
    for problem in fixed.repaired:
        say(problem.as_line("repaired:"))
    if fixed.added_days:
        say(f"{visible(str(data))}: the day added to {'1 new entry' if fixed.added_days == 1 else f'{fixed.added_days:,} new entries'}.")
    if fixed.is_reformatted:
        say(f"{visible(str(data))}: formatted.")
    content = fixed.text.raw
    write_or_show(data, fixed.before, None if content == data.read_bytes() else content, dry_run)


def summary(data: Path, errors: int, warnings: int, what: str = "") -> str:
    """The last line: the data file and its number of errors and warnings; ``what`` says what is with them."""
    counts = [f"{count} {word}{'s' if count != 1 else ''}" for count, word in ((errors, "error"), (warnings, "warning")) if count]
    return f"{visible(str(data))}: {', '.join(counts) or 'no problems'}{f' {what}' if what else ''}."


@click.command()
@click.argument("target", type=click.Path(path_type=Path), default=Path("content/roadmap.schema.json"))
def schema(target: Path) -> None:
    """Write the JSON Schema of the data file."""
    with reporting_errors():
        write_atomic(target, schema_text())
        say(f"{visible(str(target))}: written.")
