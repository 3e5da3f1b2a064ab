"""The names of the fields of all records that a data file can have."""

from collections.abc import Iterator
from functools import cache

from learning_roadmap.model import Record, Roadmap, fields_in


@cache
def field_names() -> frozenset[str]:
    """The names of all fields of a data file."""
    return frozenset().union(*fields_of_records())


def fields_of_records() -> tuple[frozenset[str], ...]:
    """For each kind of record in a data file, the names of its fields."""
    return tuple(frozenset(field.alias or name for name, field in fields_in(record).items()) for record in _all_records())


@cache
def _all_records() -> tuple[type[Record], ...]:
    records: dict[type[Record], None] = {}
    stack: list[type[Record]] = [Roadmap]
    while stack:
        record = stack.pop()
        if record not in records:
            records[record] = None
            stack.extend(inner for field in fields_in(record).values() for inner in _records(field.annotation))
    return tuple(records)


@cache
def list_names() -> frozenset[str]:
    """The names of all fields that are lists or groups of fields, and so may begin with a bracket."""
    lists = {name for record in _all_records() for name, field in fields_in(record).items() if _is_structured(field.annotation)}
    return frozenset(lists)


def _is_structured(annotation: object) -> bool:
    return getattr(annotation, "__origin__", None) is tuple or any(True for _ in _records(annotation))


def _records(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _records(argument)
