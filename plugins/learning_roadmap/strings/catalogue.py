"""The catalogue of texts: looked up by key, with placeholders and plural forms.

A key says where a text is used: ``pages.phase.position`` is ``{"pages": {"phase": {"position": …}}}`` in ``en.json``. A text is a
string with ``{placeholders}``, or an object with the plural forms ``one`` and ``other``, of which ``{count}`` chooses. A language without
a singular, such as Chinese, has only ``other``.

Each language of :data:`LANGUAGES` is a file with the keys of ``en.json``. Other languages than English also have the section ``labels``, because
the model contains the English labels. A key that a language lacks falls back to English.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from learning_roadmap.strings.own_words import PLACEHOLDER, CatalogueText, flatten, own_texts

FOLDER = Path(__file__).parent
ENGLISH = "en"
LANGUAGES = (ENGLISH, "zh")


class UnknownText(LookupError):
    """A key that is not in the catalogue, or a text whose values are missing or too many."""


def format_of(pattern: str) -> str:
    """A pattern in the form that ``%`` fills in, which is much faster for one that is filled in often.

    >>> format_of("{count} %") % {"count": 2}
    '2 %'
    """
    return PLACEHOLDER.sub(r"%(\1)s", pattern.replace("%", "%%"))


def fill(pattern: str, values: Mapping[str, str]) -> str:
    """A pattern with its placeholders replaced by values.

    >>> fill("{count} of {total} topics", {"count": "2", "total": "5"})
    '2 of 5 topics'
    """
    return PLACEHOLDER.sub(lambda placeholder: values[placeholder[1]], pattern)


class Strings:
    """The texts of one site, in one language.

    >>> strings = Strings({"greeting": "Hello, {name}", "topics": {"one": "{count} topic", "other": "{count} topics"}})
    >>> strings.text("greeting", name="Ada"), strings.text("topics", count=1), strings.text("topics", count=2)
    ('Hello, Ada', '1 topic', '2 topics')
    """

    def __init__(self, texts: Mapping[str, CatalogueText], language: str = ENGLISH) -> None:
        self.language = language
        self._texts = dict(texts)
        self._names = {key: _placeholders(text) for key, text in self._texts.items()}

    def __repr__(self) -> str:
        return f"Strings({self._texts!r}, {self.language!r})"

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def text(self, key: str, /, **values: object) -> str:
        """A text with its values filled in. ``count`` chooses the plural form.

        Raises:
            UnknownText: when there is no such text, or a value is missing or not used.
        """
        return fill(self.pattern(key, values), {name: str(value) for name, value in values.items()})

    def pattern(self, key: str, values: Mapping[str, object]) -> str:
        """A text with its placeholders, in the plural form for these values. The caller fills it in.

        Raises:
            UnknownText: as for :meth:`text`.
        """
        if key not in self._texts:
            raise UnknownText(f"unknown text '{key}' in the catalogue of strings")
        if values.keys() != self._names[key]:
            raise UnknownText(f"the text '{key}' needs the values {sorted(self._names[key])}, not {sorted(values)}")
        text = self._texts[key]
        if isinstance(text, str):
            return text
        return text["one" if values["count"] == 1 and "one" in text else "other"]

    def placeholders(self, key: str) -> frozenset[str]:
        """The names of the values that a text needs."""
        return self._names[key]

    def label(self, word: str) -> str:
        """A label, in the site's own wording if it has one."""
        text = self._texts.get(f"labels.{word}", word)
        assert isinstance(text, str)
        return text

    def section(self, name: str) -> dict[str, object]:
        """One part of the catalogue, nested as in the file.

        >>> Strings({"client.menu.open": "Open", "pages.home": "Home"}).section("client")
        {'menu': {'open': 'Open'}}
        """
        tree: dict[str, object] = {}
        for key, text in self._texts.items():
            first, *path = key.split(".")
            if first != name:
                continue
            branch = tree
            for step in path[:-1]:
                child = branch.setdefault(step, {})
                assert isinstance(child, dict)
                branch = child
            branch[path[-1]] = text
        return tree


def load_strings(own: Path | None = None, labels: Iterable[str] = (), language: str = ENGLISH) -> Strings:
    """The catalogue, with a site's own texts in place of ours.

    Args:
        own: a JSON file of the same shape as ``en.json``, with any part of its keys.
        labels: words that the file may also replace, under ``labels``: ``{"labels": {"book": "livre"}}``.
        language: one of :data:`LANGUAGES`.

    Raises:
        ProblemsFound: with every problem of the file.
    """
    if own is None:
        return strings_in(language)
    texts = texts_in(ENGLISH) | texts_in(language)
    return Strings({**texts, **own_texts(own, {f"labels.{word}": word for word in labels} | texts)}, language)


def english() -> Strings:
    """The English catalogue, without a site's changes."""
    return strings_in(ENGLISH)


@cache
def strings_in(language: str) -> Strings:
    """The catalogue in one of :data:`LANGUAGES`, without a site's changes."""
    return Strings(texts_in(ENGLISH) | texts_in(language), language)


@cache
def texts_in(language: str) -> dict[str, CatalogueText]:
    """The texts that the file of a language contains, by key."""
    return flatten(json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8")))


def _placeholders(text: CatalogueText) -> frozenset[str]:
    if isinstance(text, str):
        return frozenset(PLACEHOLDER.findall(text))
    return frozenset(re.findall(PLACEHOLDER, " ".join(text.values()))) | {"count"}
