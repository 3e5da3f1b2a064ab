"""Texts that are not what they seem: markup that is shown as it stands, signs that cannot be seen, titles without end."""

import re
from collections.abc import Iterator

from mkdocs_roadmap.datafile.entries import Placed, texts
from mkdocs_roadmap.datafile.tree import Mark
from mkdocs_roadmap.deception import hidden_sign, mixed_scripts
from mkdocs_roadmap.problems import Problem, excerpt

# Fields that hold words of ours. Words of documents are cited as they stand.
FIELDS = (
    "title", "also", "summary", "description", "goal", "level", "duration", "reason", "purpose", "provider", "authors", "condition",
    "choices", "roles",
)  # fmt: skip
LONG_TITLE = 200
MARKUP = re.compile(r"</?[a-z][\w-]*(?:\s[^<>]*)?/?>|<!--|\]\([a-z]+:|!\[|\{\{|\{%|&(?:#\w+|[a-z]+);", re.IGNORECASE)


def odd_texts(entry: Placed, file: str) -> Iterator[Problem]:
    """Problems with the texts of one entry."""
    for name in FIELDS:
        for text, mark in texts(entry.block, name):
            yield from _odd(text, mark, file)
    for text, mark in texts(entry.block, "title"):
        if len(text) > LONG_TITLE:
            message = f"a title of {len(text)} characters: {excerpt(text)}"
            yield Problem.at(file, mark, "LIM-TITLE", message, "give it a short title, and put the rest into the summary")


def _odd(text: str, mark: Mark, file: str) -> Iterator[Problem]:
    if (at := hidden_sign(text)) is not None:
        message = f"the invisible character U+{ord(text[at]):04X} after {excerpt(text[:at][-20:])!r}"
        yield Problem.at(file, mark, "UNI-HIDDEN", message, "delete it, or type the text anew")
    if word := mixed_scripts(text):
        yield Problem.at(file, mark, "UNI-MIXEDSCRIPT", f"letters of two scripts in one word: {excerpt(word)}", "type the word anew")
    if found := MARKUP.search(text):
        message = f"{excerpt(found.group(), 30)!r} looks like markup and will be shown as it stands"
        yield Problem.at(file, mark, "TXT-MARKUP", message, "write plain words, if that is not what you want")
    if text != text.strip() or "  " in text:
        yield Problem.at(file, mark, "TXT-SPACES", f"spaces too many: {excerpt(text)!r}", "take them out")
