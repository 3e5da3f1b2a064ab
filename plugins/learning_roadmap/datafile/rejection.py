"""Why the schema rejects a value, in the author's terms: code, message and fix."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from learning_roadmap.datafile.record_paths import (
    REFERRING,
    field_name,
    fields_at,
    holds_texts,
    is_reference,
    is_required,
    name_of_list,
    record_at,
    required_fields,
)
from learning_roadmap.datafile.repairs import middle_of_range, number_of_hours
from learning_roadmap.datafile.tree import Path
from learning_roadmap.diagnostics import Invalid, did_you_mean, excerpt, nearest
from learning_roadmap.model import FORMAT, KINDS, Kind, Record, Roadmap, fields_in, slug

WRITE_NUMBER = "write digits, with a point for fractions, such as 1.5"
# What a field must be, by the kind of the schema's error, and how to write it.
EXPECTED = {
    "string_type": ("a text", "write one line of text, or remove the field"),
    "tuple_type": ("a list", "write one '- ' line for each item, or remove the field"),
    "dataclass_type": ("a group of fields", "write it as 'field: value' lines"),
    "int_parsing": ("a whole number", "write digits only"),
    "int_type": ("a whole number", "write digits only"),
    "int_from_float": ("a whole number", "write digits only"),
    "float_parsing": ("a number", WRITE_NUMBER),
    "float_type": ("a number", WRITE_NUMBER),
    "bool_parsing": ("true or false", "write true or false"),
    "bool_type": ("true or false", "write true or false"),
}
# Words that people use for fields, or that other formats have.
OTHER_WORDS = {
    **dict.fromkeys(("name", "heading", "label"), "title"),
    **dict.fromkeys(("alias", "aliases", "synonyms"), "also"),
    **dict.fromkeys(("requires", "prerequisites", "depends", "depends_on", "after"), "needs"),
    **dict.fromkeys(("difficulty", "stage"), "level"),
    **dict.fromkeys(("time", "effort", "estimate"), "hours"),
    **dict.fromkeys(("link", "href", "address", "website"), "url"),
    **dict.fromkeys(("resources", "reading", "links"), "read"),
    **dict.fromkeys(("description", "about", "text"), "summary"),
    **dict.fromkeys(("subtopics", "children", "items"), "topics"),
    **dict.fromkeys(("questions", "quiz"), "check"),
    **dict.fromkeys(("question", "q"), "ask"),
    **dict.fromkeys(("solution", "a"), "answer"),
}
LIMITS = {"le": "at most", "lt": "less than", "ge": "at least", "gt": "more than"}
BRACKETS = "[]［］【】"
USE_ID = "use the id of an existing entry, in lower-case letters, digits and hyphens"
ID_FIX = "use lower-case letters, digits and hyphens, such as 'gradient-descent'"


class Rejection(NamedTuple):
    """Why the schema rejects a value: code, message and fix."""

    code: str
    message: str
    fix: str


def rejections(error: ValidationError, model: type[Record] = Roadmap) -> Iterator[tuple[Path, Rejection]]:
    """The paths of the rejected values, and why they are rejected."""
    for detail in error.errors(include_url=False):
        yield detail["loc"], rejection_of(detail, model)


def rejection_of(detail: ErrorDetails, model: type[Record]) -> Rejection:
    """Why one value is rejected."""
    kind, where = detail["type"], detail["loc"]
    name = field_name(where)
    code = code_of(name)
    context: dict[str, Any] = detail.get("ctx", {})
    value = excerpt(str(detail["input"]), 40) if isinstance(detail["input"], str | int | float) else ""
    if kind == "missing":
        return Rejection(code, *missing_fields([name]))
    if kind == "unexpected_keyword_argument":
        fields = fields_at(model, where)
        before, colon, after = name.partition(":")
        if colon and before in fields:
            return Rejection("SCH-KEY", f"a space is missing after '{before}:'", f"write '{before}: {excerpt(after)}'")
        other_word = OTHER_WORDS.get(name.casefold())
        of_others = any(name in fields_in(kind.model) for kind in KINDS)
        meant = [field for field in fields if field in (name.casefold(), other_word)] or ([] if of_others else nearest(name, fields))
        fix = f"did you mean '{meant[0]}'?" if meant else f"use one of: {', '.join(fields)}"
        message = f"unknown field '{excerpt(name)}'"
        if not meant and (kinds := [kind for kind in KINDS if name in fields_in(kind.model)]):
            message, fix = _field_of_others(name, where, model, kinds, fields)
        return Rejection("SCH-KEY", message, fix)
    if isinstance(invalid := context.get("error"), Invalid):
        message = f"'{value}' is {invalid.message}" if invalid.message.startswith("not a") else invalid.message
        return Rejection("URL" if name == "url" else code, message, invalid.fix)
    if name == "format":
        fix = f"install a newer version of this program; only if the number was a slip, write 'format: {FORMAT}'"
        return Rejection("SCH-VERSION", f"unknown format version '{value}'", fix)
    remove = "" if is_required(model, where) else ", or remove the line"
    if detail["input"] is None:
        if not isinstance(where[-1], str):
            return Rejection(code, f"an item of '{name}' is empty", "write something after the dash, or remove the line")
        return Rejection(code, f"'{name}' has no value", f"write {_expected(kind)} after '{name}:'{remove}")
    if kind == "string_too_short":
        return Rejection(code, f"'{name}' is an empty text", f"write something between the quotes{remove}")
    if kind == "string_pattern_mismatch" and name == "language":
        return Rejection(code, f"'{value}' is not a code of a language", "use its code, in lower-case letters, such as 'en', 'de' or 'zh'")
    if kind == "string_pattern_mismatch" and is_reference(where):
        fix = "use the id of an existing entry; an address belongs into the 'url' of a resource or paper" if "://" in value else USE_ID
        return Rejection(code, f"'{value}' is not the id of an entry", fix)
    if kind == "string_pattern_mismatch":
        fix = f"{ID_FIX.split(', such')[0]}: {id}" if (id := slug(str(detail["input"])[:100])) and len(id) > 1 else ID_FIX
        return Rejection(code, f"'{value}' is not a valid id", fix)
    if kind in ("enum", "literal_error"):
        expected = str(context.get("expected", "one of the known values"))
        message = f"'{value}' is not a valid {name}" if len(name) > 3 else f"'{value}' is not a valid value of '{name}'"
        if not isinstance(detail["input"], str):
            message = f"'{name}' is {_form_of(detail['input'])}, but must be one word"
        return Rejection(code, message, did_you_mean(value, choices_in(expected), f"use {expected}"))
    if kind == "string_too_long":
        return Rejection(code, *_too_long(str(detail["input"]), context["max_length"]))
    if kind == "finite_number":
        is_large = str(detail["input"]).strip("+-").isdigit()
        if is_large:
            return Rejection(code, f"'{name}' is a number of {len(str(detail['input'])):,} digits, which is too large", "write a smaller number")
        return Rejection(code, f"'{name}' is '{value}', which is not a number", WRITE_NUMBER)
    if bound := next((bound for bound in LIMITS if bound in context), ""):
        number = float(context[bound])
        limit = f"{LIMITS[bound]} {number:,g}" if number >= 10_000 else f"{LIMITS[bound]} {number:g}"  # no comma in years
        return Rejection(code, f"'{name}' is {value or detail['input']}, but must be {limit}", f"write a number that is {limit}")
    if kind == "dataclass_type" and isinstance(detail["input"], str) and (inner := REFERRING.get(name_of_list(where))):
        fix = f"write it as {{{inner}: {value}}}" if "://" not in value else f"write it as {{{inner}: …}}, with the id of an entry of the roadmap"
        return Rejection(code, f"an item of '{name}' is the text '{value}', but must be a group of fields", fix)
    if kind == "dataclass_type" and isinstance(detail["input"], str) and (fix := _as_record(detail, model, value)):
        message = f"{'an item of ' if not isinstance(where[-1], str) else ''}'{name}' is the text '{value}', but must be a group of fields"
        return Rejection(code, message, fix)
    if kind in EXPECTED:
        expected, fix = EXPECTED[kind]
        if kind == "tuple_type" and not holds_texts(model, where):
            wanted = required_fields(record_at(model, (*where, "")))
            inner = REFERRING.get(name, "")
            given = f"{{{inner}: {slug(value)}}}" if inner and slug(value) == value else f"{{{', '.join(f'{field}: …' for field in wanted)}}}"
            if isinstance(detail["input"], str):
                return Rejection(code, f"'{name}' is '{value}', but must be a list", f"write each item on a line of its own, as in '- {given}'")
        return Rejection(code, *_wrong_form(name, where, detail["input"], expected, fix))
    return Rejection(code, detail["msg"], "change the value")


def _as_record(detail: ErrorDetails, model: type[Record], value: str) -> str:
    """How to write a text as the record that is expected; empty if there is none."""
    where = detail["loc"]
    record = record_at(model, (*where, ""))
    required = required_fields(record)
    if required[:2] == ["id", "title"]:
        return f"write it as an entry: '- id: {slug(value) or '…'}', and in the line below 'title: {value}'"
    if len(required) == 1 and isinstance(only := fields_in(record)[next(iter(fields_in(record)))].annotation, type) and issubclass(only, Enum):
        choices = [str(choice.value) for choice in only]
        if value not in choices:
            return f"write it as {field_name(where)}: {{{required[0]}: …}}, with one of: {', '.join(choices)}"
    if len(required) == 1:
        return f"write it as {field_name(where)}: {{{required[0]}: {value}}}"
    return f"write its fields in lines of their own: {', '.join(f'{name}: …' for name in required)}" if required else ""


def _field_of_others(name: str, where: Path, model: type[Record], kinds: Sequence[Kind], fields: Sequence[str]) -> tuple[str, str]:
    """Message and fix for a field that only entries of other kinds have. Perhaps the entry is one of them, and in the wrong list."""
    list_name = name_of_list(where[:-1])
    here = next((kind for kind in KINDS if kind.list_name == list_name), None)
    fix = f"'{name}' is a field of: {', '.join(kind.list_name for kind in kinds)}; here, use one of: {', '.join(fields)}"
    if here is None:
        return f"unknown field '{name}'", fix
    label = here.label or here.name
    beside = next((kind for kind in kinds if kind.list_name in fields_at(model, where[:-2])), None)
    if beside is None or beside is here:
        return f"{_a(label)} has no field '{name}'", fix
    if here.name != "topic" and "topics" not in fields_at(model, where[:-2]) and any(kind.name == "topic" for kind in kinds):
        message = f"each item of '{list_name}' is {_a(label)}, which has no field '{name}'"
        return message, f"if this is a topic, move it into the list 'topics' of its section; if it is {_a(label)}, remove this line"
    message = f"each item of '{list_name}' is {_a(label)}, which has no field '{name}'"
    return message, f"if this is {_a(beside.name)}, move it to the list '{beside.list_name}' beside '{list_name}'; if not, remove this line"


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _wrong_form(name: str, where: Path, given: Any, expected: str, fix: str) -> tuple[str, str]:
    what = f"'{name}'" if isinstance(where[-1], str) else f"an item of '{name}'"
    if isinstance(given, str):
        if expected == "a list":
            fix = f"write it as a list: {name}: [{excerpt(given.strip(BRACKETS), 40)}]"
        elif expected == "a number" and (hours := number_of_hours(given)) != given:
            fix = f"write only the number of hours: {name}: {hours}"
        elif expected == "a number" and (middle := middle_of_range(given)):
            fix = f"write one number, such as the middle of the range: {name}: {middle}"
        return f"{what} is '{excerpt(given, 40)}', but must be {expected}", fix
    if expected == "a text":
        fix = "if this is a text, put all of it in quotes: '…'"
    return f"{what} is {_form_of(given)}, but must be {expected}", fix


def _form_of(value: Any) -> str:
    return "a list" if isinstance(value, list | tuple) else "a group of fields" if isinstance(value, dict) else f"'{excerpt(str(value), 40)}'"


def _too_long(text: str, limit: int) -> tuple[str, str]:
    return f"the text has {len(text):,} characters, and at most {limit:,} are allowed", f"shorten it by {len(text) - limit:,} characters or more"


def missing_fields(names: Sequence[str]) -> tuple[str, str]:
    """Message and fix for fields that must be there."""
    listed = " and ".join(filter(None, (", ".join(f"'{name}'" for name in names[:-1]), f"'{names[-1]}'")))
    if len(names) == 1:
        return f"missing field {listed}", f"add a line '{names[0]}: …'"
    return f"missing fields {listed}", f"add lines for them: {', '.join(f'{name}: …' for name in names)}"


def _expected(kind: str) -> str:
    return EXPECTED.get(kind, ("something", ""))[0]


def code_of(name: str) -> str:
    """The code of a problem with this field."""
    return f"SCH-{name.upper().replace('_', '-')}"


def choices_in(expected: str) -> list[str]:
    """The values in a schema's list such as ``'a', 'b' or 'c'``."""
    return expected.split("'")[1::2]
