"""What every record of a data file is: an immutable dataclass that pydantic validates, reads and writes.

Dataclasses with slots instead of pydantic's models: the same roadmap needs less than half of the memory, and reading a field of an entry, which
pages do more often than anything else, takes less than half of the time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import FrozenInstanceError
from typing import Any, Literal, Never, Self, TypeVar, dataclass_transform

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass
from pydantic.fields import FieldInfo

# Validators are built when data is first loaded, not on import: many commands load no data.
# Fields whose names are keywords of Python have another name in the code, and their own in files.
CONFIG = ConfigDict(extra="forbid", defer_build=True, serialize_by_alias=True)


def field(*, default: Any = ..., alias: str | None = None, **facts: Any) -> Any:
    """A field of a record with a description or constraints. Without a default, it is required.

    Args:
        default: its value where a file has none.
        alias: its name in files, if that is a keyword of Python.
        facts: what ``pydantic.Field`` takes.
    """
    # Keyword-only, like the fields without a description; otherwise dataclasses would put these first.
    return Field(default, alias=alias, kw_only=True, **facts)


Class = TypeVar("Class")


@dataclass_transform(eq_default=True, kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def record(declared: type[Class]) -> type[Class]:
    """The class as a record, with slots for its fields."""
    # A dataclass compiles its methods anew for each class. What can be in the base is there: commands start 0.04 s earlier.
    made: Any = dataclass(declared, slots=True, kw_only=True, eq=False, repr=False, config=CONFIG)
    return made  # type: ignore[no-any-return]


@record
class Record:
    """Base of everything in the data file: frozen, and unknown fields are errors.

    Its methods have the names of those of pydantic's models, but fewer options, and JSON is bytes.
    """

    def __setattr__(self, name: str, value: object) -> Never:
        raise FrozenInstanceError(f"cannot assign to field '{name}'")

    def __delattr__(self, name: str) -> Never:
        raise FrozenInstanceError(f"cannot delete field '{name}'")

    def __eq__(self, other: object) -> bool:
        return self is other or (type(self) is type(other) and self._values() == other._values())

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        fields = (f"{name}={value}" for name, value in zip(fields_in(type(self)), map(repr, self._values()), strict=True))
        return f"{type(self).__name__}({', '.join(fields)})"

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in fields_in(type(self)))

    @classmethod
    def model_validate(cls, value: Any) -> Self:
        """The record that a mapping describes.

        Raises:
            ValidationError: when it describes none, with every reason.
        """
        found: Self = _adapter(cls).validate_python(value)
        return found

    @classmethod
    def model_validate_json(cls, text: str | bytes) -> Self:
        """The record that a JSON object describes.

        Raises:
            ValidationError: when it describes none, with every reason.
        """
        found: Self = _adapter(cls).validate_json(text)
        return found

    @classmethod
    def model_json_schema(cls) -> dict[str, Any]:
        """The JSON Schema of the class."""
        return _adapter(cls).json_schema()

    def model_dump(self, *, mode: Literal["json", "python"] = "python", **options: Any) -> dict[str, Any]:
        """The record as a mapping. The options are those of pydantic."""
        plain: dict[str, Any] = _adapter(type(self)).dump_python(self, mode=mode, **options)
        return plain

    def model_dump_json(self, **options: Any) -> bytes:
        """The record as JSON in UTF-8. The options are those of pydantic."""
        return _adapter(type(self)).dump_json(self, **options)

    def model_copy(self, update: Mapping[str, Any] | None = None) -> Self:
        """The record with other values in some fields. They are not validated.

        Raises:
            TypeError: when it has no field of a name.
        """
        names, changes = fields_in(type(self)), update or {}
        if unknown := changes.keys() - names.keys():
            raise TypeError(f"{type(self).__name__} has no field '{min(unknown)}'")
        return _made(type(self), [changes[name] if name in changes else getattr(self, name) for name in names])

    # For copy and pickle, which would otherwise assign to the fields.
    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (type(self), self._values())


Made = TypeVar("Made", bound=Record)


def _made(kind: type[Made], values: Iterable[Any]) -> Made:
    """A record of valid values, in the order of its fields."""
    made = object.__new__(kind)
    for name, value in zip(fields_in(kind), values, strict=True):
        object.__setattr__(made, name, value)
    return made


_ADAPTERS: dict[type[Record], TypeAdapter[Any]] = {}


def _adapter(kind: type[Record]) -> TypeAdapter[Any]:
    """What validates, reads and writes records of a class."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def fields_in(kind: type[Record]) -> dict[str, FieldInfo]:
    """The fields of a class of records by their names in the code, in order."""
    return kind.__pydantic_fields__  # type: ignore[attr-defined, no-any-return]
