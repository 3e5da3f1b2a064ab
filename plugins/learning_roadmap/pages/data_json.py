"""The published data: the roadmap as canonical JSON, and its schema."""

from collections.abc import Iterator

from learning_roadmap.datafile import schema_text
from learning_roadmap.model import Roadmap, fields_in

DATA = "roadmap.json"


def data_json(roadmap: Roadmap) -> Iterator[bytes]:
    """The content of :data:`DATA` in parts: fields in the order of the model, defaults left out, one space for each level.

    As one text, it would need about as much memory as the roadmap.
    """
    lists = {name: value for name in fields_in(type(roadmap)) if isinstance(value := getattr(roadmap, name), tuple)}
    # Every list is after the fields that are none.
    head = roadmap.model_copy(update=dict.fromkeys(lists, ())).model_dump_json(exclude_defaults=True, indent=1)
    yield head.removesuffix(b"\n}")
    for name, entries in lists.items():
        start = f',\n "{name}": [\n  '
        for entry in entries:
            yield start.encode()
            yield entry.model_dump_json(exclude_defaults=True, indent=1).replace(b"\n", b"\n  ")
            start = ",\n  "
        if entries:
            yield b"\n ]"
    yield b"\n}\n"


def schema_json() -> str:
    """The text of ``roadmap.schema.json``."""
    return schema_text()
