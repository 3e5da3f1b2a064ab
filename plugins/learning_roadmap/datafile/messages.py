"""Convert schema errors to problems with a location, a message and a fix."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from learning_roadmap.datafile.entries import placed_entries
from learning_roadmap.datafile.line_parts import quoted
from learning_roadmap.datafile.misplaced import misplaced_path, misplaced_problem, nested_top_level, stray_entry
from learning_roadmap.datafile.record_paths import (
    REFERRING,
    field_name,
    holds_texts,
    name_of_list,
    value_at,
)
from learning_roadmap.datafile.rejection import BRACKETS, choices_in, code_of, missing_fields, rejection_of
from learning_roadmap.datafile.repairs import arxiv_identifier, doi_name, number_of_hours, text_with_comma, value_edit
from learning_roadmap.datafile.tree import Block, Path, position
from learning_roadmap.diagnostics import Edit, Problem, excerpt
from learning_roadmap.model import FORMAT, REFERENCES, Record, Roadmap, slug


def explain(error: ValidationError, tree: Block, file: str, model: type[Record] = Roadmap, lines: Sequence[str] = ()) -> Iterator[Problem]:
    """The problems of a schema error in a file of this model. Its ``lines`` are needed to offer repairs.

    An entry inside the wrong list is one problem, and so are several missing fields of one entry.
    """
    details = error.errors(include_url=False)
    if top := [path for detail in details if (path := nested_top_level(detail))]:
        path = min(top, key=lambda path: position(tree, path, of_key=True))
        line, column = position(tree, path, of_key=True)
        message = f"'{path[-1]}' is a list of the whole roadmap, which begins in the first column"
        fix = f"remove the {column - 1} space{'s' if column > 2 else ''} at the beginning of the line"
        yield Problem.at(file, (line, column), "YML-NESTING", message, fix)
        details = [detail for detail in details if position(tree, detail["loc"]) < (line, column)]
    for item in sorted({path for detail in details if (path := stray_entry(detail))}):
        message = f"this looks like a new entry, but it is in the list '{item[0]}'"
        fix = "move its lines into the list that it belongs to, such as 'topics:' of a section, and indent them as the entries there"
        yield Problem.at(file, position(tree, item), "YML-NESTING", message, fix)
        details = [detail for detail in details if detail["loc"][:2] != item]
    misplaced = {path for detail in details if (path := misplaced_path(detail, model))}
    first_in_list: dict[Path, Path] = {}
    for path in sorted(misplaced, key=lambda path: position(tree, path)):
        first_in_list.setdefault(path[:-1], path)
    for path in first_in_list.values():
        yield misplaced_problem(tree, path, file)
    details = [detail for detail in details if not any(detail["loc"][: len(outer)] == outer for outer in misplaced)]
    ids = {entry.title.casefold(): entry.id for entry in placed_entries(tree) if entry.title and entry.id}
    missing: dict[Path, list[str]] = {}
    meant: set[Path] = set()
    for detail in details:
        path = detail["loc"]
        if detail["type"] == "missing":
            missing.setdefault(path[:-1], []).append(str(path[-1]))
            continue
        rejection = rejection_of(detail, model)
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


def _with_edit(problem: Problem, detail: ErrorDetails, model: type[Record], lines: Sequence[str], ids: Mapping[str, str]) -> Problem:
    """The problem of a value, with the edit that repairs it, if there is one, or with the value in quotes as its fix."""
    place, given = (problem.line, problem.column), detail["input"]
    if isinstance(given, str) and _refers(detail) and slug(given) != given:
        if not (id := ids.get(given.strip(BRACKETS).casefold())):
            return problem
        name, inner = field_name(detail["loc"]), REFERRING.get(name_of_list(detail["loc"]))
        fix = f"write it as {{{inner}: {id}}}" if inner else f"write it as a list of ids: {name}: [{id}]"
        return replace(problem, fix=fix, edit=value_edit(lines, place, given, {inner: id} if inner else [id]))
    if (new := _repaired(detail, model)) is not None:
        edit = value_edit(lines, place, given, new)
        fix = f"write {field_name(detail['loc'])}: {new}" if isinstance(new, str) and problem.code in ("SCH-ARXIV", "SCH-DOI", "URL") else problem.fix
        return replace(problem, fix=fix, edit=edit)
    if detail["type"] == "string_type" and isinstance(given, list | dict) and 0 < problem.line <= len(lines):
        line = lines[problem.line - 1]
        text = line[problem.column - 1 :].strip()
        if isinstance(given, dict) and len(given) == 1 and not isinstance(detail["loc"][-1], str):
            return replace(problem, fix=f"write only the text itself: {excerpt(str(*given.values()))}")
        if text[:1] in "[{" and text[-1:] in "]}":
            return replace(problem, fix=f"if this is a text, put it in quotes: {field_name(detail['loc'])}: {excerpt(quoted(text))}")
    return problem


def _refers(detail: ErrorDetails) -> bool:
    """Whether a list of ids, or a record with an id, is expected where there is a text."""
    path = detail["loc"]
    return (detail["type"] == "tuple_type" and path[-1] in REFERENCES) or (detail["type"] == "dataclass_type" and name_of_list(path) in REFERRING)


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
            message, fix = missing_fields(wanted)
            name = next((str(text) for field in ("title", "file") if (text := value_at(tree, path).get(field))), "")
            if wanted == ["id"] and name and (id := slug(name.removesuffix(".md"))):
                fix = f"add a line with an id that was never used, such as 'id: {id}'"
            elif wanted == ["format"]:
                fix = f"add a line 'format: {FORMAT}'"
            yield Problem.at(file, position(tree, path), code_of(wanted[0]), message, fix)


def _is_rest_of_previous(path: Path, missing: dict[Path, list[str]], tree: Block) -> bool:
    """Whether an item without an id has just the fields that the item before it lacks: a dash divides the two."""
    if not path or not isinstance(path[-1], int) or not path[-1]:
        return False
    previous = (*path[:-1], path[-1] - 1)
    fields = value_at(tree, path)
    return isinstance(fields, Block) and any(name in fields for name in missing.get(previous, ()))


def _repaired(detail: ErrorDetails, model: type[Record]) -> str | list[str] | dict[str, str] | None:
    """What the author surely meant; None if it is not sure."""
    value, kind, name = detail["input"], detail["type"], field_name(detail["loc"])
    if not isinstance(value, str):
        return None
    if kind in ("enum", "literal_error"):
        choices = choices_in(str(detail.get("ctx", {}).get("expected", "")))
        return next((choice for choice in choices if choice == value.strip().casefold()), None)
    if kind == "float_parsing" and name.startswith("hours"):
        return number if (number := number_of_hours(value)) != value else None
    if kind == "tuple_type" and holds_texts(model, detail["loc"]):
        return [value.strip(BRACKETS)] if not re.search("[,，、]", value) else None  # several names, or one with a comma
    if kind == "dataclass_type" and "://" not in value and (inner := REFERRING.get(name_of_list(detail["loc"]))):
        return {inner: value}
    if name == "url" and (match := re.fullmatch(r"<(https?://[^<>\s]+)>", value)):
        return match[1]
    repair = {"arxiv": arxiv_identifier, "doi": doi_name}.get(name)
    return new if repair and (new := repair(value)) != value else None
