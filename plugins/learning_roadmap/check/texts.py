"""Texts that are not what they seem: markup that is shown as it stands, signs that cannot be seen, titles without end."""

import re
from collections.abc import Iterator
from typing import Any

from learning_roadmap.datafile import Block, Items, Mark
from learning_roadmap.diagnostics import Problem, excerpt
from learning_roadmap.model import REFERENCES
from learning_roadmap.text import invisible_character, mixed_script

# Texts in these fields are no words of ours, but names of things.
NO_WORDS = frozenset({"id", "kind", "tier", "was", "into", "topic", "line", *REFERENCES})
# What documents say is cited as it stands.
CITED = frozenset({"named", "documents"})
LONG_TITLE = 200
LONGEST = 4000
MARKUP = re.compile(r"</?[a-z][\w-]*(?:\s[^<>]*)?/?>|<!--|\]\([a-z]+:|!\[|\{\{|\{%|&(?:#\w+|[a-z]+);", re.IGNORECASE)


def odd_texts(tree: Block, file: str) -> Iterator[Problem]:
    """Problems with the texts of a whole data file, whatever fields they stand in."""
    for name, text, mark in _texts(tree):
        if len(text) > LONGEST:
            continue  # the schema says so, and nobody needs to hear what else is the matter
        if name == "url":
            yield from _hidden(text, mark, file)
            continue
        yield from _odd(text, mark, file)
        if name == "title" and len(text) > LONG_TITLE:
            message = f"a title of {len(text)} characters: {excerpt(text)}"
            yield Problem.at(file, mark, "LIM-TITLE", message, "give it a short title, and put the rest into the summary")


def _texts(tree: Block) -> Iterator[tuple[str, str, Mark]]:
    """Every text with the field it stands in and its place."""
    stack: list[tuple[str, Any, Mark]] = [("", tree, tree.mark)]
    while stack:
        name, value, mark = stack.pop()
        if isinstance(value, str) and value and name not in NO_WORDS:
            yield name, value, mark
        elif isinstance(value, Items):
            stack.extend((name, inner, at) for at, inner in zip(value.items_at, value, strict=True))
        elif isinstance(value, Block):
            stack.extend((key, inner, value.values_at[key]) for key, inner in value.items() if key not in CITED)


def _hidden(text: str, mark: Mark, file: str) -> Iterator[Problem]:
    if (at := invisible_character(text)) is not None:
        message = f"the invisible character U+{ord(text[at]):04X} after {excerpt(text[:at][-20:])!r}"
        yield Problem.at(file, mark, "UNI-HIDDEN", message, "delete it, or type the text anew")


def _odd(text: str, mark: Mark, file: str) -> Iterator[Problem]:
    yield from _hidden(text, mark, file)
    if word := mixed_script(text):
        yield Problem.at(file, mark, "UNI-MIXEDSCRIPT", f"letters of two scripts in one word: {excerpt(word)}", "type the word anew")
    if found := MARKUP.search(text):
        message = f"{excerpt(found.group(), 30)!r} looks like markup and will be shown as it stands"
        yield Problem.at(file, mark, "TXT-MARKUP", message, "write plain words, if that is not what you want")
    if text != text.strip() or "  " in text:
        yield Problem.at(file, mark, "TXT-SPACES", f"spaces too many: {excerpt(text)!r}", "take them out")
