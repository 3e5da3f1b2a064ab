"""Convert schema errors to problems with a location, a message and a fix."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from learning_roadmap.datafile.tree import Block, Path, position
from learning_roadmap.diagnostics import Invalid, Place, Problem, did_you_mean, excerpt
from learning_roadmap.model import FORMAT, REFERENCES, Roadmap

EXPECTED = {
    "string_type": ("expected a text", "write one line of text, or leave the field out"),
    "string_too_short": ("the text is empty", "write something, or leave the field out"),
    "tuple_type": ("expected a list", "write one '- ' line for each item, or leave the field out"),
    "model_type": ("expected an entry with fields", "write it as 'field: value' lines"),
    "model_attributes_type": ("expected an entry with fields", "write it as 'field: value' lines"),
    "int_parsing": ("expected a whole number", "write digits only"),
    "int_type": ("expected a whole number", "write digits only"),
    "float_parsing": ("expected a number", "write digits, with a point for fractions"),
    "float_type": ("expected a number", "write digits, with a point for fractions"),
    "finite_number": ("the number is not finite", "write digits, with a point for fractions"),
    "bool_parsing": ("expected true or false", "write true or false"),
    "bool_type": ("expected true or false", "write true or false"),
}
LIMITS = {"le": ("large", "at most"), "lt": ("large", "less than"), "ge": ("small", "at least"), "gt": ("small", "more than")}
# Lists of records, and the field of the records that refers to an entry.
_REFERRING = {name: inner for name, _, inner in (reference.partition(".") for reference in REFERENCES) if inner}
ID_FIX = "use lower-case letters, digits and hyphens, such as 'gradient-descent'"


class Rejection(NamedTuple):
    """Why the schema rejects a value: code, message and fix."""

    code: str
    message: str
    fix: str


def explain(error: ValidationError, tree: Block, file: str, model: type[BaseModel] = Roadmap) -> Iterator[Problem]:
    """The problems of a schema error in a file of this model."""
    for path, rejection in rejections(error, model):
        yield Problem(Place(file, *position(tree, path, of_key=rejection.code == "SCH-KEY")), *rejection)


def rejections(error: ValidationError, model: type[BaseModel] = Roadmap) -> Iterator[tuple[Path, Rejection]]:
    """The paths of the rejected values, and why they are rejected."""
    for detail in error.errors(include_url=False):
        yield detail["loc"], _rejection(detail, model)


def _rejection(detail: ErrorDetails, model: type[BaseModel]) -> Rejection:
    kind, where = detail["type"], detail["loc"]
    name = next((step for step in reversed(where) if isinstance(step, str)), "")
    code = f"SCH-{name.upper().replace('_', '-')}"
    context: dict[str, Any] = detail.get("ctx", {})
    value = excerpt(str(detail["input"]), 40) if isinstance(detail["input"], str) else ""
    if kind == "missing":
        return Rejection(code, f"missing field '{name}'", f"add a line '{name}: …'")
    if kind == "extra_forbidden":
        fields = _fields_at(model, where)
        return Rejection("SCH-KEY", f"unknown field '{excerpt(name)}'", did_you_mean(name, fields, f"use one of: {', '.join(fields)}"))
    if isinstance(invalid := context.get("error"), Invalid):
        return Rejection("URL" if name == "url" else code, invalid.message, invalid.fix)
    if name == "format":
        fix = f"write 'format: {FORMAT}', or install a newer version of this program"
        return Rejection("SCH-VERSION", f"unknown format version '{value}'", fix)
    if kind == "string_pattern_mismatch":
        return Rejection(code, f"'{value}' is not a valid id", ID_FIX)
    if kind in ("enum", "literal_error"):
        return Rejection(code, f"'{value}' is not a valid {name}", f"use {context.get('expected', 'one of the known values')}")
    if kind == "string_too_long":
        return Rejection(code, f"the text is longer than {context['max_length']:,} characters", "shorten it")
    if bound := next((bound for bound in LIMITS if bound in context), ""):
        size, limit = LIMITS[bound]
        return Rejection(code, f"'{value or detail['input']}' is too {size}", f"use {limit} {str(context[bound]).removesuffix('.0')}")
    if kind.startswith("model") and isinstance(detail["input"], str) and (inner := _REFERRING.get(_list_name(where))):
        return Rejection(code, EXPECTED[kind][0], f"write it as {{{inner}: {value}}}")
    if kind in EXPECTED:
        return Rejection(code, *EXPECTED[kind])
    return Rejection(code, detail["msg"], "change the value")


def _list_name(path: Path) -> str:
    """The list whose item is at the end of ``path``."""
    return str(path[-2]) if len(path) > 1 and isinstance(path[-1], int) else ""


def _fields_at(record: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """The fields of the record at the end of ``path``."""
    for step in path[:-1]:
        if isinstance(step, str) and step in record.model_fields:
            inner = _record_in(record.model_fields[step].annotation)
            record = inner or record
    return [field.alias or name for name, field in record.model_fields.items()]


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((record for argument in getattr(annotation, "__args__", ()) if (record := _record_in(argument))), None)
