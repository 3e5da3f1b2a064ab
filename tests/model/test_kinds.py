"""Each record of the table of kinds is complete, and fits the class it speaks of."""

import re
from types import GenericAlias
from typing import Any, get_args

import pytest

from learning_roadmap.model import Entry, Record, Roadmap, fields_in
from learning_roadmap.model.fields import ID_PATTERN, Id
from learning_roadmap.model.kinds import KIND, KINDS, MATERIAL_FIELDS, Kind, inner_kinds
from learning_roadmap.pages.build import GROUPS, PAGES
from tests.model.declared import declared_below

HELP = "see 'How to add a kind' in model/kinds.py"
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def test_every_class_of_entries_has_a_record() -> None:
    missing = sorted(one.__name__ for one in set(declared_below(Entry)) - {kind.model for kind in KINDS})
    assert not missing, f"no record in KINDS for {missing}: {HELP}"


def test_names_and_lists_are_unique() -> None:
    for values in ([kind.name for kind in KINDS], [kind.list_name for kind in KINDS], [kind.model for kind in KINDS]):
        assert len(set(values)) == len(values), f"two kinds share one of {values}: {HELP}"


def test_no_two_page_groups_share_a_name() -> None:
    assert len(set(GROUPS)) == len(GROUPS), f"{GROUPS}: choose another 'page'"
    assert set(PAGES) <= set(GROUPS), "a function in pages/build.py is for a page that no kind has"


@each_kind
def test_parents_have_the_list_of_the_kind(kind: Kind) -> None:
    holders = [KIND[name].model for name in kind.parents] or [Roadmap]
    for holder in holders:
        field = fields_in(holder).get(kind.list_name)
        assert field, f"{holder.__name__} needs the field '{kind.list_name}: tuple[{kind.model.__name__}, ...] = ()'"
        assert field.annotation == GenericAlias(tuple, (kind.model, ...)), f"{holder.__name__}.{kind.list_name} holds something else"
        assert not field.is_required()


def ids_of_record(annotation: Any) -> set[str]:
    """The fields with ids of other entries in the records that a field holds, if these are no entries themselves."""
    records = [one for one in (annotation, *get_args(annotation)) if isinstance(one, type) and issubclass(one, Record) and not issubclass(one, Entry)]
    # A part's own id and a document's refer to no entry, and a part belongs to the resource beside it.
    fields = {name: field for record in records for name, field in fields_in(record).items()}
    return {name for name, field in fields.items() if repr(ID_PATTERN) in repr(field)} - {"id", "document", "part"}


@each_kind
def test_references_are_fields_with_ids(kind: Kind) -> None:
    with_ids = {name for name, field in fields_in(kind.model).items() if get_args(field.annotation)[:1] == (Id,)}
    with_ids |= {f"{name}.{inner}" for name, field in fields_in(kind.model).items() for inner in ids_of_record(field.annotation)}
    assert set(kind.refers_to) == with_ids, f"'refers_to' of {kind.name} must name just the fields with ids of other entries"
    assert all(name in KIND for wanted in kind.refers_to.values() for name in wanted)
    is_linked = "topics" in kind.refers_to or kind.name in MATERIAL_FIELDS
    assert not kind.is_material or is_linked, f"{kind.name} is material for topics, but has no 'topics', and topics do not refer to it"


@each_kind
def test_printed_and_searched_fields_exist(kind: Kind) -> None:
    for name in (*kind.details, *kind.search_fields):
        assert name in fields_in(kind.model), f"{kind.model.__name__} has no field '{name}'"


@each_kind
def test_every_field_has_a_description(kind: Kind) -> None:
    """``roadmap add`` and the JSON Schema print it."""
    lists = {inner.list_name for inner in inner_kinds(kind)} | {"id", "title"}
    silent = [name for name, field in fields_in(kind.model).items() if name not in lists and not field.description]
    assert not silent, f"{kind.model.__name__}: give {silent} a description"


@each_kind
def test_every_kind_has_a_page(kind: Kind) -> None:
    if kind.parents:
        assert kind.page == KIND[kind.parents[0]].page, "parts stand on the page of their holder"
    elif kind.name != "phase":
        first = next(one for one in KINDS if one.page == kind.page)
        assert kind.page and first.about, f"{kind.name} needs 'page', and {first.name} 'about': {HELP}"


@each_kind
def test_pages_of_single_entries_are_in_the_group_of_their_list(kind: Kind) -> None:
    assert not kind.has_own_page or (kind.list_name in GROUPS and kind.page in ("", kind.list_name))


@each_kind
def test_names_are_valid_in_anchors_and_addresses(kind: Kind) -> None:
    assert re.fullmatch(ID_PATTERN, kind.name) and (not kind.page or re.fullmatch(ID_PATTERN, kind.page))
