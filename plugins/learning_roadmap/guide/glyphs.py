"""Signs that no font of the guide has: found before, said, and printed as their codes.

What is looked for is a cluster (a letter with its accents, a digit in a keycap), for that is what a font must have.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import typst
from pikepdf import Pdf, String, parse_content_stream

from learning_roadmap.guide.fonts import FontBook

# Typst names the first one it meets, in its error for PDF/UA-1; odd characters as \u{…}.
UNPRINTABLE = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
PROBE = """#set page(width: 90cm, height: 2cm, margin: 5mm)
#set text(font: json(bytes(sys.inputs.fonts)), lang: "en")
#let found = (:)
#for text in json("texts.json") {
  for cluster in text.clusters() {
    found.insert(cluster, none)
    for sign in cluster.codepoints() { found.insert(sign, none) }
  }
}
#metadata(found.keys())<signs>
#for one in found.keys() { page(one) }
"""
# Signs that change another one and show nothing of themselves.
UNSEEN = frozenset("\ufe0e\ufe0f\u200c\u200d\u2060\ufeff")
MAX_PLACES = 8
ADD_FONTS = "add fonts that have them, with --font-path or guide_fonts in mkdocs.yml"


def without_glyph(texts: Iterable[str], fonts: FontBook) -> frozenset[str]:
    """The clusters and single signs of some texts that cannot be printed. All of them are tried in one run, each on a page of its own."""
    odd = sorted({text for text in texts if not text.isascii()})
    if not odd:
        return frozenset()
    files = {"main.typ": PROBE.encode(), "texts.json": json.dumps(odd).encode()}
    compiler = typst.Compiler(files, font_paths=fonts.fonts, ignore_system_fonts=True, sys_inputs={"fonts": json.dumps(fonts.names)})  # type: ignore[type-var]
    signs = json.loads(compiler.query("<signs>", field="value"))[0]
    pdf = compiler.compile(format="pdf")
    assert isinstance(pdf, bytes)
    missing = {sign for sign in signs if any(unicodedata.category(one) == "Co" for one in sign)}
    with Pdf.open(BytesIO(pdf)) as file:
        pages = list(file.pages)[-len(signs) :]
        missing |= {sign for sign, page in zip(signs, pages, strict=True) if sign not in UNSEEN and _shows_nothing(page)}
    return frozenset(missing)


def _shows_nothing(page: Any) -> bool:
    """Whether a page shows glyph 0: the one that stands for no glyph at all."""
    shown: list[bytes] = []
    for instruction in parse_content_stream(page, "Tj TJ"):
        for operand in instruction.operands:
            shown.extend(bytes(one) for one in (operand if not isinstance(operand, String) else [operand]) if isinstance(one, String))
    return any(codes[at : at + 2] == b"\0\0" for codes in shown for at in range(0, len(codes), 2))


def unprintable(error: typst.TypstError) -> str | None:
    """The text that a compilation failed at, if that is why it failed."""
    if not (found := UNPRINTABLE.search(error.message)):
        return None
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), found[1])


class Substitutes:
    """What is printed instead of signs that no font has."""

    def __init__(self, missing: frozenset[str]) -> None:
        self._missing = missing
        ordered = sorted(missing, key=lambda sign: (-len(sign), sign))
        self._pattern = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def __bool__(self) -> bool:
        return bool(self._missing)

    def printed(self, text: str) -> str:
        """A text with the codes of what cannot be printed.

        >>> Substitutes(frozenset({"\\U0001f600"})).printed("a\\U0001f600b")
        'a[U+1F600]b'
        >>> Substitutes(frozenset({"1\\ufe0f\\u20e3"})).printed("1\\ufe0f\\u20e3 Start")
        '1[U+20E3] Start'
        """
        return self._pattern.sub(lambda found: self._coded(found.group()), text) if self._pattern else text

    def _coded(self, cluster: str) -> str:
        seen = [sign for sign in cluster if sign not in UNSEEN] or list(cluster)
        plain = ""
        # The first sign is printed as it is where only what stands on it is the trouble.
        if len(seen) > 1 and seen[0] not in self._missing:
            plain, seen = seen[0], seen[1:]
        return plain + "[" + " ".join(f"U+{ord(sign):04X}" for sign in seen) + "]"

    def said(self, texts: Iterable[str]) -> list[str]:
        """One warning for all of them: how many there are, and where the first stand."""
        places: dict[str, str] = {}
        for text in texts:
            for found in self._pattern.finditer(text) if self._pattern else ():
                if found.group() not in places:
                    places[found.group()] = self._excerpt(text, found.start(), found.end())
        if not places:
            return []
        first = [f"{codes(sign)} in '{where}'" for sign, where in list(places.items())[:MAX_PLACES]]
        more = f", and {len(places) - MAX_PLACES} more" if len(places) > MAX_PLACES else ""
        characters = "1 character is" if len(places) == 1 else f"{len(places):,} characters are"
        return [f"{characters} missing from the guide's fonts and printed as codes: {', '.join(first)}{more} — {ADD_FONTS}"]

    def _excerpt(self, text: str, start: int, end: int) -> str:
        before, after = text[max(0, start - 24) : start], text[end : end + 24]
        dots = ("…" if start > 24 else "", "…" if end + 24 < len(text) else "")
        return dots[0] + before + self._coded(text[start:end]) + after + dots[1]


def codes(sign: Sequence[str]) -> str:
    """The codes of a sign.

    >>> codes("q\\u20dd")
    'U+0071 U+20DD'
    """
    return " ".join(f"U+{ord(one):04X}" for one in sign)


SHAPED_SCRIPTS = {"ARABIC": "Arabic", "DEVANAGARI": "Devanagari"}


def poorly_set(texts: Iterable[str], fonts: FontBook) -> list[str]:
    """A warning for scripts whose letters the guide's own fonts have, but do not set as they should be."""
    if fonts.added:
        return []
    found = {
        script for text in texts if not text.isascii() for sign in text if (script := unicodedata.name(sign, "").split(" ")[0]) in SHAPED_SCRIPTS
    }
    names = " and ".join(SHAPED_SCRIPTS[script] for script in sorted(found))
    return (
        [f"the guide's own fonts do not typeset {names} well — add a font made for it, with --font-path or guide_fonts in mkdocs.yml"]
        if names
        else []
    )
