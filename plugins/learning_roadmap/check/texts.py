"""Suspicious texts: markup that is shown literally, invisible characters, very long titles."""

import re
from collections.abc import Iterator

from learning_roadmap.datafile import Block, Mark, walk
from learning_roadmap.diagnostics import Problem, excerpt
from learning_roadmap.model import REFERENCES
from learning_roadmap.text import invisible_character, mixed_script

# Fields whose texts are identifiers.
NO_WORDS = frozenset({"id", "kind", "tier", "was", "into", "topic", "line", *REFERENCES})
# What documents say is quoted literally.
CITED = frozenset({"named", "documents"})
LONG_TITLE = 200
LONGEST = 4000
MARKUP = re.compile(r"</?[a-z][\w-]*(?:\s[^<>]*)?/?>|<!--|\]\([a-z]+:|!\[|\{\{|\{%|&(?:#\w+|[a-z]+);", re.IGNORECASE)


def text_problems(tree: Block, file: str) -> Iterator[Problem]:
    """Problems with the texts of a whole data file, whatever fields they stand in."""
    for name, text, mark in _texts(tree):
        if len(text) > LONGEST:
            continue  # the schema reports it; further problems would only distract
        if name == "url":
            yield from _hidden(text, mark, file)
            continue
        yield from _odd(text, mark, file)
        if name == "title" and len(text) > LONG_TITLE:
            message = f"the title has {len(text):,} characters: '{excerpt(text)}'"
            yield Problem.at(file, mark, "LIM-TITLE", message, "shorten it, and put the rest into the summary")


def _texts(tree: Block) -> Iterator[tuple[str, str, Mark]]:
    """Every text with the field it stands in and its place."""
    for path, _, mark, value in walk(tree, without=CITED):
        name = next(step for step in reversed(path) if isinstance(step, str))
        if isinstance(value, str) and value and name not in NO_WORDS:
            yield name, value, mark


def _hidden(text: str, mark: Mark, file: str) -> Iterator[Problem]:
    if (at := invisible_character(text)) is not None:
        message = f"invisible character U+{ord(text[at]):04X} after '{excerpt(text[:at][-20:])}'"
        yield Problem.at(file, mark, "UNI-HIDDEN", message, "delete it, or retype the text")


def _odd(text: str, mark: Mark, file: str) -> Iterator[Problem]:
    yield from _hidden(text, mark, file)
    if word := mixed_script(text):
        yield Problem.at(file, mark, "UNI-MIXEDSCRIPT", f"letters of two scripts in one word: '{excerpt(word)}'", "retype the word")
    if found := MARKUP.search(text):
        message = f"'{excerpt(found.group(), 30)}' looks like markup, but is shown literally"
        yield Problem.at(file, mark, "TXT-MARKUP", message, "if that is not intended, write plain text")
    if text != text.strip() or "  " in text:
        yield Problem.at(file, mark, "TXT-SPACES", f"extra whitespace: '{excerpt(text)}'", "remove it")
