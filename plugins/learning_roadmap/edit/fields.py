"""Set a field of an entry, any field of any kind, from the table of kinds; or a field of the roadmap itself."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from learning_roadmap.datafile import EditableEntry, Plain, rejections
from learning_roadmap.diagnostics import Option, Problem, ProblemsFound, did_you_mean, excerpt, visible
from learning_roadmap.edit.canonical import canonical_fields
from learning_roadmap.edit.lookup import describe
from learning_roadmap.edit.move import rename
from learning_roadmap.edit.session import EditSession
from learning_roadmap.model import KIND, OUTER_KINDS, Record, Roadmap, Shape, fields_in, inner_kinds, names_in, record_of, shape_of

# Fields that are not set directly: why, and what to do instead.
OTHERWISE = {
    "id": ("ids are permanent: progress is stored under them", "use 'roadmap rename' to change the title"),
    "named": ("only 'roadmap import' sets the sources of an entry", "add the entry to a document, and import it"),
    "added": ("commands set the day of an addition", "edit the file if it is wrong"),
    "needs": ("prerequisites have a command of their own", "use 'roadmap need ENTRY TOPIC --because REASON'"),
    "read": ("what to read has a command of its own", "use 'roadmap attach resource RESOURCE TOPIC'"),
}
# The same for the fields of the roadmap itself.
ROADMAP = "roadmap"
OTHERWISE_OF_ROADMAP = {
    "id": ("it is permanent: all progress is stored under it", "use 'roadmap set roadmap title TITLE' to change the title"),
    "format": ("it says how the file is written", "use 'roadmap migrate' to rewrite a file of a former format"),
}
# Fields of records that are given in this order, by list. Ids of parts are made from their titles.
RECORD_FIELDS = {"check": ("ask", "answer"), "parts": ("title", "at"), "positions": ("document", "says"), "skills": ("entry", "reason")}


class How(StrEnum):
    """What to do with the values: put them in place of the present ones, add them to a list, or remove them from it."""

    REPLACE = "replace"
    ADD = "add"
    REMOVE = "remove"


def own_fields() -> dict[str, FieldInfo]:
    """The fields of the roadmap itself, without its lists of entries."""
    lists = {"history", "documents", *(kind.list_name for kind in OUTER_KINDS)}
    return {name: field for name, field in fields_in(Roadmap).items() if name not in lists}


class Target(NamedTuple):
    """The field to set; ``inner`` is a field of the record in it, such as ``since`` of ``status.since``."""

    entry: EditableEntry
    name: str
    inner: str
    field: FieldInfo

    @property
    def label(self) -> str:
        """Its name in messages."""
        return f"{self.name}.{self.inner}" if self.inner else self.name

    @property
    def model(self) -> type[Record]:
        """The class of its entry."""
        return Roadmap if self.entry.kind == ROADMAP else KIND[self.entry.kind].model

    @property
    def refers_to(self) -> Mapping[str, tuple[str, ...]]:
        """The fields of its entry that hold ids."""
        return {} if self.entry.kind == ROADMAP else KIND[self.entry.kind].refers_to


def set_field(session: EditSession, name: str, field: str, values: Sequence[str], how: How = How.REPLACE) -> None:
    """Set a field to a value, or a list to some values. No value, or one empty value, removes an optional field.

    The ``name`` is that of an entry, or ``roadmap`` for the roadmap itself.

    Raises:
        ProblemsFound: when the entry or field is unknown, the field cannot be set so, or a value is invalid.
    """
    entry = _entry_or_roadmap(session, name)
    target = _target(session, entry, field, is_removed=not any(values))
    if entry.kind != ROADMAP and target.name == "title" and how is How.REPLACE and len(values) == 1:
        rename(session, name, values[0])
        return
    value = _new_value(session, target, [value for value in values if value], how)
    new = canonical_fields(session, entry.kind, {target.name: value}) if value is not None else {}
    if value is None and target.field.is_required():
        raise session.problem("FIELD", "SCH-FIELD", f"a {entry.kind} must have the field '{target.name}'", "give another value")
    # An address may have become an identifier, which is another field.
    changed = dict.fromkeys([*new, target.name])
    before = _validated(target, entry.entry)
    after = _validated(target, {name: other for name, other in entry.entry.items() if name != target.name} | new)
    for name in changed:
        entry.entry.pop(name, None)
        if name in after:
            entry.entry[name] = after[name]
        if before.get(name) != after.get(name):
            session.messages.append(_change_in_words(entry, name, before.get(name), after.get(name)))
    session.subject = ("" if entry.kind == ROADMAP else entry.id, next(iter(changed)))


def _entry_or_roadmap(session: EditSession, name: str) -> EditableEntry:
    """The entry of that name; or the roadmap itself, unless an entry is called like it."""
    id = str(session.roadmap.plain["id"])
    own = EditableEntry(session.roadmap.plain, ROADMAP, None)
    if name.strip() == f"{ROADMAP}:{id}":
        return own
    try:
        return session.find(name)
    except ProblemsFound as error:
        if name.strip() in (ROADMAP, id) and error.problems[0].code == "REF-UNKNOWN":
            return own
        raise


def _target(session: EditSession, entry: EditableEntry, field: str, is_removed: bool) -> Target:
    """The field of that name in an entry. Only to remove it, a record is named as a whole.

    Raises:
        ProblemsFound: when there is none, or it cannot be set directly.
    """
    name, _, inner = field.strip().replace("-", "_").partition(".")
    if entry.kind == ROADMAP:
        of_entry, otherwise, parts = own_fields(), OTHERWISE_OF_ROADMAP, {kind.list_name for kind in OUTER_KINDS}
    else:
        kind = KIND[entry.kind]
        of_entry, otherwise, parts = fields_in(kind.model), OTHERWISE, {inner_kind.list_name for inner_kind in inner_kinds(kind)}
    if name in otherwise and name in of_entry:
        raise session.problem("FIELD", "SCH-KEY", f"'{name}' cannot be set: {otherwise[name][0]}", otherwise[name][1])
    if name in parts:
        fix = "use 'roadmap add' or 'roadmap move'"
        raise session.problem("FIELD", "SCH-KEY", f"'{name}' cannot be set: it contains entries", fix)
    fields = {other: info for other, info in of_entry.items() if other not in otherwise and other not in parts}
    if name not in fields:
        fix = did_you_mean(name, fields, f"use one of: {', '.join(fields)}")
        raise session.problem("FIELD", "SCH-KEY", f"a {entry.kind} has no field '{visible(name)}'", fix)
    record = record_of(fields[name]) if shape_of(fields[name]) is Shape.RECORD else None
    names = names_in(record) if record else []
    if inner not in names and (inner or (record and not is_removed)):
        fix = did_you_mean(inner, names, f"use one of: {', '.join(f'{name}.{other}' for other in names) or name}")
        message = f"'{name}' has no field '{visible(inner)}'" if inner else f"'{name}' consists of several fields"
        raise session.problem("FIELD", "SCH-KEY", message, fix)
    return Target(entry, name, inner, fields[name])


def _new_value(session: EditSession, target: Target, values: Sequence[str], how: How) -> Any:
    """The new value of the whole field as plain values; None if it is then empty.

    Raises:
        ProblemsFound: when the number of values is wrong, or a value to add or remove cannot be.
    """
    shape = shape_of(target.field)
    if shape is Shape.RECORDS:
        return _records(session, target, values, how)
    if shape is Shape.VALUES:
        return _list(session, target, values, how)
    if how is not How.REPLACE:
        raise session.problem(f"--{how}", "SCH-FIELD", f"'{target.label}' is no list", "give its value without --add or --remove")
    if len(values) > 1:
        raise session.problem("VALUE", "SCH-FIELD", f"'{target.label}' has one value, not {len(values)}", "put the value in quotes")
    value = values[0] if values else None
    if shape is Shape.RECORD and target.inner:
        return _record(session, target, value)
    if shape is Shape.FLAG and value is not None:
        return {"yes": True, "true": True, "no": None, "false": None}.get(value.casefold(), value)
    return value


def _record(session: EditSession, target: Target, value: str | None) -> Plain | None:
    """The record with one field set."""
    reference = target.refers_to.get(target.label)
    if value is not None and reference:
        value = session.find(value, reference, "VALUE").id
    record = {name: other for name, other in target.entry.entry.get(target.name, {}).items() if name != target.inner}
    if value is not None:
        record[target.inner] = value
    if target.label == "checked.in":
        record.pop("on", None)  # who says where it was seen has just looked: commands write today
    model = record_of(target.field)
    assert model is not None
    return {name: record[name] for name in names_in(model) if name in record} or None


def _list(session: EditSession, target: Target, values: Sequence[str], how: How) -> list[str] | None:
    """The list with some values put in place of others, added or removed."""
    kinds = target.refers_to.get(target.name)
    values = [session.find(value, kinds, "VALUE").id for value in values] if kinds else list(values)
    present = list(target.entry.entry.get(target.name, ()))
    if how is How.REMOVE:
        if absent := [value for value in values if value not in present]:
            fix = did_you_mean(absent[0], present, f"'{target.name}' is: {', '.join(present) or 'empty'}")
            raise session.problem("VALUE", "SCH-FIELD", f"'{target.name}' does not contain '{visible(absent[0])}'", fix)
        return [value for value in present if value not in values] or None
    return list(dict.fromkeys([*present, *values] if how is How.ADD else values)) or None


def _records(session: EditSession, target: Target, values: Sequence[str], how: How) -> list[Plain] | None:
    """The list of records with one added, or with some removed by their first field or their id."""
    names = RECORD_FIELDS.get(target.name)
    if names is None:
        raise session.problem("FIELD", "SCH-KEY", f"'{target.name}' cannot be set by this command", "edit the file")
    kinds = target.refers_to.get(f"{target.name}.{names[0]}")
    present: list[Plain] = list(target.entry.entry.get(target.name, ()))
    form = " ".join(names).upper()
    if how is How.REPLACE:
        if values:
            fix = f"use --add {form}, or --remove {names[0].upper()}"
            raise session.problem("VALUE", "SCH-FIELD", f"'{target.name}' is a list of records", fix)
        return None
    if how is How.REMOVE:
        wanted = {session.find(value, kinds, "VALUE").id for value in values} if kinds else set(values)
        rest = [record for record in present if not wanted & {record[names[0]], record.get("id")}]
        if len(rest) == len(present):
            fix = f"'roadmap show {target.entry.id}' prints all"
            raise session.problem("VALUE", "SCH-FIELD", f"'{target.name}' does not contain {', '.join(map(excerpt, values)) or 'it'}", fix)
        return rest or None
    if len(values) != len(names) and not (target.name == "skills" and len(values) == 1):
        raise session.problem("VALUE", "SCH-FIELD", f"--add of '{target.name}' takes {len(names)} values, not {len(values)}", f"write: {form}")
    first, *rest_of_values = values
    record = dict(zip(names, [session.find(first, kinds, "VALUE").id if kinds else first, *rest_of_values], strict=False))
    return [*present, record]


def _validated(target: Target, fields: Plain) -> Plain:
    """The fields of an entry as the data file has them.

    Raises:
        ProblemsFound: with every value that the data file cannot contain.
    """
    if target.entry.kind == ROADMAP:
        fields = {name: value for name, value in fields.items() if name in own_fields()}
    try:
        entry = target.model.model_validate(fields)
        plain: Plain = entry.model_dump(mode="json", exclude_defaults=True)
        return plain
    except ValidationError as error:
        raise ProblemsFound(_problem(target, *rejection) for _, rejection in rejections(error)) from None


def _problem(target: Target, code: str, message: str, fix: str) -> Problem:
    if message.startswith("missing field"):  # of a record, which is set field by field
        fix = f"set it first; an empty value for '{target.name}' removes all of it"
    return Problem(Option("VALUE"), code, message, fix)


def _change_in_words(entry: EditableEntry, name: str, was: Any, now: Any) -> str:
    if isinstance(was, list) or isinstance(now, list):
        added, removed = ([item for item in items or () if item not in (others or ())] for items, others in ((now, was), (was, now)))
        changes = [f"{verb} {_in_words(items)}" for verb, items in (("added", added), ("removed", removed)) if items]
        return f"{describe(entry)}: {name}: {', '.join(changes) or 'another order'}"
    before = f" (before: {_in_words(was)})" if was is not None else ""
    return f"{describe(entry)}: {name} is now {_in_words(now)}{before}" if now is not None else f"{describe(entry)}: {name} is removed{before}"


def _in_words(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_in_words, value))
    if isinstance(value, dict):
        return excerpt(", ".join(f"{name}: {inner}" for name, inner in value.items()), 80)
    return "set" if value is True else f"{value:g}" if isinstance(value, float) else excerpt(str(value), 80)
