"""Which sections and phases depend on each other."""

import pytest

from learning_roadmap.picture import section_graph
from learning_roadmap.picture.section_graph import Needs, in_topological_order, reduced, without_cycles
from tests.picture.maps import index_of


def test_sections_and_phases_follow_from_topics() -> None:
    graph = section_graph(index_of({"one": ["a", "b"], "two": ["c"], "three": []}, {"b": ["a"], "c": ["a", "b"]}))
    assert graph.phases == {"one": (), "two": ("one",), "three": ()}
    assert graph.inside == {"one": {"a": (), "b": ("a",)}, "two": {"c": ()}, "three": {}}
    assert graph.sections == {"a": (), "b": ("a",), "c": ("b",)}
    assert not graph.is_empty


def test_what_follows_by_way_of_another_phase_is_still_shown_inside() -> None:
    graph = section_graph(index_of({"one": ["a", "c"], "two": ["b"]}, {"b": ["a"], "c": ["a", "b"]}))
    assert graph.inside["one"] == {"a": (), "c": ("a",)}
    assert graph.sections["c"] == ("a", "b"), "and the list names what the picture shows"


def test_without_prerequisites_the_graph_is_empty() -> None:
    assert section_graph(index_of({"one": ["a", "b"]})).is_empty


def test_of_a_cycle_only_what_follows_the_map_stays() -> None:
    graph = section_graph(index_of({"one": ["a", "b", "c"], "two": ["d"]}, {"a": ["c", "d"], "b": ["a"], "c": ["b"], "d": ["c"]}))
    assert graph.sections == {"a": (), "b": ("a",), "c": ("b",), "d": ("c",)}
    assert graph.phases == {"one": (), "two": ("one",)}


def test_a_prerequisite_later_in_the_map_stays_if_it_closes_no_cycle() -> None:
    assert section_graph(index_of({"one": ["a", "b"]}, {"a": ["b"]})).sections == {"a": ("b",), "b": ()}


@pytest.mark.parametrize("size", [1, 2, 5000])
def test_long_chains_and_cycles_need_no_deep_stack(size: int) -> None:
    chain: Needs = {str(number): (str(number + 1),) if number + 1 < size else () for number in range(size)}
    assert list(in_topological_order(chain)) == [str(number) for number in reversed(range(size))]
    assert without_cycles(chain) == chain
    ring = {**chain, str(size - 1): ("0",)}
    assert sum(map(len, without_cycles(ring).values())) == (size > 1)


def test_the_reduction_reaches_the_same() -> None:
    needs: Needs = {"a": (), "b": ("a",), "c": ("a", "b"), "d": ("a", "b", "c"), "e": ("a", "d")}
    assert reduced(needs) == {"a": (), "b": ("a",), "c": ("b",), "d": ("c",), "e": ("d",)}
