"""Records are values: they cannot be changed, and are equal if their fields are."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from datetime import date

import pytest
from pydantic import ValidationError

from learning_roadmap.model import Checked, Paper, Record, Resource, Topic, fields_in
from tests.model.declared import declared_below

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
    other = TOPIC.model_copy({"title": "Meal"})
    assert other.title == "Meal"
    assert [getattr(other, name) for name in fields_in(Topic) if name != "title"] == [
        getattr(TOPIC, name) for name in fields_in(Topic) if name != "title"
    ]
    assert TOPIC.title == "Flour"


def test_a_record_is_printed_with_its_values() -> None:
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


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda topic: pickle.loads(pickle.dumps(topic))])
def test_records_can_be_copied_and_pickled(again: Callable[[Topic], Topic]) -> None:
    assert again(TOPIC) == TOPIC


def test_a_copy_with_an_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError, match="Topic has no field 'titel'"):
        TOPIC.model_copy({"titel": "Meal"})


def test_every_class_of_records_is_declared_as_one() -> None:
    missing = [one.__name__ for one in declared_below(Record) if "__slots__" not in vars(one)]
    assert not missing, f"write @record above {missing}"


def test_a_record_has_no_room_for_more() -> None:
    assert not hasattr(TOPIC, "__dict__")
