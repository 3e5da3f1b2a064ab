"""The content of a page as Typst writes it, in which numbers replace zeros.

Typst writes marked content, and in it each text with its place, colour, font, size and characters. What it wrote otherwise would not be
recognized, so whoever asks for a number is told whether it was written.
"""

import re
from collections.abc import Iterable, Iterator

from learning_roadmap.guide.form_font import DIGIT_WIDTH, digit_codes

# The name of the font of the numbers on a page.
FONT = "/Digits"
MARK = re.compile(rb"/\w+<</MCID (\d+)[^\n]*>>BDC")
FOOTER = re.compile(rb"/Artifact<<[^\n]*?/Subtype/Footer[^\n]*?>>BDC")
BEGIN_OR_END = re.compile(rb">>BDC|\nEMC")
TEXT = re.compile(rb"q 1 0 0 -1 (\S+) (\S+ cm[^\n]*\nBT)(.*?)\nET", re.DOTALL)
# A glyph that prints several characters is written alone, as a span that says which one it is.
GLYPHS = re.compile(rb"(?:/Span<<[^\n]*?>>BDC)? ([^\n]*?Tr)/\w+ (\S+) Tf([^\n]*?Tm)([^\n]+?T[Jj])(?:\nEMC)?(?=\n|/Span|\Z)")
# A string with escape sequences, or in hexadecimal digits: Typst chooses by the bytes.
STRING = re.compile(rb"\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f]*)>", re.DOTALL)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class PageContent:
    """The content of a page."""

    def __init__(self, content: bytes, digits: int) -> None:
        """Find the marked content.

        Args:
            digits: how many zeros stand in the place of a number.
        """
        self._content = content
        self._digits = digits
        self._marks = {int(mark[1]): mark for mark in MARK.finditer(content)}
        self._edits: list[tuple[int, int, bytes]] = []

    def edited(self) -> bytes:
        """The content with all changes."""
        pieces, end = [], 0
        for start, stop, text in sorted(self._edits):
            pieces += [self._content[end:start], text]
            end = stop
        return b"".join((*pieces, self._content[end:]))

    def remove(self, marks: Iterable[int]) -> None:
        """Remove marked content."""
        self._edits += [(self._marks[mark].start(), self._end(self._marks[mark]), b"") for mark in marks if mark in self._marks]

    def write_number(self, marks: Iterable[int], number: int, moves_words: bool) -> bool:
        """Write a number in the place of the last zeros in marked content; return whether there are any.

        Args:
            moves_words: whether the words before it move into the room that it leaves.
        """
        texts = [text for mark in marks if mark in self._marks for text in self._texts(self._marks[mark])]
        while texts:
            text = texts.pop()
            if zeros := self._zeros(text):
                self._edit(text, zeros, number, 1)
                for words in texts if moves_words else ():
                    self._edits.append((words.start(), words.end(2), self._moved(words, zeros, number, 1)))
                return True
        return False

    def write_footer(self, number: int, shift: float) -> bool:
        """Write the page's own number; return whether there is one place for it. The first page has none.

        Args:
            shift: how far it moves to the right, as a part of the room that it leaves.
        """
        footers = [*FOOTER.finditer(self._content)]
        places = [(text, zeros) for footer in footers for text in self._texts(footer) if (zeros := self._zeros(text))]
        if len(places) != 1:
            return False
        if number == 1:
            self._edits.append((footers[0].start(), self._end(footers[0]), b""))
        else:
            self._edit(*places[0], number, shift)
        return True

    def _texts(self, mark: re.Match[bytes]) -> Iterator[re.Match[bytes]]:
        return TEXT.finditer(self._content, mark.end(), self._end(mark))

    def _end(self, mark: re.Match[bytes]) -> int:
        """Where marked content ends, which can contain other marked content."""
        depth = 1
        for found in BEGIN_OR_END.finditer(self._content, mark.end()):
            depth += 1 if found[0] == b">>BDC" else -1
            if depth == 0:
                return found.end()
        return len(self._content)

    def _zeros(self, text: re.Match[bytes]) -> re.Match[bytes] | None:
        """The first glyphs of a text that is nothing but the zeros."""
        glyphs = [*GLYPHS.finditer(text[3])]
        codes = b"".join(_codes(shown[4]) for shown in glyphs)
        return glyphs[0] if len(codes) == 2 * self._digits and codes == codes[:2] * self._digits else None

    def _edit(self, text: re.Match[bytes], zeros: re.Match[bytes], number: int, shift: float) -> None:
        codes = b"".join(b"%04x" % digit_codes()[digit] for digit in str(number))
        digits = b" %s%s %s Tf%s<%s>Tj\nET" % (zeros[1], FONT.encode(), zeros[2], zeros[3], codes)
        self._edits.append((text.start(), text.end(), self._moved(text, zeros, number, shift) + digits))

    def _moved(self, text: re.Match[bytes], zeros: re.Match[bytes], number: int, shift: float) -> bytes:
        """The beginning of a text, moved into the room that a shorter number leaves."""
        left = float(text[1]) + shift * (self._digits - len(str(number))) * DIGIT_WIDTH * float(zeros[2])
        return b"q 1 0 0 -1 %.3f %s" % (left, text[2])


def _codes(operand: bytes) -> bytes:
    """The characters that are shown, two bytes each."""
    strings = STRING.findall(operand)
    return b"".join(bytes.fromhex(digits.decode()) if digits else ESCAPE.sub(_unescaped, text) for text, digits in strings)


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if code.isdigit() else CONTROLS.get(code, code)
