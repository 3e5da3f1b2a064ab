"""Characters that no font of the guide has: found before, said, and printed as their code."""

import json
import re

import typst

# Typst names the first one it meets, in its error for PDF/UA-1.
UNPRINTABLE = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


def without_glyph(characters: set[str]) -> set[str]:
    """Those of the characters that cannot be printed."""
    left = {character for character in characters if character.isprintable() and not character.isascii()}
    found: set[str] = set()
    while left and (missing := _first_missing(left)):
        found |= missing
        left -= missing
    return found


def _first_missing(characters: set[str]) -> set[str]:
    source = "#set document(title: [-])\n#for one in json(bytes(sys.inputs.text)) [#one ]"
    compiler = typst.Compiler(source.encode(), ignore_system_fonts=True, sys_inputs={"text": json.dumps(sorted(characters))})
    try:
        compiler.compile(format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        if found := UNPRINTABLE.search(error.message):
            return set(found[1]) & characters or characters
        raise
    return set()


def replaced(text: str, missing: set[str]) -> str:
    """A text with what cannot be printed as its code.

    >>> replaced("a\\U0001f600b", {"\\U0001f600"})
    'a[U+1F600]b'
    """
    return "".join(f"[U+{ord(character):04X}]" if character in missing else character for character in text)
