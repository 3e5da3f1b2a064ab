"""Placement: properties of every map, and the placements that Python and the client agree on."""

import json
from dataclasses import replace
from itertools import cycle, repeat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learning_roadmap.graph.imagined_learners import TopicOrder, imagine_learners
from learning_roadmap.graph.placement import Answer, Placement, place
from learning_roadmap.graph.random_integers import RandomIntegers
from tests.families import examples
from tests.graph.placement_cases import FOLDER, as_json, ask, cases, path_of, random_order

ANSWER: st.SearchStrategy[Answer] = st.sampled_from(["yes", "roughly", "no"])
FIELD = imagine_learners(random_order(2, 120, 300, 15, 4))
EVERY_QUESTION = frozenset(range(120))


@st.composite
def orders(draw: st.DrawFn) -> TopicOrder:
    """Maps of up to 20 topics. The topics need others in the order of a random permutation, so positions say nothing."""
    count = draw(st.integers(1, 20))
    ranks = draw(st.permutations(range(count)))
    pairs = draw(st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=30))
    needs: list[list[int]] = [[] for _ in range(count)]
    for topic, need in pairs:
        if ranks[need] < ranks[topic] and need not in needs[topic]:
            needs[topic].append(need)
    sections = draw(st.lists(st.integers(0, 5), min_size=count, max_size=count))
    return TopicOrder(needs, sections, [section // 2 for section in sections])


def subsets(order: TopicOrder) -> st.SearchStrategy[frozenset[int]]:
    return st.frozensets(st.integers(0, len(order.needs) - 1))


def closed(order: TopicOrder, placement: Placement) -> bool:
    verdicts = placement.verdicts
    return all(verdicts[need] == "known" for topic, needs in enumerate(order.needs) if verdicts[topic] == "known" for need in needs)


def share(placement: Placement, verdict: str) -> float:
    return placement.verdicts.count(verdict) / len(placement.verdicts)  # type: ignore[arg-type]


@settings(max_examples=examples(50))
@given(st.data())
def test_every_placement_ends_and_is_closed_under_prerequisites(data: st.DataObject) -> None:
    order = data.draw(orders())
    questions, scope, ticked = (data.draw(subsets(order)) for _ in range(3))
    answers, placements = ask(imagine_learners(order), iter(lambda: data.draw(ANSWER), ""), questions=questions, scope=scope, ticked=ticked)
    done = order.with_prerequisites(ticked)
    # A second question about the same topic would make the answers fewer than the placements before the last.
    assert len(answers) == len(placements) - 1 <= placements[0].most_questions <= 25
    assert answers.keys() <= (questions & scope) - done
    assert placements[-1].question is None
    for placement in placements:
        assert closed(order, placement)
        assert all(placement.verdicts[topic] == "known" for topic in done)
        assert all(placement.verdicts[topic] != "unknown" for topic in range(len(order.needs)) if topic not in scope)
    for topic, answer in answers.items():
        assert placements[-1].verdicts[topic] in ({"known", "undecided"} if answer == "yes" else {"unknown"})


@settings(max_examples=examples(50))
@given(st.data())
def test_nothing_is_known_while_all_answers_are_no(data: st.DataObject) -> None:
    order = data.draw(orders())
    answers, placements = ask(imagine_learners(order), repeat("no"), questions=data.draw(subsets(order)))
    assert all("known" not in placement.verdicts for placement in placements), answers


@settings(max_examples=examples(50))
@given(st.data())
def test_answers_in_another_order_have_the_same_result(data: st.DataObject) -> None:
    order = data.draw(orders())
    sample = imagine_learners(order)
    answers = data.draw(st.dictionaries(st.integers(0, len(order.needs) - 1), ANSWER))
    shuffled = dict(data.draw(st.permutations(list(answers.items()))))
    questions = data.draw(subsets(order))
    assert place(sample, answers, questions=questions) == place(sample, shuffled, questions=questions)


@settings(max_examples=examples(50))
@given(st.data())
def test_numbers_of_sections_and_phases_are_only_names(data: st.DataObject) -> None:
    order = data.draw(orders())
    names = data.draw(st.permutations(range(6)))
    renamed = replace(order, sections=[names[number] for number in order.sections], phases=[names[number] for number in order.phases])
    assert imagine_learners(renamed).knowing == imagine_learners(order).knowing


def test_every_imagined_learner_knows_the_prerequisites_of_what_they_know() -> None:
    knowing = [set(learners) for learners in FIELD.knowing]
    assert all(knowing[topic] <= knowing[need] for topic, needs in enumerate(FIELD.order.needs) for need in needs)
    assert all(0 in learners and not any(learner % 4 == 0 for learner in learners - {0}) for learners in knowing)


def test_only_yes_makes_nearly_everything_known() -> None:
    answers, placements = ask(FIELD, repeat("yes"), questions=EVERY_QUESTION)
    assert share(placements[-1], "known") > 0.95
    assert 15 <= len(answers) <= 25


def test_only_no_makes_everything_unknown() -> None:
    answers, placements = ask(FIELD, repeat("no"), questions=EVERY_QUESTION)
    assert share(placements[-1], "unknown") == 1
    assert 15 <= len(answers) <= 25


def test_roughly_speaks_for_the_prerequisites_but_not_for_the_topic() -> None:
    answers, placements = ask(FIELD, repeat("roughly"), questions=EVERY_QUESTION)
    needed = FIELD.order.with_prerequisites(answers) - answers.keys()
    assert all(placements[-1].verdicts[topic] == "unknown" for topic in answers)
    assert sum(placements[-1].verdicts[topic] == "known" for topic in needed) > len(needed) / 2


def test_a_placement_of_one_phase_asks_and_judges_only_there() -> None:
    phase = frozenset(topic for topic in range(120) if FIELD.order.phases[topic] == 2)
    answers, placements = ask(FIELD, cycle(["yes", "no"]), questions=EVERY_QUESTION, scope=phase)
    assert answers.keys() <= phase
    assert len(answers) <= (len(phase) + 2) // 3
    outside = {topic for topic in range(120) if placements[-1].verdicts[topic] != "undecided"} - phase
    needed = FIELD.order.with_prerequisites(topic for topic in phase if placements[-1].verdicts[topic] == "known")
    assert outside and outside <= needed


def test_answers_about_ticked_topics_do_not_count() -> None:
    ticked = frozenset([30])
    options: dict[str, Any] = {"questions": EVERY_QUESTION, "ticked": ticked}
    assert place(FIELD, {30: "no"}, **options) == place(FIELD, {}, **options)


def test_thirty_topics_take_ten_questions() -> None:
    sample = imagine_learners(random_order(1, 30, 10, 5, 2))
    answers, _ = ask(sample, cycle(["yes", "no"]), questions=frozenset(range(30)))
    assert 6 <= len(answers) <= 10


def test_there_is_a_file_for_every_case() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == cases().keys()


@pytest.mark.parametrize("name", cases())
def test_the_case_comes_out_as_written(name: str) -> None:
    """If it changes on purpose: `python -m tests.graph.placement_cases`."""
    assert json.loads(json.dumps(as_json(cases()[name]))) == json.loads(Path(path_of(name)).read_text("utf-8"))


def test_random_integers_are_below_their_bound_and_even() -> None:
    numbers = RandomIntegers(1)
    counts = [0] * 8
    for _ in range(8000):
        counts[numbers.below(8)] += 1
    assert all(900 < count < 1100 for count in counts)
