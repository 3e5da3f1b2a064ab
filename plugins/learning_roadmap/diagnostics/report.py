"""Problems for people: each with the line that is wrong, what to do, and where to read more."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from learning_roadmap.diagnostics.problem import Place, Problem, printable, visible
from learning_roadmap.diagnostics.rules import Severity, rule_of
from learning_roadmap.diagnostics.source_lines import excerpt_lines

MAX_BYTES = 256 * 1024 * 1024
DISTRIBUTION = "mkdocs-learning-roadmap"
# Problems of a file as a whole: its first line would say nothing.
WITHOUT_EXCERPT = frozenset(
    {"FILE", "LIM-SIZE", "ENC-UTF16", "ENC-BINARY", "EDIT", "GUIDE", "FMT", "INIT-EXISTS", "COVER-DOCUMENT", "COVER-OUTLINE"}
    | {"EXPORT-FOREIGN", "EXPORT-CHANGED", "EXPORT-LINK", "EXPORT-PAGE"}
)

# What a part of a report is: its severity, "place", "code", "gutter" or "label". The function gives the part its colour.
Paint = Callable[[str, str], str]
Lines = Callable[[str], Sequence[str]]


def plain(part: str, text: str) -> str:
    """No colour."""
    return text


def lines_of(file: str) -> Sequence[str]:
    """The lines of a file, to show them; none if it cannot be read, or is a link, because logs are public and its target may not be."""
    path = Path(file)
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_BYTES:
            return ()
        text = path.read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    except (OSError, ValueError):
        return ()
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def as_report(problems: Iterable[tuple[Problem, Severity]], paint: Paint = plain, lines: Lines = lines_of) -> str:
    """All problems in full. The page of a rule is named once."""
    read = cache(lines)
    explained: set[str] = set()
    reports = []
    for problem, severity in problems:
        page = rule_page(problem.code)
        reports.append("\n".join(_report(problem, severity, paint, read, "" if page in explained else page)))
        explained.add(page)
    return "\n\n".join(reports)


def _report(problem: Problem, severity: Severity, paint: Paint, lines: Lines, page: str) -> Iterator[str]:
    place, label = printable(str(problem.location)), paint(severity, f"{severity}:")
    code = paint("code", f"[{problem.code}]")
    if isinstance(problem.location, Place):
        yield f"{paint('place', f'{place}:')} {label} {visible(problem.message)} {code}"
    else:
        yield f"{paint(severity, f'{severity.capitalize()}:')} {paint('place', f'{place}:')} {visible(problem.message)} {code}"
    rows: list[tuple[str, str]] = []
    if isinstance(problem.location, Place) and problem.code not in WITHOUT_EXCERPT:
        rows = excerpt_lines(lines(problem.file), problem.location)
    room = max((len(number) for number, _ in rows), default=1)
    bar = paint("gutter", "|")
    if rows:
        yield f"{' ' * room} {bar}"
        for number, text in rows:
            shown = text if number else paint(severity, text)
            yield f"{paint('gutter', number.rjust(room))} {bar} {shown}".rstrip()
        yield f"{' ' * room} {bar}"
    for name, text in (("help", visible(problem.fix)), ("more", page)):
        if not text:
            continue
        yield f"{' ' * room} {paint('gutter', '=')} {paint('label', f'{name}:')} {text}"


def rule_page(code: str) -> str:
    """Where a rule is explained: its place on the page of checks, or else a command."""
    name = rule_of(code).code
    return f"{site}/engine/checks/#{name.lower()}" if (site := _site()) else f"roadmap check --explain {name}"


@cache
def _site() -> str:
    """The address of the documentation that the installed package states."""
    try:
        addresses = metadata(DISTRIBUTION).get_all("Project-URL") or ()
    except PackageNotFoundError:
        return ""
    return next((address.rstrip("/") for label, _, address in (url.partition(", ") for url in addresses) if label == "Documentation"), "")
