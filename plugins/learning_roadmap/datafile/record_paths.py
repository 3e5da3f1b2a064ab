"""What the model has at a path that the schema's errors name, such as ``phases, 0, sections``."""

from typing import Any

from learning_roadmap.datafile.tree import Block, Path
from learning_roadmap.model import REFERENCES, Record, fields_in

# Lists of records, and the field of the records that refers to an entry.
REFERRING = {name: inner for name, _, inner in (reference.partition(".") for reference in REFERENCES) if inner}


def value_at(tree: Block, path: Path) -> Any:
    """The value at ``path``."""
    value: Any = tree
    for step in path:
        value = value[step]
    return value


def field_name(path: Path) -> str:
    """The field at the end of ``path``, or the one whose item is there."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def name_of_list(path: Path) -> str:
    """The list whose item is at the end of ``path``."""
    return str(path[-2]) if len(path) > 1 and isinstance(path[-1], int) else ""


def is_reference(path: Path) -> bool:
    """Whether the value at the end of ``path`` is the id of another entry."""
    name, list_name = field_name(path), next((step for step in reversed(path[:-1]) if isinstance(step, str)), "")
    return {name, f"{list_name}.{name}"} & set(REFERENCES) != set()


def is_required(model: type[Record], path: Path) -> bool:
    """Whether the field at the end of ``path`` must be there."""
    field = fields_in(record_at(model, path)).get(str(path[-1]))
    return field is not None and field.is_required()


def required_fields(record: type[Record]) -> list[str]:
    """The fields that a record must have."""
    return [field.alias or name for name, field in fields_in(record).items() if field.is_required()]


def fields_at(record: type[Record], path: tuple[int | str, ...]) -> list[str]:
    """The fields of the record at the end of ``path``."""
    return [field.alias or name for name, field in fields_in(record_at(record, path)).items()]


def holds_texts(model: type[Record], path: tuple[int | str, ...]) -> bool:
    """Whether the list at the end of ``path`` has texts as items, not records."""
    field = fields_in(record_at(model, path)).get(str(path[-1]))
    return field is not None and _record_in(field.annotation) is None


def record_at(record: type[Record], path: tuple[int | str, ...]) -> type[Record]:
    """The record that has the field at the end of ``path``."""
    for step in path[:-1]:
        if isinstance(step, str) and step in fields_in(record):
            inner = _record_in(fields_in(record)[step].annotation)
            record = inner or record
    return record


def _record_in(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((record for argument in getattr(annotation, "__args__", ()) if (record := _record_in(argument))), None)
