"""What can be said about a document before it is parsed: front matter, comments, and slips that Markdown hides."""

import re
import unicodedata
from dataclasses import dataclass

from learning_roadmap.diagnostics import Problem, ProblemsFound, excerpt
from learning_roadmap.sources.encoding import suspicious
from learning_roadmap.text import Text, invisible_character, mixed_script

FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
REFERENCE = re.compile(r"\[[^\[\]]+\]\[([^\[\]]+)\]")
MAX_COMBINING = 8
MAX_LINES = 20_000


@dataclass(frozen=True)
class Prepared:
    """A document's text without front matter and comments (blank lines in their place, so that lines keep their numbers)."""

    file: str
    text: str
    dropped: tuple[tuple[int, str, str], ...]
    warnings: tuple[Problem, ...]


def prepare(text: Text) -> Prepared:
    """Take out what is no content, and warn about what a reader of the source cannot see.

    Raises:
        ProblemsFound: for an empty document, and front matter or a comment that never ends.
    """
    if not any(line.strip() for line in text.lines):
        raise ProblemsFound([Problem(text.file, 1, 1, "MD-EMPTY", "the document is empty", "give a document with items")])
    if (count := sum(bool(line.strip()) for line in text.lines)) > MAX_LINES:
        fix = f"split it: {MAX_LINES:,} lines are the limit, and no one learns as much"
        raise ProblemsFound([Problem(text.file, 1, 1, "LIM-LINES", f"{count:,} lines with something on them", fix)])
    lines, dropped = list(text.lines), []
    if lines[0].strip() == "---" and len(lines) > 1 and re.match(r"[\w-]+\s*:", lines[1]):
        end = next((at for at, line in enumerate(lines[1:], 1) if line.strip() in ("---", "...")), None)
        if end is None:
            raise ProblemsFound([Problem(text.file, 1, 1, "FM-OPEN", "front matter is not closed", "end it with a line ---")])
        for at in range(end + 1):
            dropped.append((at + 1, lines[at], "front matter"))
            lines[at] = ""
    dropped += _without_comments(text.file, lines)
    return Prepared(text.file, "\n".join(lines), tuple(dropped), tuple(_warnings(text.file, lines)))


def _without_comments(file: str, lines: list[str]) -> list[tuple[int, str, str]]:
    dropped, fence, opened = [], "", 0
    for at, line in enumerate(lines):
        if found := FENCE.match(line):
            fence = "" if fence and found[1].startswith(fence) else fence or found[1][:3]
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
        raise ProblemsFound([Problem(file, opened, 1, "MD-COMMENT", "a comment is opened here and never closed", "add -->")])
    return dropped


def _warnings(file: str, lines: list[str]) -> list[Problem]:
    found = []
    defined = {hit[1].lower() for line in lines if (hit := re.match(r"\s{0,3}\[([^\]]+)\]:", line))}

    def warn(number: int, column: int, code: str, message: str, fix: str) -> None:
        found.append(Problem(file, number, column, code, message, fix))

    for number, line in enumerate(lines, 1):
        if re.match(r"#{1,6}[^\s#]", line):
            warn(number, 1, "MD-ATX", "no space after #, so this is no heading", "put a space after the #")
        # Three dashes are how a rule is written; a heading's line is as long as its words.
        above = lines[number - 2].strip() if number > 1 else ""
        if line.rstrip() == "---" and len(above) > 3 and not re.match(r"[-*+#>]|\d+[.)]", above):
            warn(number, 1, "MD-SETEXT", "this line makes a heading of the one above", "put a blank line between them")
        for hit in REFERENCE.finditer(line):
            if hit[1].lower() not in defined and hit[1].strip() not in ("", "x", "X"):
                warn(number, hit.start() + 1, "MD-REF", f"undefined reference [{excerpt(hit[1])}]", "define it, or write the link out")
        if hit := re.search(r"(?:^|[\s#*-])(\?{2,4})\s+\w", line):
            warn(number, hit.start(1) + 1, "MOJIBAKE-LOSSY", "signs were replaced by question marks before", "mend the text by hand")
        if line.isascii():
            continue
        if run := suspicious(line):
            warn(number, line.index(run) + 1, "MOJIBAKE-DOUBT", f"this may be garbled: {excerpt(run)}", "mend it by hand, if it is")
        for sign, code, what in (("\u2028", "UNI-LINESEP", "line separator U+2028"), ("\u2029", "UNI-LINESEP", "paragraph separator U+2029"),
                                 ("\ufffd", "UNI-FFFD", "replacement character: text was lost before")):  # fmt: skip
            if sign in line:
                warn(number, line.index(sign) + 1, code, what, "mend the text by hand")
        if (at := invisible_character(line)) is not None:
            warn(number, at + 1, "UNI-HIDDEN", f"the invisible character U+{ord(line[at]):04X}", "delete it, or type the text anew")
        if marks := combining_pile(line):
            warn(number, marks, "UNI-COMBINING", "a pile of combining marks", "remove them")
        if mixed := mixed_script(line):
            warn(number, line.index(mixed) + 1, "UNI-MIXEDSCRIPT", f"letters of two scripts in one word: {excerpt(mixed)}", "retype the word")
    return found


def combining_pile(line: str) -> int:
    """The column at which a pile of combining marks begins; 0 when there is none."""
    run = 0
    for at, sign in enumerate(line):
        run = run + 1 if unicodedata.category(sign) in ("Mn", "Me") else 0
        if run > MAX_COMBINING:
            return at - run + 2
    return 0
