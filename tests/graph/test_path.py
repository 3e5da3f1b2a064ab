"""Paths to goals: what belongs to them, in which order."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning_roadmap.graph import Requirements, TopicGraph, closure, next_topics, path_to
from learning_roadmap.graph.next_topics import opened_by
from tests.graph.graphs import Case, cases, goal_of, graph_of, plain_path, random_case

SEEDS = st.integers(0, 2**32)


@pytest.mark.parametrize("case", cases("paths"), ids=lambda case: case["name"])
def test_shared_cases(case: Case) -> None:
    path = path_to(graph_of(case), goal_of(case["goal"]), set(case.get("known", ())), set(case.get("done", ())))
    expected = {"steps": case["steps"], "tasks": case.get("tasks", []), "builds_on": case.get("builds_on", [])}
    assert plain_path(path) == expected


@pytest.mark.parametrize("case", cases("next"), ids=lambda case: case["name"])
def test_shared_cases_of_next_topics(case: Case) -> None:
    graph = graph_of(case)
    assert next_topics(graph, set(case.get("known", ())), case.get("wanted", range(len(graph.ids)))) == case["next"]


@given(SEEDS)
def test_each_topic_comes_after_its_prerequisites_and_nothing_is_missing(seed: int) -> None:
    case = random_case(random.Random(seed))
    graph, goal, known = graph_of(case), goal_of(case["goal"]), set(case["known"])
    path = path_to(graph, goal, known)
    ready = set(known)
    for topic in path.topics:
        assert topic not in known
        assert set(graph.needs[topic]) <= ready
        ready.add(topic)
    assert set(goal.topics) <= ready
    assert len(set(path.topics)) == len(path.topics)


@given(SEEDS)
def test_nothing_can_be_left_out_of_a_path_without_choices(seed: int) -> None:
    case = random_case(random.Random(seed))
    graph, known = graph_of(case), set(case["known"])
    goal = goal_of({"topics": case["goal"]["topics"]})
    path = path_to(graph, goal, known)
    for step in path.steps:
        assert step.topic in goal.topics or step.opens


@given(SEEDS)
def test_knowing_more_never_makes_a_path_without_choices_longer(seed: int) -> None:
    case = random_case(random.Random(seed))
    graph = graph_of(case)
    goal = goal_of({"topics": case["goal"]["topics"]})
    assert closure(graph, goal.topics, set(case["known"])) <= closure(graph, goal.topics)


@given(SEEDS)
def test_following_the_next_topics_reaches_the_goal(seed: int) -> None:
    case = random_case(random.Random(seed))
    graph, goal, known = graph_of(case), goal_of(case["goal"]), set(case["known"])
    wanted = set(path_to(graph, goal, known).topics)
    while ready := next_topics(graph, known, wanted):
        known.add(ready[0])
    assert wanted <= known


@pytest.mark.parametrize("block", [1, 7, 4096])
def test_topics_are_opened_up_directly_or_through_others(block: int) -> None:
    generator = random.Random(block)
    for _ in range(30):
        case = random_case(generator)
        graph, among = graph_of(case), frozenset(case["wanted"])
        backwards = replace(graph, needs=tuple(tuple(other for other in others if other in among) for others in graph.needed_by))
        assert opened_by(graph, among, among, block) == {topic: len(closure(backwards, [topic])) - 1 for topic in among}


@pytest.mark.parametrize("is_in_order", [True, False])
def test_a_chain_of_any_length(is_in_order: bool) -> None:
    """No search may use the stack of calls."""
    size = 100_000
    order = range(size) if is_in_order else range(size - 1, -1, -1)
    needs: list[tuple[int, ...]] = [()] * size
    for need, topic in pairwise(order):
        needs[topic] = (need,)
    graph = TopicGraph(tuple(map(str, range(size))), tuple(needs), (None,) * size)
    assert path_to(graph, Requirements((order[-1],))).topics == tuple(order)
    assert next_topics(graph, (), order[:10_000]) == [order[0]]


def test_a_topic_that_needs_all_others_takes_one_pass() -> None:
    """Looking at its prerequisites again after each of them would take hours."""
    size = 50_000
    graph = TopicGraph(tuple(map(str, range(size))), (tuple(range(1, size)), *[()] * (size - 1)), (None,) * size)
    assert path_to(graph, Requirements((0,))).topics == (*range(1, size), 0)
