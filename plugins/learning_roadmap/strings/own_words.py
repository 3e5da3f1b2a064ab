"""A site's own texts: a JSON file of the same shape as the catalogue, checked against it."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from learning_roadmap.diagnostics import Place, Problem, ProblemsFound, did_you_mean
from learning_roadmap.text import MEBIBYTE, read_text

CatalogueText = str | Mapping[str, str]
Position = tuple[int, int]

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
FORMS = {"one", "other"}


def is_plural(value: object) -> bool:
    """Whether an object contains the plural forms of a text."""
    return isinstance(value, dict) and bool(value) and value.keys() <= FORMS


def flatten(tree: Mapping[str, object], prefix: str = "") -> dict[str, CatalogueText]:
    """Texts by their dotted keys.

    >>> flatten({"pages": {"home": {"title": "Home"}}})
    {'pages.home.title': 'Home'}
    """
    texts: dict[str, CatalogueText] = {}
    for name, value in tree.items():
        if isinstance(value, dict) and not is_plural(value):
            texts |= flatten(value, f"{prefix}{name}.")
        else:
            texts[prefix + name] = value  # type: ignore[assignment]
    return texts


def own_texts(path: Path, texts: Mapping[str, CatalogueText]) -> dict[str, CatalogueText]:
    """The texts of a file, by key.

    Raises:
        ProblemsFound: with every problem of the file.
    """
    source = "\n".join(read_text(path, MEBIBYTE).lines)
    file = str(path)
    try:
        tree = json.loads(source)
        own = flatten(tree) if isinstance(tree, dict) else None
        positions = _positions(source)
    except json.JSONDecodeError as error:
        message, fix = f"invalid JSON: {error.msg}", "correct the syntax here"
        raise ProblemsFound([Problem(Place(file, error.lineno, error.colno), "STR-SYNTAX", message, fix)]) from None
    except RecursionError:
        raise ProblemsFound([Problem(Place(file), "STR-SYNTAX", "the nesting is too deep", "use the structure of en.json")]) from None
    if own is None:
        raise ProblemsFound([Problem(Place(file), "STR-SYNTAX", "the file is not a JSON object", "begin with { and end with }")])
    problems = [
        Problem.at(file, positions.get(key, (1, 1)), code, f"{key}: {message}", fix)
        for key, text in own.items()
        for code, message, fix in _problems_of(key, text, texts)
    ]
    if problems:
        raise ProblemsFound(problems)
    return own


def _problems_of(key: str, text: object, texts: Mapping[str, CatalogueText]) -> Iterator[tuple[str, str, str]]:
    """Code, message and fix of each problem of one text."""
    if key not in texts:
        if any(other.startswith(f"{key}.") for other in texts):
            yield "STR-SHAPE", "expected a group of texts, not a single text", "use an object with the keys of en.json"
        else:
            yield "STR-KEY", "unknown text", did_you_mean(key, texts, "use a key of en.json, or delete this one")
        return
    expected = texts[key]
    if isinstance(expected, str):
        if not isinstance(text, str):
            yield "STR-SHAPE", "expected a text without plural forms", f'write it like "{expected}"'
            return
        yield from _wrong_form(text, set(PLACEHOLDER.findall(expected)), is_complete=True)
        return
    if not isinstance(text, dict) or not expected.keys() <= text.keys() <= FORMS or not all(isinstance(form, str) for form in text.values()):
        yield "STR-SHAPE", "expected plural forms", f"write them like {json.dumps(expected, ensure_ascii=False)}"
        return
    names = set(PLACEHOLDER.findall(" ".join(expected.values()))) | {"count"}
    # The singular may spell out its number.
    for form in text.values():
        yield from _wrong_form(form, names, is_complete=False)


def _wrong_form(text: str, names: set[str], is_complete: bool) -> Iterator[tuple[str, str, str]]:
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in text):
        yield "STR-SHAPE", "control character or half of a surrogate pair", "delete it, or write the character itself"
    used = set(PLACEHOLDER.findall(text))
    choices = ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"
    for name in sorted(used - names):
        yield "STR-PLACEHOLDER", f"unknown placeholder {{{name}}}", f"use only these placeholders: {choices}"
    if is_complete and names - used:
        missing = ", ".join(f"{{{name}}}" for name in sorted(names - used))
        yield "STR-PLACEHOLDER", f"missing placeholder {missing}", "add it where its value belongs"


def _positions(source: str) -> dict[str, Position]:
    """Line and column of each key. The YAML parser reads JSON too, and reports positions; a tab counts as one column in both."""
    try:
        root = yaml.compose(source.replace("\t", " "), Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return {}
    return dict(_positions_in(root, ""))


def _positions_in(node: object, prefix: str) -> Iterator[tuple[str, Position]]:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            key = f"{prefix}{name.value}"
            yield key, (name.start_mark.line + 1, name.start_mark.column + 1)
            yield from _positions_in(value, f"{key}.")
