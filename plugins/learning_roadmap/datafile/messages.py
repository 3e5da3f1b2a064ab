"""Convert schema errors to problems with a location, a message and a fix."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from learning_roadmap.datafile.entries import placed_entries
from learning_roadmap.datafile.line_parts import quoted
from learning_roadmap.datafile.repairs import arxiv_identifier, doi_name, middle_of_range, number_of_hours, text_with_comma, value_edit
from learning_roadmap.datafile.tree import Block, Path, position
from learning_roadmap.diagnostics import Edit, Invalid, Problem, did_you_mean, excerpt, nearest
from learning_roadmap.model import FORMAT, KINDS, REFERENCES, Kind, Roadmap, slug

WRITE_NUMBER = "write digits, with a point for fractions, such as 1.5"
# What a field must be, by the kind of the schema's error, and how to write it.
EXPECTED = {
    "string_type": ("a text", "write one line of text, or remove the field"),
    "tuple_type": ("a list", "write one '- ' line for each item, or remove the field"),
    "model_type": ("a group of fields", "write it as 'field: value' lines"),
    "model_attributes_type": ("a group of fields", "write it as 'field: value' lines"),
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
# Lists of records, and the field of the records that refers to an entry.
_REFERRING = {name: inner for name, _, inner in (reference.partition(".") for reference in REFERENCES) if inner}
TOP_LEVEL_LISTS = frozenset({"phases", "history", "documents"} | {kind.list_name for kind in KINDS if kind.list_name in Roadmap.model_fields})
TOPIC_FIELDS = frozenset(field for kind in KINDS if kind.name == "topic" for field in kind.model.model_fields)
BRACKETS = "[]［］【】"
USE_ID = "use the id of an existing entry, in lower-case letters, digits and hyphens"
ID_FIX = "use lower-case letters, digits and hyphens, such as 'gradient-descent'"


class Rejection(NamedTuple):
    """Why the schema rejects a value: code, message and fix."""

    code: str
    message: str
    fix: str


def explain(error: ValidationError, tree: Block, file: str, model: type[BaseModel] = Roadmap, lines: Sequence[str] = ()) -> Iterator[Problem]:
    """The problems of a schema error in a file of this model. Its ``lines`` are needed to offer repairs.

    An entry inside the wrong list is one problem, and so are several missing fields of one entry.
    """
    details = error.errors(include_url=False)
    if top := [path for detail in details if (path := _nested_top_level(detail))]:
        path = min(top, key=lambda path: position(tree, path, of_key=True))
        line, column = position(tree, path, of_key=True)
        message = f"'{path[-1]}' is a list of the whole roadmap, which begins in the first column"
        fix = f"remove the {column - 1} space{'s' if column > 2 else ''} at the beginning of the line"
        yield Problem.at(file, (line, column), "YML-NESTING", message, fix)
        details = [detail for detail in details if position(tree, detail["loc"]) < (line, column)]
    for item in sorted({path for detail in details if (path := _stray_entry(detail))}):
        message = f"this looks like a new entry, but it is in the list '{item[0]}'"
        fix = "move its lines into the list that it belongs to, such as 'topics:' of a section, and indent them as the entries there"
        yield Problem.at(file, position(tree, item), "YML-NESTING", message, fix)
        details = [detail for detail in details if detail["loc"][:2] != item]
    misplaced = {path for detail in details if (path := _misplaced(detail, model))}
    first_in_list: dict[Path, Path] = {}
    for path in sorted(misplaced, key=lambda path: position(tree, path)):
        first_in_list.setdefault(path[:-1], path)
    for path in first_in_list.values():
        yield _misplaced_problem(tree, path, file)
    details = [detail for detail in details if not any(detail["loc"][: len(outer)] == outer for outer in misplaced)]
    ids = {entry.title.casefold(): entry.id for entry in placed_entries(tree) if entry.title and entry.id}
    missing: dict[Path, list[str]] = {}
    meant: set[Path] = set()
    for detail in details:
        path = detail["loc"]
        if detail["type"] == "missing":
            missing.setdefault(path[:-1], []).append(str(path[-1]))
            continue
        rejection = _rejection(detail, model)
        mark = position(tree, path, of_key=rejection.code == "SCH-KEY")
        problem = Problem.at(file, mark, *rejection)
        if rejection.code == "SCH-KEY":
            if ":" in str(path[-1]):
                meant.add((*path[:-1], str(path[-1]).partition(":")[0]))
            if rejection.fix.startswith("did you mean"):
                meant.add((*path[:-1], rejection.fix.split("'")[1]))
            yield _unknown_field(problem, detail, lines)
        else:
            yield _with_edit(problem, detail, model, lines, ids)
    yield from _missing_problems(missing, meant, tree, file)


def _unknown_field(problem: Problem, detail: ErrorDetails, lines: Sequence[str]) -> Problem:
    """The problem of an unknown field: with an edit if it only has capitals; and if it is the rest of a text with a comma, that it is."""
    name, line, start = str(detail["loc"][-1]), problem.line, problem.column
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    if detail["input"] is None and (rest := text_with_comma(text, start)):
        field, column, whole = rest
        message = "the text contains a comma, which begins another field inside braces"
        fix = f"put the text in quotes: {field}: {excerpt(quoted(whole))}"
        return Problem.at(problem.file, (line, column), "SCH-KEY", message, fix, len(whole), Edit(line, column, column + len(whole), quoted(whole)))
    if problem.fix == f"did you mean '{name.casefold()}'?" and text[start - 1 :].startswith(name):
        return replace(problem, edit=Edit(line, start, start + len(name), name.casefold()))
    return problem


def _with_edit(problem: Problem, detail: ErrorDetails, model: type[BaseModel], lines: Sequence[str], ids: Mapping[str, str]) -> Problem:
    """The problem of a value, with the edit that repairs it, if there is one, or with the value in quotes as its fix."""
    place, given = (problem.line, problem.column), detail["input"]
    if isinstance(given, str) and _refers(detail) and slug(given) != given:
        if not (id := ids.get(given.strip(BRACKETS).casefold())):
            return problem
        name, inner = _name(detail["loc"]), _REFERRING.get(_list_name(detail["loc"]))
        fix = f"write it as {{{inner}: {id}}}" if inner else f"write it as a list of ids: {name}: [{id}]"
        return replace(problem, fix=fix, edit=value_edit(lines, place, given, {inner: id} if inner else [id]))
    if (new := _repaired(detail, model)) is not None:
        edit = value_edit(lines, place, given, new)
        fix = f"write {_name(detail['loc'])}: {new}" if isinstance(new, str) and problem.code in ("SCH-ARXIV", "SCH-DOI", "URL") else problem.fix
        return replace(problem, fix=fix, edit=edit)
    if detail["type"] == "string_type" and isinstance(given, list | dict) and 0 < problem.line <= len(lines):
        line = lines[problem.line - 1]
        text = line[problem.column - 1 :].strip()
        if isinstance(given, dict) and len(given) == 1 and not isinstance(detail["loc"][-1], str):
            return replace(problem, fix=f"write only the text itself: {excerpt(str(*given.values()))}")
        if text[:1] in "[{" and text[-1:] in "]}":
            return replace(problem, fix=f"if this is a text, put it in quotes: {_name(detail['loc'])}: {excerpt(quoted(text))}")
    return problem


def _refers(detail: ErrorDetails) -> bool:
    """Whether a list of ids, or a record with an id, is expected where there is a text."""
    path = detail["loc"]
    return (detail["type"] == "tuple_type" and path[-1] in REFERENCES) or (detail["type"].startswith("model") and _list_name(path) in _REFERRING)


def _missing_problems(missing: dict[Path, list[str]], meant: set[Path], tree: Block, file: str) -> Iterator[Problem]:
    """Missing fields, those of one entry together. Fields whose names are misspelt are not missing."""
    split = {path for path in missing if _is_rest_of_previous(path, missing, tree)}
    for path, names in missing.items():
        wanted = [name for name in names if (*path, name) not in meant]
        follower = (*path[:-1], path[-1] + 1) if path and isinstance(path[-1], int) else ()
        if path in split:
            line, column = position(tree, path)
            what = "entry" if names[0] == "id" else "item"
            message = f"the dash begins a new {what}, but there is no '{names[0]}' for it"
            fix = f"if this line belongs to the {what} above it, replace the dash by a space"
            yield Problem.at(file, (line, column - 2), "YML-NESTING", message, fix, 1, Edit(line, column - 2, column - 1, " "))
        elif wanted and follower not in split:
            message, fix = _missing(wanted)
            name = next((str(text) for field in ("title", "file") if (text := _value_at(tree, path).get(field))), "")
            if wanted == ["id"] and name and (id := slug(name.removesuffix(".md"))):
                fix = f"add a line with an id that was never used, such as 'id: {id}'"
            elif wanted == ["format"]:
                fix = f"add a line 'format: {FORMAT}'"
            yield Problem.at(file, position(tree, path), _code(wanted[0]), message, fix)


def _is_rest_of_previous(path: Path, missing: dict[Path, list[str]], tree: Block) -> bool:
    """Whether an item without an id has just the fields that the item before it lacks: a dash divides the two."""
    if not path or not isinstance(path[-1], int) or not path[-1]:
        return False
    previous = (*path[:-1], path[-1] - 1)
    fields = _value_at(tree, path)
    return isinstance(fields, Block) and any(name in fields for name in missing.get(previous, ()))


def rejections(error: ValidationError, model: type[BaseModel] = Roadmap) -> Iterator[tuple[Path, Rejection]]:
    """The paths of the rejected values, and why they are rejected."""
    for detail in error.errors(include_url=False):
        yield detail["loc"], _rejection(detail, model)


def _rejection(detail: ErrorDetails, model: type[BaseModel]) -> Rejection:
    kind, where = detail["type"], detail["loc"]
    name = _name(where)
    code = _code(name)
    context: dict[str, Any] = detail.get("ctx", {})
    value = excerpt(str(detail["input"]), 40) if isinstance(detail["input"], str | int | float) else ""
    if kind == "missing":
        return Rejection(code, *_missing([name]))
    if kind == "extra_forbidden":
        fields = _fields_at(model, where)
        before, colon, after = name.partition(":")
        if colon and before in fields:
            return Rejection("SCH-KEY", f"a space is missing after '{before}:'", f"write '{before}: {excerpt(after)}'")
        other_word = OTHER_WORDS.get(name.casefold())
        of_others = any(name in kind.model.model_fields for kind in KINDS)
        meant = [field for field in fields if field in (name.casefold(), other_word)] or ([] if of_others else nearest(name, fields))
        fix = f"did you mean '{meant[0]}'?" if meant else f"use one of: {', '.join(fields)}"
        message = f"unknown field '{excerpt(name)}'"
        if not meant and (kinds := [kind for kind in KINDS if name in kind.model.model_fields]):
            message, fix = _field_of_others(name, where, model, kinds, fields)
        return Rejection("SCH-KEY", message, fix)
    if isinstance(invalid := context.get("error"), Invalid):
        message = f"'{value}' is {invalid.message}" if invalid.message.startswith("not a") else invalid.message
        return Rejection("URL" if name == "url" else code, message, invalid.fix)
    if name == "format":
        fix = f"install a newer version of this program; only if the number was a slip, write 'format: {FORMAT}'"
        return Rejection("SCH-VERSION", f"unknown format version '{value}'", fix)
    remove = "" if _is_required(model, where) else ", or remove the line"
    if detail["input"] is None:
        if not isinstance(where[-1], str):
            return Rejection(code, f"an item of '{name}' is empty", "write something after the dash, or remove the line")
        return Rejection(code, f"'{name}' has no value", f"write {_expected(kind)} after '{name}:'{remove}")
    if kind == "string_too_short":
        return Rejection(code, f"'{name}' is an empty text", f"write something between the quotes{remove}")
    if kind == "string_pattern_mismatch" and name == "language":
        return Rejection(code, f"'{value}' is not a code of a language", "use its code, in lower-case letters, such as 'en', 'de' or 'zh'")
    if kind == "string_pattern_mismatch" and _is_reference(where):
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
        return Rejection(code, message, did_you_mean(value, _choices(expected), f"use {expected}"))
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
    if kind.startswith("model") and isinstance(detail["input"], str) and (inner := _REFERRING.get(_list_name(where))):
        fix = f"write it as {{{inner}: {value}}}" if "://" not in value else f"write it as {{{inner}: …}}, with the id of an entry of the roadmap"
        return Rejection(code, f"an item of '{name}' is the text '{value}', but must be a group of fields", fix)
    if kind.startswith("model") and isinstance(detail["input"], str) and (fix := _as_record(detail, model, value)):
        message = f"{'an item of ' if not isinstance(where[-1], str) else ''}'{name}' is the text '{value}', but must be a group of fields"
        return Rejection(code, message, fix)
    if kind in EXPECTED:
        expected, fix = EXPECTED[kind]
        if kind == "tuple_type" and not _holds_texts(model, where):
            wanted = _required_fields(_record_at(model, (*where, "")))
            inner = _REFERRING.get(name, "")
            given = f"{{{inner}: {slug(value)}}}" if inner and slug(value) == value else f"{{{', '.join(f'{field}: …' for field in wanted)}}}"
            if isinstance(detail["input"], str):
                return Rejection(code, f"'{name}' is '{value}', but must be a list", f"write each item on a line of its own, as in '- {given}'")
        return Rejection(code, *_wrong_form(name, where, detail["input"], expected, fix))
    return Rejection(code, detail["msg"], "change the value")


def _as_record(detail: ErrorDetails, model: type[BaseModel], value: str) -> str:
    """How to write a text as the record that is expected; empty if there is none."""
    where = detail["loc"]
    record = _record_at(model, (*where, ""))
    required = _required_fields(record)
    if required[:2] == ["id", "title"]:
        return f"write it as an entry: '- id: {slug(value) or '…'}', and in the line below 'title: {value}'"
    if len(required) == 1 and isinstance(only := record.model_fields[next(iter(record.model_fields))].annotation, type) and issubclass(only, Enum):
        choices = [str(choice.value) for choice in only]
        if value not in choices:
            return f"write it as {_name(where)}: {{{required[0]}: …}}, with one of: {', '.join(choices)}"
    if len(required) == 1:
        return f"write it as {_name(where)}: {{{required[0]}: {value}}}"
    return f"write its fields in lines of their own: {', '.join(f'{name}: …' for name in required)}" if required else ""


def _field_of_others(name: str, where: Path, model: type[BaseModel], kinds: Sequence[Kind], fields: Sequence[str]) -> tuple[str, str]:
    """Message and fix for a field that only entries of other kinds have. Perhaps the entry is one of them, and in the wrong list."""
    list_name = _list_name(where[:-1])
    here = next((kind for kind in KINDS if kind.list_name == list_name), None)
    fix = f"'{name}' is a field of: {', '.join(kind.list_name for kind in kinds)}; here, use one of: {', '.join(fields)}"
    if here is None:
        return f"unknown field '{name}'", fix
    label = here.label or here.name
    beside = next((kind for kind in kinds if kind.list_name in _fields_at(model, where[:-2])), None)
    if beside is None or beside is here:
        return f"{_a(label)} has no field '{name}'", fix
    if here.name != "topic" and "topics" not in _fields_at(model, where[:-2]) and any(kind.name == "topic" for kind in kinds):
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


def _missing(names: Sequence[str]) -> tuple[str, str]:
    listed = " and ".join(filter(None, (", ".join(f"'{name}'" for name in names[:-1]), f"'{names[-1]}'")))
    if len(names) == 1:
        return f"missing field {listed}", f"add a line '{names[0]}: …'"
    return f"missing fields {listed}", f"add lines for them: {', '.join(f'{name}: …' for name in names)}"


def _repaired(detail: ErrorDetails, model: type[BaseModel]) -> str | list[str] | dict[str, str] | None:
    """What the author surely meant; None if it is not sure."""
    value, kind, name = detail["input"], detail["type"], _name(detail["loc"])
    if not isinstance(value, str):
        return None
    if kind in ("enum", "literal_error"):
        choices = _choices(str(detail.get("ctx", {}).get("expected", "")))
        return next((choice for choice in choices if choice == value.strip().casefold()), None)
    if kind == "float_parsing" and name.startswith("hours"):
        return number if (number := number_of_hours(value)) != value else None
    if kind == "tuple_type" and _holds_texts(model, detail["loc"]):
        return [value.strip(BRACKETS)] if not re.search("[,，、]", value) else None  # several names, or one with a comma
    if kind.startswith("model") and "://" not in value and (inner := _REFERRING.get(_list_name(detail["loc"]))):
        return {inner: value}
    if name == "url" and (match := re.fullmatch(r"<(https?://[^<>\s]+)>", value)):
        return match[1]
    repair = {"arxiv": arxiv_identifier, "doi": doi_name}.get(name)
    return new if repair and (new := repair(value)) != value else None


def _nested_top_level(detail: ErrorDetails) -> Path | None:
    """The path of a list of the whole roadmap that is inside an entry, because of spaces before it; None for any other error."""
    path, value = detail["loc"], detail["input"]
    is_list = value is None or (isinstance(value, list | tuple) and path[-1] not in TOPIC_FIELDS)
    is_nested = detail["type"] == "extra_forbidden" and len(path) > 1 and path[-1] in TOP_LEVEL_LISTS
    return path if is_nested and is_list else None


def _stray_entry(detail: ErrorDetails) -> Path | None:
    """The path of an entry in one of the last lists of a data file, which hold no entries; None for any other error."""
    path = detail["loc"]
    is_stray = detail["type"] == "extra_forbidden" and len(path) == 3 and path[0] in ("history", "documents") and path[2] in TOPIC_FIELDS
    return path[:2] if is_stray else None


def _misplaced(detail: ErrorDetails, model: type[BaseModel]) -> Path | None:
    """The path of an entry that is in a list of other records, such as a topic inside ``named``; None for any other error."""
    path = detail["loc"]
    is_entry = detail["type"] == "extra_forbidden" and path[-1:] == ("id",) and len(path) > 2 and isinstance(path[-2], int)
    return path[:-1] if is_entry and "id" not in _fields_at(model, path) else None


def _misplaced_problem(tree: Block, path: Path, file: str) -> Problem:
    mark, outer = position(tree, path), position(tree, path[:-2])
    holder = _value_at(tree, path[:-2])
    id = str(holder.get("id", "")) if isinstance(holder, Block) else ""
    message = f"this entry is inside '{path[-2]}' of '{excerpt(id)}'" if id else f"this entry is inside '{path[-2]}'"
    inner, target = mark[1] - 3, outer[1] - 3  # spaces before the dash
    if not id:
        fix = "move its lines into the list that it belongs to, such as 'topics:' of a section, and indent them as the entries there"
        return Problem.at(file, mark, "YML-NESTING", message, fix)
    fix = f"to put it after '{excerpt(id)}', begin the line with {target} spaces, not {inner}, and its other lines with {target + 2}"
    if mark[1] <= outer[1]:
        fix = f"put it after '{excerpt(id)}', on a level with it"
    elif path[-1] != 0 and isinstance(holder, Block) and mark[1] == position(tree, (*path[:-1], 0))[1]:
        lists = [kind.list_name for kind in KINDS if kind.list_name in ("sections", "topics") and kind.list_name not in holder]
        if lists and not (path[-2] == "named" and "sections" in lists and "topics" in holder):
            fix += f"; if a line such as '{lists[-1]}:' is missing above it, add that instead"
    return Problem.at(file, mark, "YML-NESTING", message, fix)


def _value_at(tree: Block, path: Path) -> Any:
    value: Any = tree
    for step in path:
        value = value[step]
    return value


def _is_required(model: type[BaseModel], path: Path) -> bool:
    """Whether the field at the end of ``path`` must be there."""
    field = _record_at(model, path).model_fields.get(str(path[-1]))
    return field is not None and field.is_required()


def _expected(kind: str) -> str:
    return EXPECTED.get(kind, ("something", ""))[0]


def _name(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _is_reference(path: Path) -> bool:
    """Whether the value at the end of ``path`` is the id of another entry."""
    name, list_name = _name(path), next((step for step in reversed(path[:-1]) if isinstance(step, str)), "")
    return {name, f"{list_name}.{name}"} & set(REFERENCES) != set()


def _code(name: str) -> str:
    return f"SCH-{name.upper().replace('_', '-')}"


def _choices(expected: str) -> list[str]:
    """The values in a schema's list such as ``'a', 'b' or 'c'``."""
    return expected.split("'")[1::2]


def _required_fields(record: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in record.model_fields.items() if field.is_required()]


def _list_name(path: Path) -> str:
    """The list whose item is at the end of ``path``."""
    return str(path[-2]) if len(path) > 1 and isinstance(path[-1], int) else ""


def _fields_at(record: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """The fields of the record at the end of ``path``."""
    return [field.alias or name for name, field in _record_at(record, path).model_fields.items()]


def _record_at(record: type[BaseModel], path: tuple[int | str, ...]) -> type[BaseModel]:
    for step in path[:-1]:
        if isinstance(step, str) and step in record.model_fields:
            inner = _record_in(record.model_fields[step].annotation)
            record = inner or record
    return record


def _holds_texts(model: type[BaseModel], path: tuple[int | str, ...]) -> bool:
    """Whether the list at the end of ``path`` has texts as items, not records."""
    field = _record_at(model, path).model_fields.get(str(path[-1]))
    return field is not None and _record_in(field.annotation) is None


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((record for argument in getattr(annotation, "__args__", ()) if (record := _record_in(argument))), None)
