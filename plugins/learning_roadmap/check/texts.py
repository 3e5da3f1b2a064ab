"""Suspicious texts: markup that is shown literally, invisible characters, very long titles, misspelt levels."""

import re
from collections.abc import Iterable, Iterator, Sequence

from learning_roadmap.datafile import Block, Mark, Placed, texts, value_edit, walk
from learning_roadmap.diagnostics import Edit, Problem, did_you_mean, excerpt, nearest
from learning_roadmap.model import REFERENCES, Level
from learning_roadmap.text import describe_mixed_script, invisible_character, mixed_script

# Fields whose texts are identifiers.
IDENTIFIER_FIELDS = frozenset(
    {"id", "kind", "tier", "level", "access", "is", "was", "into", "line", "part", "on"} | {reference.rpartition(".")[2] for reference in REFERENCES}
)
ADDRESS_FIELDS = frozenset({"url", "at", "arxiv", "doi"})
# Fields that quote documents literally.
QUOTED_FIELDS = frozenset({"named", "documents"})
NAME_FIELDS = frozenset({"title", "also", "authors"})
LISTED_NAMES = frozenset({"also", "authors"})
COMMAS = ",;；，、"
MAX_TITLE_LENGTH = 200
MAX_CHECKED_LENGTH = 4000
MAX_FOLDED = 100  # lines of a text in the file
MARKUP = re.compile(r"</?[a-z][\w-]*(?:\s[^<>]*)?/?>|<!--|\[[^\]]*\]\([a-z]+:[^)]*\)?|!\[|\{\{|\{%|&(?:#\w+|[a-z]+);", re.IGNORECASE)


def text_problems(tree: Block, file: str, lines: Sequence[str] = ()) -> Iterator[Problem]:
    """Problems with all texts of a data file. Its ``lines`` are needed to offer repairs."""
    for name, text, mark in _checked_texts(tree):
        if len(text) > MAX_CHECKED_LENGTH:
            continue  # the schema reports it; further problems would only distract
        yield from _invisible_problems(text, mark, file, lines)
        if name in ADDRESS_FIELDS:
            continue
        yield from _suspicious_problems(text, mark, file, lines)
        if name in NAME_FIELDS:
            yield from _comma_problems(name, text, mark, file, lines)
        if name == "title" and len(text) > MAX_TITLE_LENGTH:
            message = f"the title has {len(text):,} characters; more than {MAX_TITLE_LENGTH} do not fit where titles are shown"
            yield Problem.at(file, mark, "LIM-TITLE", message, "shorten it, and put the rest into the summary")


def _comma_problems(name: str, text: str, mark: Mark, file: str, lines: Sequence[str]) -> Iterator[Problem]:
    """A name that ends with a comma, as in JSON, or several names in one because of another comma than that of YAML."""
    if (clean := text.rstrip(COMMAS + " ")) != text and clean:
        edit = value_edit(lines, mark, text, clean)
        yield Problem.at(file, mark, "TXT-COMMA", f"the text ends with '{text.rstrip()[-1]}'", f"write '{excerpt(clean)}'", edit=edit)
    elif name in LISTED_NAMES and len(names := [part.strip() for part in re.split(f"[{COMMAS[1:]}]", text)]) > 1:
        fix = f"if these are several, write them apart: {excerpt(', '.join(names))}"
        yield Problem.at(file, mark, "TXT-COMMA", f"'{excerpt(text, 40)}' seems to be {len(names)} names", fix)


def level_problems(entries: Iterable[Placed], file: str) -> Iterator[Problem]:
    """Levels of phases, which may be several words, with a word that is nearly one of the levels, or a number."""
    levels = [level.value for level in Level]
    for entry in entries:
        for text, mark in texts(entry.block, "level") if entry.kind == "phase" else ():
            for word in re.findall(r"\w+", text):
                meant = nearest(word.casefold(), levels)
                if (meant or word.isdigit()) and word.casefold() not in levels:
                    fix = did_you_mean(word.casefold(), levels, f"use {', '.join(levels[:-1])} or {levels[-1]}")
                    yield Problem.at(file, mark, "TXT-LEVEL", f"'{excerpt(word)}' is not a level", fix)


def _checked_texts(tree: Block) -> Iterator[tuple[str, str, Mark]]:
    """Field, text and position of every checked text."""
    for path, _, mark, value in walk(tree, without=QUOTED_FIELDS):
        name = next(step for step in reversed(path) if isinstance(step, str))
        if isinstance(value, str) and value and name not in IDENTIFIER_FIELDS:
            yield name, value, mark


def _invisible_problems(text: str, mark: Mark, file: str, lines: Sequence[str]) -> Iterator[Problem]:
    if (position := invisible_character(text)) is None:
        return
    character = text[position]
    line_number = next((number for number in range(mark[0], min(mark[0] + MAX_FOLDED, len(lines) + 1)) if character in lines[number - 1]), 0)
    # A text may be folded, so the character is looked for in its lines; an escaped one is in none of them.
    before = text[:position][-5:]
    line = lines[line_number - 1] if line_number else ""
    column = line.find(before + character) + len(before) + 1 if before + character in line else 0
    edit = Edit(line_number, column, column + 1, "") if column else None
    where = f"after '{excerpt(text[:position][-20:])}'" if position else "at the beginning of the text"
    message = f"invisible character U+{ord(character):04X} {where}"
    place = (line_number, column) if edit else mark
    yield Problem.at(file, place, "UNI-HIDDEN", message, "delete it, or type the text again", 1 if edit else 0, edit)


def _suspicious_problems(text: str, mark: Mark, file: str, lines: Sequence[str]) -> Iterator[Problem]:
    if "\ufffd" in text:
        yield Problem.at(file, mark, "UNI-FFFD", f"a replacement character: '{excerpt(text)}'", "type the letter that was lost")
    elif not text.isascii() and (readable := _readable(text)):
        yield Problem.at(
            file, mark, "MOJIBAKE-DOUBT", f"the text seems garbled: '{excerpt(text)}'", f"write '{excerpt(readable)}', if that is what it was"
        )
    if word := mixed_script(text):
        yield Problem.at(file, mark, "UNI-MIXEDSCRIPT", excerpt(describe_mixed_script(word), 200), "type the word again")
    if markup := MARKUP.search(text):
        message = f"'{excerpt(markup.group(), 30)}' looks like markup, but is shown literally"
        yield Problem.at(file, mark, "TXT-MARKUP", message, "write plain text; an address belongs into 'url' of a resource")
    if text != (clean := re.sub(" {2,}", " ", text).strip()):
        edit = value_edit(lines, mark, text, clean)
        yield Problem.at(file, mark, "TXT-SPACES", "more spaces than needed in the text", f"write '{excerpt(clean)}'", edit=edit)


def _readable(text: str) -> str | None:
    """The text that was read in a wrong encoding, if it seems to have been."""
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    return fixed if is_bad(text) and (fixed := fix_encoding(text)) != text else None
