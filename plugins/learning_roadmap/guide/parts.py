"""The parts of a guide that are laid out one after another: the typesetter needs as much memory as the largest of them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from learning_roadmap.guide.edition import Data

# What every part needs: the style of its pages.
STYLE = ("title", "subtitle", "strings", "day", "paper", "two_sided", "large", "notes", "colours")
# What the first part prints.
FRONT = ("description", "counts", "version", "site", "site_pieces", "license", "has_questions", "hours", "map_words", "picture")
# The chapters after the phases: the files that print each part, the fields that it prints, and the lowest level of its headings
# that the contents list. The chapters of one part can share pages.
LATER_PARTS = (
    (("activities.typ", "forms.typ"), ("projects", "roles", "milestones", "routine", "forms"), 2),
    (("library.typ",), ("papers",), 1),
    (("library.typ",), ("resources", "collections", "lists", "tips", "disagreements"), 1),
    (("back.typ",), ("answers",), 1),
    (("back.typ",), ("index",), 1),
    (("back.typ",), ("sources",), 1),
)
# Lists that are printed in several parts if they are long: the field with the entries of each group, if it has groups. The typesetter
# needs about 0.4 MiB for each kilobyte.
LONG_LISTS = {"papers": "entries", "resources": "entries", "answers": "topics", "index": "", "sources": ""}
PART_BYTES = 600_000
# So many bytes of data fill less than a page in every format. It decides how many digits the numbers of pages get room for.
BYTES_A_PAGE = 3000


@dataclass(frozen=True)
class GuidePart:
    """Some chapters of a guide.

    Attributes:
        data: what the layout prints.
        codes: the names of its QR codes, with their addresses.
        begins_right: whether it begins on a right-hand page in a two-sided guide.
        contents_depth: the lowest level of its headings that the contents list.
    """

    data: Data
    codes: Sequence[Sequence[str]] = ()
    begins_right: bool = False
    contents_depth: int = 1


def later_parts(content: Data, style: Data) -> Iterator[GuidePart]:
    """All parts but the first one: it prints the contents, so it needs the headings of all others."""
    for chapter in content["chapters"]:
        codes = [[part["code"], part["url"]] for part in (chapter, *chapter["parts"]) if part["url"]]
        yield GuidePart({**style, "layouts": ["chapters.typ"], "chapters": [chapter]}, codes, begins_right=True, contents_depth=2)
    empty: Data = {name: [] for _, names, _ in LATER_PARTS for name in names} | {"documents": content["documents"]}
    for layouts, names, contents_depth in LATER_PARTS:
        printed = {name: content[name] for name in names if content[name]}
        pieces = [{name: piece} for name in printed if name in LONG_LISTS for piece in _pieces(printed[name], LONG_LISTS[name])]
        for number, piece in enumerate(pieces[:-1]):
            yield GuidePart({**style, **empty, **piece, "layouts": layouts, "continues": number > 0}, contents_depth=contents_depth)
        if printed:
            printed |= pieces[-1] if pieces else {}
            yield GuidePart({**style, **empty, **printed, "layouts": layouts, "continues": len(pieces) > 1}, contents_depth=contents_depth)


def _pieces(items: list[Any], inner: str) -> Iterator[list[Any]]:
    """A list in pieces, each of which one part can print. A group that continues in another piece has its title only in the first one."""
    entries = [(group, entry) for group in items for entry in group[inner]] if inner else [(None, item) for item in items]
    piece: list[Any] = []
    size = 0
    last_group = None
    for group, entry in entries:
        length = len(json.dumps(entry))
        if piece and size + length > PART_BYTES:
            yield piece
            piece, size = [], 0
        size += length
        if group is None:
            piece.append(entry)
        elif piece and group is last_group:
            piece[-1][inner].append(entry)
        else:
            piece.append({**group, "title": "" if group is last_group else group["title"], inner: [entry]})
        last_group = group
    yield piece


def front_part(content: Data, style: Data, contents: list[Data]) -> GuidePart:
    """The cover, the contents and the overview.

    Args:
        contents: the headings that the contents list.
    """
    own = {name: content[name] for name in FRONT} | {"has_codes": bool(content["codes"]), "contents": contents}
    chapters = [{**chapter, "parts": []} for chapter in content["chapters"]]
    return GuidePart({**style, **own, "layouts": ["front.typ", "picture.typ"], "chapters": chapters})


def front_titles(content: Data) -> list[str]:
    """The headings of the first part."""
    strings = content["strings"]
    titles = (
        (strings["how_to_use"]["title"], True),
        (strings["contents"], True),
        (strings["map"]["title"], len(content["chapters"]) > 1),
        (strings["hours"]["title"], content["hours"] is not None),
        (strings["map"]["picture"], content["picture"] is not None),
    )
    return [title for title, is_printed in titles if is_printed]


def page_style(content: Data) -> Data:
    """What the layout of each part needs."""
    digits = max(2, len(str(len(json.dumps(content)) // BYTES_A_PAGE)))
    return {name: content[name] for name in STYLE} | {
        "has_answers": bool(content["answers"]),
        "digits": digits,
        "begins_left": False,
        "continues": False,
    }
