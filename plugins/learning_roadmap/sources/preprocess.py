"""Prepare a document for parsing: remove front matter and comments, and report hidden mistakes."""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from learning_roadmap.diagnostics import Place, Problem, ProblemsFound, excerpt
from learning_roadmap.sources.encoding import suspicious
from learning_roadmap.text import DecodedText, describe_mixed_script, invisible_character, mixed_script

FENCE_LINE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
REFERENCE = re.compile(r"\[[^\[\]]+\]\[([^\[\]]+)\]")
FOOTNOTE = re.compile(r"^(\s{0,3})\[\^(?=[^\[\]]+\]:)")
# The line between the head of a table and its rows.
TABLE_LINE = re.compile(r"\s{0,3}\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
MAX_COMBINING = 8
MAX_LINES = 20_000


@dataclass(frozen=True)
class Preprocessed:
    """A document's text without front matter and comments. Blank lines replace them, so that line numbers stay."""

    file: str
    text: str
    dropped: tuple[tuple[int, str, str], ...]
    warnings: tuple[Problem, ...]


def preprocess(text: DecodedText) -> Preprocessed:
    """Remove everything that is not content, and warn about mistakes that are invisible in the source.

    Raises:
        ProblemsFound: for an empty document, and front matter or a comment that never ends.
    """
    if not any(line.strip() for line in text.lines):
        raise ProblemsFound([Problem(Place(text.file), "MD-EMPTY", "the document is empty", "add items, or choose another document")])
    if (count := sum(bool(line.strip()) for line in text.lines)) > MAX_LINES:
        fix = f"split it; the limit is {MAX_LINES:,} lines"
        raise ProblemsFound([Problem(Place(text.file), "LIM-LINES", f"the document has {count:,} non-blank lines", fix)])
    if what := _other_format(text.lines):
        raise ProblemsFound([Problem(Place(text.file), "MD-FORMAT", f"the file is not Markdown: it is {what[0]}", what[1])])
    lines, dropped = list(text.lines), []
    warnings: list[Problem] = []
    if lines[0].strip() == "---" and len(lines) > 1 and re.match(r"[\w-]+\s*:", lines[1]):
        end = next((at for at, line in enumerate(lines[1:], 1) if line.strip() in ("---", "...")), None)
        if end is None:
            raise ProblemsFound([Problem(Place(text.file), "FM-OPEN", "unclosed front matter", "close it with a line '---'")])
        if not _is_yaml(lines[1:end]):
            fix = "correct it, or remove it: none of its lines is imported"
            warnings.append(Problem(Place(text.file), "FM-BROKEN", f"lines 1 to {end + 1} are front matter that is not valid YAML", fix))
        for at in range(end + 1):
            dropped.append((at + 1, lines[at], "front matter"))
            lines[at] = ""
    dropped += _without_comments(text.file, lines)
    warnings += _warnings(text.file, lines)
    # In front of "##", these two would hide a heading, and the definition of a footnote would be read as that of a link.
    lines = [FOOTNOTE.sub(r"\1\\[^", line.removeprefix("\ufeff")) for line in lines]
    return Preprocessed(text.file, "\n".join(lines), tuple(dropped), tuple(warnings))


def _other_format(lines: Sequence[str]) -> tuple[str, str] | None:
    """What a file is that only has the name of a Markdown document, and what to do."""
    first = next(line.strip().casefold() for line in lines if line.strip())
    if first.startswith(("<!doctype html", "<html")):
        return "a page of a web site", "save the Markdown file itself; on GitHub, use the button 'Download raw file'"
    if first.startswith("version https://git-lfs"):
        return "a pointer of Git LFS", "run 'git lfs pull' to get the document itself"
    if first.startswith("<?xml") or _is_json(lines):
        return "a file of XML or JSON", "export it as Markdown, or write its items as a list: '- Vectors'"
    return None


def _is_json(lines: Sequence[str]) -> bool:
    text = "\n".join(lines).strip()
    if not text.startswith(("{", "[")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_yaml(lines: Sequence[str]) -> bool:
    try:
        for _ in yaml.parse("\n".join(lines), Loader=yaml.SafeLoader):
            pass
    except (yaml.YAMLError, RecursionError):
        return False
    return True


def _without_comments(file: str, lines: list[str]) -> list[tuple[int, str, str]]:
    dropped, fence, opened = [], "", 0
    for at, line in enumerate(lines):
        if match := FENCE_LINE.match(line):
            fence = "" if fence and match[1].startswith(fence) else fence or match[1][:3]
        if fence:
            continue
        if not opened and line.lstrip().startswith("<!--"):
            opened = at + 1
        if opened:
            dropped.append((at + 1, line, "comment"))
            lines[at] = ""
            if "-->" in line:
                lines[at] = line.partition("-->")[2]
                opened = 0
    if opened:
        raise ProblemsFound([Problem(Place(file, opened), "MD-COMMENT", "unclosed comment", "close it with '-->'")])
    return dropped


def _warnings(file: str, lines: list[str]) -> list[Problem]:
    problems = []
    defined = {match[1].lower() for line in lines if (match := re.match(r"\s{0,3}\[([^\]]+)\]:", line))}

    def warn(number: int, column: int, code: str, message: str, fix: str) -> None:
        problems.append(Problem(Place(file, number, column), code, message, fix))

    for number, line in enumerate(lines, 1):
        if re.match(r"#{1,6}[^\s#]", line):
            warn(number, 1, "MD-ATX", "no space after '#', so the line is not a heading", "add a space after the '#'")
        if number > 1 and "|" in lines[number - 2] and TABLE_LINE.fullmatch(line):
            warn(number, 1, "MD-TABLE", "the rows of this table become text, not topics", "write what is to be learned as list items")
        # Three dashes usually mean a thematic break; the underline of a heading is as long as its text.
        above = lines[number - 2].strip() if number > 1 else ""
        if line.rstrip() == "---" and len(above) > 3 and not re.match(r"[-*+#>]|\d+[.)]", above):
            warn(number, 1, "MD-SETEXT", "'---' turns the line above into a heading", "add a blank line between them")
        for match in REFERENCE.finditer(line):
            if match[1].lower() not in defined and match[1].strip() not in ("", "x", "X"):
                warn(number, match.start() + 1, "MD-REF", f"undefined link reference '[{excerpt(match[1])}]'", "define it, or write the link out")
        if match := re.search(r"(?:^|[\s#*-])(\?{2,4})\s+\w", line):
            warn(number, match.start(1) + 1, "MOJIBAKE-LOSSY", "question marks in place of lost characters", "correct the text by hand")
        if line.isascii():
            continue
        if run := suspicious(line):
            message = f"possibly garbled characters: '{excerpt(run)}'"
            warn(number, line.index(run) + 1, "MOJIBAKE-DOUBT", message, "if they are wrong, correct the text by hand")
        for character, code, what in (("\u2028", "UNI-LINESEP", "line separator U+2028"), ("\u2029", "UNI-LINESEP", "paragraph separator U+2029"),
                                 ("\ufffd", "UNI-FFFD", "replacement character U+FFFD: text was lost")):  # fmt: skip
            if character in line:
                warn(number, line.index(character) + 1, code, what, "correct the text by hand")
        if (at := invisible_character(line)) is not None:
            warn(number, at + 1, "UNI-HIDDEN", f"invisible character U+{ord(line[at]):04X}", "delete it, or retype the text")
        if marks := combining_pile(line):
            warn(number, marks, "UNI-COMBINING", "many combining marks on one character", "remove them")
        if mixed := mixed_script(line):
            warn(number, line.index(mixed) + 1, "UNI-MIXEDSCRIPT", excerpt(describe_mixed_script(mixed), 200), "type the word again")
    return problems


def combining_pile(line: str) -> int:
    """The column of a long run of combining marks; 0 if there is none."""
    run = 0
    for at, character in enumerate(line):
        run = run + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if run > MAX_COMBINING:
            return at - run + 2
    return 0
