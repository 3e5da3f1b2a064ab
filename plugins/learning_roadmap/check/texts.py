"""Suspicious texts: markup that is shown literally, invisible characters, very long titles."""

import re
from collections.abc import Iterator

from learning_roadmap.datafile import Block, Mark, walk
from learning_roadmap.diagnostics import Problem, excerpt
from learning_roadmap.model import REFERENCES
from learning_roadmap.text import invisible_character, mixed_script

# Fields whose texts are identifiers.
IDENTIFIER_FIELDS = frozenset(
    {"id", "kind", "tier", "level", "access", "is", "was", "into", "line", "part", "on"} | {reference.rpartition(".")[2] for reference in REFERENCES}
)
ADDRESS_FIELDS = frozenset({"url", "at", "arxiv", "doi"})
# Fields that quote documents literally.
QUOTED_FIELDS = frozenset({"named", "documents"})
MAX_TITLE_LENGTH = 200
MAX_CHECKED_LENGTH = 4000
MARKUP = re.compile(r"</?[a-z][\w-]*(?:\s[^<>]*)?/?>|<!--|\]\([a-z]+:|!\[|\{\{|\{%|&(?:#\w+|[a-z]+);", re.IGNORECASE)


def text_problems(tree: Block, file: str) -> Iterator[Problem]:
    """Problems with all texts of a data file."""
    for name, text, mark in _checked_texts(tree):
        if len(text) > MAX_CHECKED_LENGTH:
            continue  # the schema reports it; further problems would only distract
        if name in ADDRESS_FIELDS:
            yield from _invisible_problems(text, mark, file)
            continue
        yield from _suspicious_problems(text, mark, file)
        if name == "title" and len(text) > MAX_TITLE_LENGTH:
            message = f"the title has {len(text):,} characters: '{excerpt(text)}'"
            yield Problem.at(file, mark, "LIM-TITLE", message, "shorten it, and put the rest into the summary")


def _checked_texts(tree: Block) -> Iterator[tuple[str, str, Mark]]:
    """Field, text and position of every checked text."""
    for path, _, mark, value in walk(tree, without=QUOTED_FIELDS):
        name = next(step for step in reversed(path) if isinstance(step, str))
        if isinstance(value, str) and value and name not in IDENTIFIER_FIELDS:
            yield name, value, mark


def _invisible_problems(text: str, mark: Mark, file: str) -> Iterator[Problem]:
    if (position := invisible_character(text)) is not None:
        message = f"invisible character U+{ord(text[position]):04X} after '{excerpt(text[:position][-20:])}'"
        yield Problem.at(file, mark, "UNI-HIDDEN", message, "delete it, or retype the text")


def _suspicious_problems(text: str, mark: Mark, file: str) -> Iterator[Problem]:
    yield from _invisible_problems(text, mark, file)
    if word := mixed_script(text):
        yield Problem.at(file, mark, "UNI-MIXEDSCRIPT", f"letters of two scripts in one word: '{excerpt(word)}'", "retype the word")
    if markup := MARKUP.search(text):
        message = f"'{excerpt(markup.group(), 30)}' looks like markup, but is shown literally"
        yield Problem.at(file, mark, "TXT-MARKUP", message, "if that is not intended, write plain text")
    if text != text.strip() or "  " in text:
        yield Problem.at(file, mark, "TXT-SPACES", f"extra whitespace: '{excerpt(text)}'", "remove it")
