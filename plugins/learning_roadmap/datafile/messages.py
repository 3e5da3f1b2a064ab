"""Schema errors, said to people: where, what is wrong, what to do."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from learning_roadmap.datafile.tree import Block, Items, Mark
from learning_roadmap.diagnostics import Problem, excerpt
from learning_roadmap.model import Roadmap

WANTED = {
    "string_type": ("a text is wanted here", "write one line of text, or leave the field out"),
    "string_too_short": ("the text is empty", "write something, or leave the field out"),
    "tuple_type": ("a list is wanted here", "write one '- ' line for each item, or leave the field out"),
    "model_type": ("an entry with fields is wanted here", "write it as 'field: value' lines"),
    "model_attributes_type": ("an entry with fields is wanted here", "write it as 'field: value' lines"),
    "int_parsing": ("a whole number is wanted here", "write digits only"),
    "int_type": ("a whole number is wanted here", "write digits only"),
    "float_parsing": ("a number is wanted here", "write digits, with a point for fractions"),
    "float_type": ("a number is wanted here", "write digits, with a point for fractions"),
    "finite_number": ("the number is not finite", "write digits, with a point for fractions"),
    "bool_parsing": ("yes or no is wanted here", "write true or false"),
    "bool_type": ("yes or no is wanted here", "write true or false"),
}
ID_FIX = "use lower-case letters, digits and hyphens, such as 'gradient-descent'"


def explain(error: ValidationError, tree: Block, file: str) -> Iterator[Problem]:
    """The problems that a schema error stands for."""
    for detail in error.errors(include_url=False):
        mark = position(tree, detail["loc"])
        yield Problem.at(file, mark, *words_for(detail))


def position(tree: Block, path: tuple[int | str, ...]) -> Mark:
    """Where the value at ``path`` stands; for one that is missing, where its entry begins."""
    value: Any = tree
    mark = tree.mark
    for step in path:
        if isinstance(value, Block) and isinstance(step, str):
            if step not in value:
                return value.keys_at.get(step, mark)
            mark, value = value.values_at[step], value[step]
        elif isinstance(value, Items) and isinstance(step, int) and step < len(value):
            mark, value = value.items_at[step], value[step]
    return mark


def words_for(detail: ErrorDetails) -> tuple[str, str, str]:
    """Code, message and fix for a schema error."""
    kind, where = detail["type"], detail["loc"]
    name = next((step for step in reversed(where) if isinstance(step, str)), "")
    code = f"SCH-{name.upper().replace('_', '-')}"
    context: dict[str, Any] = detail.get("ctx", {})
    given = excerpt(str(detail["input"]), 40) if isinstance(detail["input"], str) else ""
    if kind == "missing":
        return code, f"'{name}' is missing", f"add a line '{name}: …' to this entry"
    if kind == "extra_forbidden":
        known = _known_fields(where)
        near = get_close_matches(name, known, 1)
        hint = f"did you mean '{near[0]}'?" if near else f"fields here: {', '.join(known)}"
        return "SCH-KEY", f"unknown field '{excerpt(name)}'", hint
    if kind == "value_error":
        message = str(context.get("error", detail["msg"]))
        what, _, fix = message.partition(" (")
        code = "URL" if name == "url" else code
        return code, what, fix.removesuffix(")") or "change it"
    if name == "format":
        return "SCH-VERSION", f"format {given!r} is not known", "this program reads 'format: 1'"
    if kind == "string_pattern_mismatch":
        return code, f"{given!r} is not a valid id", ID_FIX
    if kind == "enum":
        return code, f"{given!r} is not one of them", f"use {context.get('expected', 'one of the known values')}"
    if kind == "literal_error":
        return code, f"{given!r} is not one of them", f"use {context.get('expected', 'one of the known values')}"
    if kind == "string_too_long":
        return code, f"longer than {context['max_length']} characters", "shorten it"
    if limit := next((context[name] for name in ("le", "lt", "ge", "gt") if name in context), None):
        return code, f"{given or detail['input']!r} is too {'large' if 'le' in context or 'lt' in context else 'small'}", f"the limit is {limit}"
    if kind.startswith("model") and "needs" in where and isinstance(detail["input"], str):
        return code, WANTED[kind][0], f"write it as {{topic: {given}}}"
    if kind in WANTED:
        return (code, *WANTED[kind])
    return code, detail["msg"], "change the value"


def _known_fields(path: tuple[int | str, ...]) -> list[str]:
    """The fields of the record that ``path`` leads into."""
    record: type[BaseModel] = Roadmap
    for step in path[:-1]:
        if isinstance(step, str) and step in record.model_fields:
            inner = _record_in(record.model_fields[step].annotation)
            record = inner or record
    return list(record.model_fields)


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in getattr(annotation, "__args__", ()) if (found := _record_in(part))), None)
