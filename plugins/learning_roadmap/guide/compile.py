"""The whole way from a roadmap to a PDF. Loads the typesetter and the PDF library, which takes as long as a whole warm build."""

from collections.abc import Callable, Iterator
from typing import Any

import typst

from learning_roadmap.guide.content import content
from learning_roadmap.guide.fonts import FontBook, font_book
from learning_roadmap.guide.form_fields import fillable
from learning_roadmap.guide.glyphs import Substitutes, poorly_set, unprintable, without_glyph
from learning_roadmap.guide.guide import Guide, NotPrintable
from learning_roadmap.guide.options import Options
from learning_roadmap.guide.typeset import Field, typeset
from learning_roadmap.model import RoadmapIndex

# Signs that print alone but not beside their neighbours come to light one by one.
TRIES = 20


def compile_guide(index: RoadmapIndex, options: Options) -> Guide:
    """The study guide of a roadmap; raises as ``make_guide`` does."""
    data = content(index, options)
    fonts = font_book(options.fonts)
    pdf, fields, substitutes = _printable(data, fonts, without_glyph(_texts(data), fonts))
    return Guide(fillable(pdf, fields), (*substitutes.said(_texts(data)), *poorly_set(_texts(data), fonts)))


def _printable(data: dict[str, Any], fonts: FontBook, missing: frozenset[str]) -> tuple[bytes, list[Field], Substitutes]:
    for left in reversed(range(TRIES)):
        substitutes = Substitutes(missing)
        try:
            return (*typeset(_map_texts(data, substitutes.printed) if substitutes else data, fonts), substitutes)
        except typst.TypstError as error:
            found = unprintable(error)
            if found is None or found in missing or not left:
                raise NotPrintable(f"cannot typeset the study guide: {error.message}") from error
            missing |= {found}
    raise AssertionError("the last try returns or raises")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _map_texts(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _map_texts(inner, change) for key, inner in value.items()}
    return [_map_texts(inner, change) for inner in value] if isinstance(value, list) else value
