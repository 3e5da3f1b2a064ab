"""The sizes of the picture's variants, in units of about a pixel."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """The sizes of a variant.

    Attributes:
        width: of a phase.
        head: the width of a phase's title beside its sections; 0 if it is above them.
        box: the width of a section.
        columns: how many sections fit beside each other.
        column_gap, row_gap, phase_gap: the distances of sections in both directions, and of phases.
        lane: the distance of a phase and a line that passes it.
        bar_room: the room for a bar below a title.
        facts_room: the room for the hours and the sources below the bar; 0 if they are not shown.
        letters: how wide the letters of the font are, compared with the widest common ones.
        lines, title_lines: how many lines the titles of sections and of phases may have.
    """

    name: str
    width: int
    head: int
    box: int
    columns: int
    column_gap: int
    row_gap: int
    phase_gap: int = 26
    lane: int = 8
    pad: int = 8
    font_size: int = 13
    title_size: int = 15
    small_size: int = 11
    lines: int = 3
    title_lines: int = 5
    bar_room: int = 20
    facts_room: int = 0
    letters: float = 1

    @property
    def room(self) -> int:
        """The width that a phase's sections may have."""
        return self.width - self.head - self.pad

    @property
    def line_height(self) -> int:
        """The distance of two lines of a section's title."""
        return round(self.font_size * 1.2)

    @property
    def title_height(self) -> int:
        """The distance of two lines of a phase's title."""
        return round(self.title_size * 1.2)


WIDE = Style("wide", width=960, head=164, box=136, columns=5, column_gap=22, row_gap=8, facts_room=16)
NARROW = Style("narrow", width=336, head=0, box=126, columns=2, column_gap=8, row_gap=16, facts_room=16)
# For the guide, in its own serif font: on a page of paper, and in large print.
PAPER = Style("paper", width=740, head=132, box=108, columns=5, column_gap=14, row_gap=6, bar_room=8, lines=4, letters=0.8)
LARGE = Style("large", width=336, head=0, box=126, columns=2, column_gap=8, row_gap=16, bar_room=18, letters=0.8)
