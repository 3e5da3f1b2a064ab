"""The JSON of a roadmap in parts, one for each piece of its data file: a field with its name, or with some of the items of its list.

As a whole, it would be in memory several times while it is read, hashed and written.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from learning_roadmap.model import FORMAT, Roadmap, fields_in

# What a roadmap must have. With them, each part is a roadmap of its own.
REQUIRED = {"format": FORMAT, "id": "part", "title": "Part"}


def part_of(roadmap: Roadmap, field: str) -> bytes:
    """A field of a roadmap; empty if it has its default value. As bytes: a text with a single "●" needs twice the memory."""
    return roadmap.model_dump_json(include={field}, exclude_defaults=True)[1:-1]


def read_part(part: bytes) -> Roadmap:
    """A roadmap with nothing but the field of a part, and what is required."""
    required = {name: value for name, value in REQUIRED.items() if name != field_of(part)}
    return Roadmap.model_validate_json(b"%s,%s}" % (json.dumps(required)[:-1].encode(), part) if part else json.dumps(required))


def field_of(part: bytes) -> str:
    """The name of a part's field.

    >>> field_of(b'"tips":[1]'), field_of(b'')
    ('tips', '')
    """
    return part[1 : part.index(b'"', 1)].decode() if part else ""


def joined(parts: Iterable[tuple[str, Roadmap]]) -> Roadmap:
    """The roadmap of some fields, each with a roadmap that holds it or some of its items.

    Raises:
        ValidationError: when a required field is missing.
    """
    values: dict[str, list[Any]] = {}
    for field, part in parts:
        values.setdefault(field, []).append(getattr(part, field))
    return Roadmap.model_validate({field: all[0] if len(all) == 1 else tuple(chain.from_iterable(all)) for field, all in values.items()})


def in_order(parts: Iterable[bytes]) -> list[bytes]:
    """The parts in the order of the roadmap's fields, without empty ones."""
    places = {name: place for place, name in enumerate(fields_in(Roadmap))}
    return sorted(filter(None, parts), key=lambda part: places[field_of(part)])


def as_json(parts: Sequence[bytes]) -> Iterator[bytes]:
    """The JSON of the whole roadmap, piece by piece, from its parts in order.

    >>> b"".join(as_json([b'"id":1', b'"tips":[1,2]', b'"tips":[3]']))
    b'{"id":1,"tips":[1,2,3]}'
    """
    before = ""
    for number, part in enumerate(parts, 1):
        field = field_of(part)
        continues = number < len(parts) and field_of(parts[number]) == field
        yield b"," if before else b"{"
        yield part[len(f'"{field}":[') if field == before else 0 : -1 if continues else None]
        before = field
    yield b"}"
