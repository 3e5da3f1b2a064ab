"""Findings as text for people, as JSON for programs, and as annotations for a pull request."""

import json
from collections.abc import Callable, Iterator

from learning_roadmap.diagnostics.findings import Findings
from learning_roadmap.diagnostics.markdown import fitting
from learning_roadmap.diagnostics.problem import escaped, in_json, visible
from learning_roadmap.diagnostics.report import as_report, rule_page
from learning_roadmap.diagnostics.rules import Severity


def as_concise(findings: Findings) -> str:
    """One line for each finding, in reading order, as editors and tools read the messages of compilers."""
    return "\n".join(problem.as_line(f"{severity}:") for problem, severity in findings.all)


def as_json(findings: Findings) -> str:
    """An object with all findings: file, line, column, code, severity, message, fix, and where more is said. All text is escaped to ASCII."""
    problems = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "severity": severity.value,
            "message": visible(problem.message),
            "fix": visible(problem.fix),
            "more": rule_page(problem.code),
        }
        for problem, severity in findings.all
    ]
    return in_json(json.dumps({"errors": len(findings.errors), "warnings": len(findings.warnings), "problems": problems}, indent=1))


def as_github(findings: Findings) -> str:
    """Workflow commands, which GitHub shows on the line of the pull request.

    Source: GitHub documentation, "Workflow commands for GitHub Actions": what could end a value is escaped as %XX.
    """
    return "\n".join(_commands(findings))


def _commands(findings: Findings) -> Iterator[str]:
    for problem, severity in findings.all:
        command = "notice" if severity is Severity.NOTE else severity.value
        place = f"file={_value(problem.file)},line={problem.line},col={problem.column},title={_value(problem.code)}"
        page = rule_page(problem.code)
        more = f"\n{page}" if page.startswith("https://") else ""
        yield f"::{command} {place}::{_data(f'{visible(problem.message)} — {visible(problem.fix)}{more}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")


def as_markdown(findings: Findings) -> str:
    """A list for a summary or comment, as long as there is room. All text is escaped."""
    lines = [
        f"- {'**error**' if severity is Severity.ERROR else severity} `{problem.code}` {escaped(problem.file)}:{problem.line}: "
        f"{escaped(problem.message)} — {escaped(problem.fix)}"
        for problem, severity in findings.all
    ]
    return fitting(lines)


def as_text(findings: Findings) -> str:
    """Each finding with the line that is wrong, in reading order."""
    return as_report(findings.all)


FORMATS: dict[str, Callable[[Findings], str]] = {
    "text": as_text,
    "concise": as_concise,
    "json": as_json,
    "github": as_github,
    "markdown": as_markdown,
}
