"""Messages quote what they are about in one way: 'x'. Texts for learners, which are in the catalogue, have typographic quotes instead."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import learning_roadmap
from learning_roadmap.cli.main import main

PACKAGE = Path(learning_roadmap.__file__).parent
# They write to learners, not to authors.
FOR_LEARNERS = {"pages", "guide", "picture", "strings"}
# An attribute of HTML, code in Markdown, an argument of a macro as it stands in a page, and a field in JSON.
MARKUP = re.compile(r'="$|^"( |>)|^ `$|^` |^"$|^":')
OTHER_QUOTES = '“”‘’`"'


def other_quotes(code: str) -> Iterator[tuple[int, str]]:
    """Line and text of each literal that quotes otherwise: a value of an f-string, or words between typographic quotes."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.JoinedStr):
            for before, after in zip(node.values, node.values[1:], strict=False):
                if isinstance(before, ast.Constant) and str(before.value).endswith(tuple(OTHER_QUOTES)) and not MARKUP.search(str(before.value)):
                    yield node.lineno, str(before.value)
                if isinstance(after, ast.Constant) and str(after.value).startswith(tuple(OTHER_QUOTES)) and not MARKUP.search(str(after.value)):
                    yield node.lineno, str(after.value)
                if isinstance(after, ast.FormattedValue) and after.conversion == ord("r"):
                    yield node.lineno, "!r"  # quotes with " what contains '
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search('“[^“”"]+”|‘[^‘’]+’', node.value):
            yield node.lineno, node.value


def test_messages_have_single_quotes() -> None:
    files = [file for file in sorted(PACKAGE.rglob("*.py")) if file.relative_to(PACKAGE).parts[0] not in {*FOR_LEARNERS, "client"}]
    assert len(files) > 150
    found = [f"{file.relative_to(PACKAGE)}:{line}: {text!r}" for file in files for line, text in other_quotes(file.read_text("utf-8"))]
    assert not [text for text in found if ">>>" not in text]


def test_help_has_single_quotes() -> None:
    assert not [name for name, command in main.commands.items() if "`" in (command.help or "") or "“" in (command.help or "")]


@pytest.mark.parametrize("code", ['f"a “{x}” b"', "f'a \"{x}\" b'", 'f"run `{x}`"', 'f"a {x!r}"', '"the label “approved”"'])
def test_other_quotes_are_detected(code: str) -> None:
    assert list(other_quotes(code))
