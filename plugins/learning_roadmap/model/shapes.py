"""The shapes of fields: what commands have to know to take a value for any field of any kind."""

from enum import StrEnum
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic.fields import FieldInfo

from learning_roadmap.model.records import Record, fields_in


class Shape(StrEnum):
    """What a field holds."""

    FLAG = "flag"
    VALUE = "value"
    VALUES = "values"
    RECORD = "record"
    RECORDS = "records"


def shape_of(field: FieldInfo) -> Shape:
    """The shape of a field.

    >>> from learning_roadmap.model import Paper
    >>> [shape_of(fields_in(Paper)[name]).value for name in ("must_read", "year", "authors", "checked", "named")]
    ['flag', 'value', 'values', 'record', 'records']
    """
    is_record = record_of(field) is not None
    if _type_of(field.annotation) is tuple:
        return Shape.RECORDS if is_record else Shape.VALUES
    return Shape.RECORD if is_record else Shape.FLAG if value_type(field) is bool else Shape.VALUE


def value_type(field: FieldInfo) -> type[Any]:
    """The class of a field's value, without constraints and None; ``tuple`` for lists.

    >>> from learning_roadmap.model import Paper
    >>> value_type(fields_in(Paper)["year"])
    <class 'int'>
    """
    return _type_of(field.annotation)


def record_of(field: FieldInfo) -> type[Record] | None:
    """The class of the record or records in a field; None if it holds plain values."""
    return _record_in(field.annotation)


def names_in(record: type[Record]) -> list[str]:
    """The names that the fields of a record have in files.

    >>> from learning_roadmap.model import Checked
    >>> names_in(Checked)
    ['on', 'in']
    """
    return [field.alias or name for name, field in fields_in(record).items()]


def option_of(model: type[Record], field: str) -> str:
    """The option of commands for a field. A list has an option for each of its items.

    >>> from learning_roadmap.model import Paper
    >>> option_of(Paper, "authors"), option_of(Paper, "must_read")
    ('--author', '--must-read')
    """
    name = field.removesuffix("s") if fields_in(model)[field].default == () else field
    return f"--{name.replace('_', '-')}"


def _type_of(annotation: Any) -> type[Any]:
    if isinstance(annotation, type):
        return annotation
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return tuple
    return _type_of(inner[0] if origin is Annotated else next(argument for argument in inner if argument is not NoneType))


def _record_in(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((record for argument in get_args(annotation) if (record := _record_in(argument))), None)
