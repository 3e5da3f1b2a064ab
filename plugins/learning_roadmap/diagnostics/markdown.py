"""Markdown of a length that a comment or an issue can hold."""

from collections.abc import Sequence

ROOM = 60_000  # characters: GitHub takes no comment or issue of more than 65,536


def fitting(lines: Sequence[str], room: int = ROOM) -> str:
    """As many whole lines of Markdown as there is room for, and how many list items are left out.

    >>> fitting(["- " + "a" * 20] * 3, 60)
    '- aaaaaaaaaaaaaaaaaaaa\\n\\n… and 2 more'
    """
    if len(whole := "\n".join(lines)) <= room:
        return whole
    used, kept = 32, 0  # the last line needs room, too
    while (used := used + len(lines[kept]) + 1) <= room:
        kept += 1
    more = sum(line.startswith("- ") for line in lines[kept:])
    return "\n".join([*lines[:kept], "", f"… and {more:,} more"]).lstrip("\n")
