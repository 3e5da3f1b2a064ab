"""Records are values: they cannot be changed, and are equal if their fields are."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest
from pydantic import ValidationError

from learning_roadmap.model import Checked, Paper, Resource, Topic, fields_in

TOPIC = Topic.model_validate({"id": "flour", "title": "Flour", "topics": [{"id": "rye", "title": "Rye"}]})


def test_nothing_of_a_record_can_be_set_or_deleted() -> None:
    for name in (*fields_in(Topic), "unknown"):
        with pytest.raises(FrozenInstanceError):
            setattr(TOPIC, name, "")
        with pytest.raises(FrozenInstanceError):
            delattr(TOPIC, name)


def test_records_with_the_same_fields_are_equal() -> None:
    again = Topic.model_validate_json(TOPIC.model_dump_json())
    assert again == TOPIC
    assert hash(again) == hash(TOPIC)
    assert again is not TOPIC
    assert TOPIC.model_copy({"title": "Meal"}) != TOPIC
    assert Topic(id="a", title="A") != Paper(id="a", title="A")


def test_a_copy_has_all_other_fields_of_the_original() -> None:
    copy = TOPIC.model_copy({"title": "Meal"})
    assert copy.title == "Meal"
    assert [getattr(copy, name) for name in fields_in(Topic) if name != "title"] == [
        getattr(TOPIC, name) for name in fields_in(Topic) if name != "title"
    ]
    assert TOPIC.title == "Flour"


def test_a_record_is_printed_as_it_could_be_made() -> None:
    assert repr(Checked.model_validate({"on": "2026-11-21", "in": "a list"})) == "Checked(on=datetime.date(2026, 11, 21), seen_in='a list')"


def test_a_field_has_another_name_in_files_than_in_the_code() -> None:
    checked = Checked.model_validate({"on": "2026-11-21", "in": "a list"})
    assert checked.model_dump() == {"on": date(2026, 11, 21), "in": "a list"}
    assert checked.seen_in == "a list"


def test_fields_are_in_the_order_of_the_classes() -> None:
    names = list(fields_in(Resource))
    assert names[:2] == ["id", "title"]
    assert names.index("added") < names.index("kind"), "those of the base come first"
    assert list(Resource.model_json_schema()["properties"]) == names


def test_every_reason_is_named() -> None:
    with pytest.raises(ValidationError) as refused:
        Topic.model_validate({"title": 1, "colour": "red"})
    assert {(reason["type"], reason["loc"]) for reason in refused.value.errors()} == {
        ("missing", ("id",)),
        ("string_type", ("title",)),
        ("unexpected_keyword_argument", ("colour",)),
    }


def test_a_record_has_no_room_for_more() -> None:
    assert not hasattr(TOPIC, "__dict__")
