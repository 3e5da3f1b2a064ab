"""The whole way from a roadmap to a PDF."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mkdocs_roadmap.guide.content import content
from mkdocs_roadmap.guide.fields import fillable
from mkdocs_roadmap.guide.glyphs import replaced, without_glyph
from mkdocs_roadmap.guide.options import Options
from mkdocs_roadmap.guide.typeset import typeset
from mkdocs_roadmap.model.atlas import Atlas


@dataclass(frozen=True)
class Guide:
    """A finished guide.

    Attributes:
        pdf: the file.
        warnings: what could not be printed as it stands in the data.
    """

    pdf: bytes
    warnings: tuple[str, ...]


def make_guide(atlas: Atlas, options: Options) -> Guide:
    """The study guide of a roadmap.

    Raises:
        KeyError: when the options name a phase or document that is not there.
    """
    data = content(atlas, options)
    missing = without_glyph({character for text in _texts(data) for character in text})
    warnings = []
    for character in sorted(missing):
        where = next(text for text in _texts(data) if character in text)
        warnings.append(f"no font of the guide has U+{ord(character):04X}: printed as its code, as in “{replaced(where, {character})[:60]}”")
    if missing:
        data = _map_texts(data, missing)
    pdf, fields = typeset(data, options.site)
    return Guide(fillable(pdf, fields), tuple(warnings))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _map_texts(value: Any, missing: set[str]) -> Any:
    if isinstance(value, str):
        return replaced(value, missing)
    if isinstance(value, dict):
        return {key: _map_texts(inner, missing) for key, inner in value.items()}
    return [_map_texts(inner, missing) for inner in value] if isinstance(value, list) else value
