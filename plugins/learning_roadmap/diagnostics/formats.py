"""Findings as text for people, as JSON for programs, and as annotations for a pull request."""

import json
from collections.abc import Callable, Iterator

from learning_roadmap.diagnostics.findings import Findings
from learning_roadmap.diagnostics.markdown import fitting
from learning_roadmap.diagnostics.problem import escaped, in_json, visible


def as_text(findings: Findings) -> str:
    """One line for each finding, errors and warnings in reading order."""
    return "\n".join(problem.as_line("" if is_error else "warning:") for problem, is_error in findings.all)


def as_json(findings: Findings) -> str:
    """An object with all findings: file, line, column, code, severity, message and fix. All text is escaped to ASCII."""
    problems = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "severity": "error" if is_error else "warning",
            "message": visible(problem.message),
            "fix": visible(problem.fix),
        }
        for problem, is_error in findings.all
    ]
    return in_json(json.dumps({"errors": len(findings.errors), "warnings": len(findings.warnings), "problems": problems}, indent=1))


def as_github(findings: Findings) -> str:
    """Workflow commands, which GitHub shows on the line of the pull request.

    Source: GitHub documentation, "Workflow commands for GitHub Actions": what could end a value is escaped as %XX.
    """
    return "\n".join(_commands(findings))


def _commands(findings: Findings) -> Iterator[str]:
    for problem, is_error in findings.all:
        command = "error" if is_error else "warning"
        place = f"file={_value(problem.file)},line={problem.line},col={problem.column},title={_value(problem.code)}"
        yield f"::{command} {place}::{_data(f'{visible(problem.message)} — {visible(problem.fix)}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")


def as_markdown(findings: Findings) -> str:
    """A list for a summary or comment, as long as there is room. All text is escaped."""
    lines = [
        f"- {'**error**' if is_error else 'warning'} `{problem.code}` {escaped(problem.file)}:{problem.line}: "
        f"{escaped(problem.message)} — {escaped(problem.fix)}"
        for problem, is_error in findings.all
    ]
    return fitting(lines)


FORMATS: dict[str, Callable[[Findings], str]] = {"text": as_text, "json": as_json, "github": as_github, "markdown": as_markdown}
