"""Compile a roadmap to a PDF. Importing this loads the typesetter and the PDF library, which takes as long as a warm build."""

from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

import typst

from learning_roadmap.cache import Cache, code_key, files_key, key_of
from learning_roadmap.guide.book import typeset_guide, typeset_poster
from learning_roadmap.guide.content import content
from learning_roadmap.guide.edition import Data
from learning_roadmap.guide.fonts import FontBook, font_book
from learning_roadmap.guide.glyphs import Substitutes, script_warnings, unprintable, without_glyph
from learning_roadmap.guide.guide import Guide, NotPrintable
from learning_roadmap.guide.options import Options
from learning_roadmap.guide.poster import poster_content
from learning_roadmap.guide.typeset import LAYOUT
from learning_roadmap.model import RoadmapIndex

# The libraries that determine the pages of a part: the typesetter, and what draws its QR codes.
LIBRARIES = ("typst", "segno")
# Characters that print alone but not next to certain others are found one at a time.
TRIES = 20
# PDF/UA-1 refuses the zero width no-break space, which Unicode has replaced by the word joiner. Neither can be seen.
NO_BREAK, JOINER = "\ufeff", "\u2060"


def compile_guide(index: RoadmapIndex, options: Options, cache: Cache | None = None) -> Guide:
    """The study guide of a roadmap; raises as ``make_guide`` does."""
    fonts = (path for folder in options.fonts for path in folder.rglob("*") if path.is_file())
    code = key_of(code_key(), files_key(LAYOUT.glob("*.typ")), *map(version, LIBRARIES), files_key(fonts))
    return _compile(content(index, options), lambda data, fonts: typeset_guide(data, fonts, cache, code), options)


def compile_poster(index: RoadmapIndex, options: Options) -> Guide:
    """The poster of a roadmap; raises as ``make_poster`` does."""
    return _compile(poster_content(index, options), typeset_poster, options)


def _compile(data: Data, typeset: Callable[[Data, FontBook], bytes], options: Options) -> Guide:
    fonts = font_book(options.fonts)
    texts = list(dict.fromkeys(_strings_in(data)))
    if any(NO_BREAK in text for text in texts):
        data, texts = _map_texts(data, _with_joiners), list(map(_with_joiners, texts))
    missing = without_glyph(texts, fonts)
    for tries_left in reversed(range(TRIES)):
        substitutes = Substitutes(missing)
        try:
            pdf = typeset(_map_texts(data, substitutes.printed) if substitutes else data, fonts)
        except typst.TypstError as error:
            cluster = unprintable(error)
            if cluster is None or cluster in missing or not tries_left:
                raise NotPrintable(f"cannot typeset the study guide: {error.message}") from error
            missing |= {cluster}
        else:
            return Guide(pdf, (*substitutes.warnings(texts), *script_warnings(texts, fonts)))
    raise AssertionError("the last try returns or raises")


def _with_joiners(text: str) -> str:
    return text.replace(NO_BREAK, JOINER)


def _strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings_in(inner)


def _map_texts(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _map_texts(inner, change) for key, inner in value.items()}
    return [_map_texts(inner, change) for inner in value] if isinstance(value, list) else value
