"""Entries and lists in the wrong place, which the schema reports as unknown fields."""

from pydantic_core import ErrorDetails

from learning_roadmap.datafile.record_paths import fields_at, value_at
from learning_roadmap.datafile.tree import Block, Path, position
from learning_roadmap.diagnostics import Problem, excerpt
from learning_roadmap.model import KINDS, Record, Roadmap, fields_in

TOP_LEVEL_LISTS = frozenset({"phases", "history", "documents"} | {kind.list_name for kind in KINDS if kind.list_name in fields_in(Roadmap)})
TOPIC_FIELDS = frozenset(field for kind in KINDS if kind.name == "topic" for field in fields_in(kind.model))


def nested_top_level(detail: ErrorDetails) -> Path | None:
    """The path of a list of the whole roadmap that is inside an entry, because of spaces before it; None for any other error."""
    path, value = detail["loc"], detail["input"]
    is_list = value is None or (isinstance(value, list | tuple) and path[-1] not in TOPIC_FIELDS)
    is_nested = detail["type"] == "unexpected_keyword_argument" and len(path) > 1 and path[-1] in TOP_LEVEL_LISTS
    return path if is_nested and is_list else None


def stray_entry(detail: ErrorDetails) -> Path | None:
    """The path of an entry in one of the last lists of a data file, which hold no entries; None for any other error."""
    path = detail["loc"]
    is_stray = detail["type"] == "unexpected_keyword_argument" and len(path) == 3 and path[0] in ("history", "documents") and path[2] in TOPIC_FIELDS
    return path[:2] if is_stray else None


def misplaced_path(detail: ErrorDetails, model: type[Record]) -> Path | None:
    """The path of an entry that is in a list of other records, such as a topic inside ``named``; None for any other error."""
    path = detail["loc"]
    is_entry = detail["type"] == "unexpected_keyword_argument" and path[-1:] == ("id",) and len(path) > 2 and isinstance(path[-2], int)
    return path[:-1] if is_entry and "id" not in fields_at(model, path) else None


def misplaced_problem(tree: Block, path: Path, file: str) -> Problem:
    """The problem of an entry that is in the list of another one."""
    mark, outer = position(tree, path), position(tree, path[:-2])
    holder = value_at(tree, path[:-2])
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
