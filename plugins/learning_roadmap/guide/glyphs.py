"""Characters that no font of the guide has: found before typesetting, reported, and printed as their codes.

The unit is the grapheme cluster (a letter with its accents, a digit in a keycap), because fonts map clusters to glyphs.
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
from learning_roadmap.guide.form_font import letters

# Typst's error for PDF/UA-1 names the first one; special characters as \u{…}.
UNPRINTABLE = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
PROBE = """#set page(width: 90cm, height: 2cm, margin: 5mm)
#set text(font: json(bytes(sys.inputs.fonts)), lang: "en")
#let clusters = (:)
#for text in json("texts.json") {
  for cluster in text.clusters() {
    clusters.insert(cluster, none)
    for character in cluster.codepoints() { clusters.insert(character, none) }
  }
}
#metadata(clusters.keys())<clusters>
#for cluster in clusters.keys() { page(cluster) }
"""
# Characters that modify another one and are invisible themselves.
DEFAULT_IGNORABLE = frozenset("\ufe0e\ufe0f\u200c\u200d\u2060\ufeff")
MAX_EXCERPTS = 8
ADD_FONTS = "add fonts that have them, with --font-path or guide_fonts in mkdocs.yml"


def without_glyph(texts: Iterable[str], fonts: FontBook) -> frozenset[str]:
    """The clusters and characters of some texts that cannot be printed. One compilation tries all of them, each on its own page."""
    # The letters of form fields are in the font in any case: few texts have others.
    uncertain = sorted({text for text in texts if not text.isascii() and not letters().issuperset(text)})
    if not uncertain:
        return frozenset()
    files = {"main.typ": PROBE.encode(), "texts.json": json.dumps(uncertain).encode()}
    compiler = typst.Compiler(files, font_paths=fonts.fonts, ignore_system_fonts=True, sys_inputs={"fonts": json.dumps(fonts.names)})  # type: ignore[type-var]
    clusters = json.loads(compiler.query("<clusters>", field="value"))[0]
    pdf = compiler.compile(format="pdf")
    assert isinstance(pdf, bytes)
    missing = {cluster for cluster in clusters if any(unicodedata.category(character) == "Co" for character in cluster)}
    with Pdf.open(BytesIO(pdf)) as file:
        pages = list(file.pages)[-len(clusters) :]
        missing |= {cluster for cluster, page in zip(clusters, pages, strict=True) if cluster not in DEFAULT_IGNORABLE and _lacks_glyph(page)}
    return frozenset(missing)


def _lacks_glyph(page: Any) -> bool:
    """Whether a page shows glyph 0, which means a missing glyph."""
    strings: list[bytes] = []
    for instruction in parse_content_stream(page, "Tj TJ"):
        for operand in instruction.operands:
            strings.extend(bytes(string) for string in (operand if not isinstance(operand, String) else [operand]) if isinstance(string, String))
    return any(codes[offset : offset + 2] == b"\0\0" for codes in strings for offset in range(0, len(codes), 2))


def unprintable(error: typst.TypstError) -> str | None:
    """The text that a compilation could not print; None if it failed for another reason."""
    if not (match := UNPRINTABLE.search(error.message)):
        return None
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), match[1])


class Substitutes:
    """Replaces characters that no font has."""

    def __init__(self, missing: frozenset[str]) -> None:
        self._missing = missing
        longest_first = sorted(missing, key=lambda cluster: (-len(cluster), cluster))
        self._pattern = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def __bool__(self) -> bool:
        return bool(self._missing)

    def printed(self, text: str) -> str:
        """A text in which codes replace what cannot be printed.

        >>> Substitutes(frozenset({"\\U0001f600"})).printed("a\\U0001f600b")
        'a[U+1F600]b'
        >>> Substitutes(frozenset({"1\\ufe0f\\u20e3"})).printed("1\\ufe0f\\u20e3 Start")
        '1[U+20E3] Start'
        """
        return self._pattern.sub(lambda match: self._coded(match.group()), text) if self._pattern else text

    def _coded(self, cluster: str) -> str:
        visible = [character for character in cluster if character not in DEFAULT_IGNORABLE] or list(cluster)
        unchanged = ""
        # If only the combining characters are missing, the first character is printed unchanged.
        if len(visible) > 1 and visible[0] not in self._missing:
            unchanged, visible = visible[0], visible[1:]
        return unchanged + "[" + " ".join(f"U+{ord(character):04X}" for character in visible) + "]"

    def warnings(self, texts: Iterable[str]) -> list[str]:
        """One warning for all of them: their number, and where the first ones are."""
        excerpts: dict[str, str] = {}
        for text in texts:
            for match in self._pattern.finditer(text) if self._pattern else ():
                if match.group() not in excerpts:
                    excerpts[match.group()] = self._excerpt(text, match.start(), match.end())
        if not excerpts:
            return []
        first = [f"{codes(cluster)} in '{excerpt}'" for cluster, excerpt in list(excerpts.items())[:MAX_EXCERPTS]]
        more = f", and {len(excerpts) - MAX_EXCERPTS} more" if len(excerpts) > MAX_EXCERPTS else ""
        characters = "1 character is" if len(excerpts) == 1 else f"{len(excerpts):,} characters are"
        return [f"{characters} missing from the guide's fonts and printed as codes: {', '.join(first)}{more} — {ADD_FONTS}"]

    def _excerpt(self, text: str, start: int, end: int) -> str:
        before, after = text[max(0, start - 24) : start], text[end : end + 24]
        dots = ("…" if start > 24 else "", "…" if end + 24 < len(text) else "")
        return dots[0] + before + self._coded(text[start:end]) + after + dots[1]


def codes(cluster: Sequence[str]) -> str:
    """The code points of a cluster.

    >>> codes("q\\u20dd")
    'U+0071 U+20DD'
    """
    return " ".join(f"U+{ord(character):04X}" for character in cluster)


SHAPED_SCRIPTS = {"ARABIC": "Arabic", "DEVANAGARI": "Devanagari"}


def script_warnings(texts: Iterable[str], fonts: FontBook) -> list[str]:
    """A warning for scripts whose letters the guide's own fonts have, but do not shape correctly."""
    if fonts.added:
        return []
    characters = {character for text in texts if not text.isascii() for character in text}
    scripts = {script for character in characters if (script := unicodedata.name(character, "").split(" ")[0]) in SHAPED_SCRIPTS}
    names = " and ".join(SHAPED_SCRIPTS[script] for script in sorted(scripts))
    advice = "add a font made for it, with --font-path or guide_fonts in mkdocs.yml"
    return [f"the guide's own fonts do not typeset {names} well — {advice}"] if names else []
