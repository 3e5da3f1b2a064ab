"""Placements on small maps, question by question, in `tests/data/graph/placement`: Python and the client must agree on all of them.

`python -m tests.graph.placement_cases` writes them anew.
"""

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from learning_roadmap.graph.imagined_learners import Sample, TopicOrder, imagine_learners
from learning_roadmap.graph.placement import Answer, Placement, place
from tests.paths import ROOT

FOLDER = ROOT / "tests" / "data" / "graph" / "placement"
ANSWERS: dict[str, Answer] = {"y": "yes", "r": "roughly", "n": "no"}
VERDICTS = {"known": "k", "unknown": "u", "undecided": "?"}


@dataclass(frozen=True)
class Case:
    """A map, the options of a placement, and the answers, which are repeated: y, r or n."""

    order: TopicOrder
    answers: str
    questions: frozenset[int]
    scope: frozenset[int] | None = None
    ticked: frozenset[int] = frozenset()


def random_order(seed: int, topics: int, needs: int, sections: int, phases: int) -> TopicOrder:
    """A map whose sections and phases are of similar size. A topic needs earlier ones, mostly near ones."""
    numbers = random.Random(seed)
    needed: list[set[int]] = [set() for _ in range(topics)]
    for _ in range(needs):
        topic = numbers.randrange(1, topics)
        needed[topic].add(topic - 1 - min(numbers.randrange(topic), numbers.randrange(topic)))
    section_of = [topic * sections // topics for topic in range(topics)]
    return TopicOrder([sorted(each) for each in needed], section_of, [section * phases // sections for section in section_of])


def rearranged(order: TopicOrder, seed: int) -> TopicOrder:
    """The map in another order: topics need later ones, and sections alternate."""
    places = list(range(len(order.needs)))
    random.Random(seed).shuffle(places)
    topic_at = {place: topic for topic, place in enumerate(places)}
    needs = [sorted(places[need] for need in order.needs[topic_at[place]]) for place in range(len(places))]
    sections = [order.sections[topic_at[place]] for place in range(len(places))]
    return TopicOrder(needs, sections, [order.phases[topic_at[place]] for place in range(len(places))])


def cases() -> dict[str, Case]:
    small = random_order(1, 30, 10, 5, 2)
    field = random_order(2, 120, 300, 15, 4)
    loose = random_order(3, 60, 0, 8, 3)
    everything = frozenset(range(120))
    return {
        "few-prerequisites": Case(small, "ynnyr", frozenset(range(30))),
        "no-prerequisites": Case(loose, "yn", frozenset(range(60))),
        "many-prerequisites": Case(field, "nyynyrn", everything),
        "only-no": Case(field, "n", everything),
        "only-yes": Case(field, "y", everything),
        "only-roughly": Case(field, "r", everything),
        "one-phase": Case(field, "yrn", everything, scope=frozenset(topic for topic in range(120) if field.phases[topic] == 2)),
        "ticked-topics": Case(field, "nny", everything, ticked=frozenset([3, 17, 40, 41, 88])),
        "few-questions": Case(field, "yny", frozenset(range(0, 120, 9))),
        "another-order": Case(rearranged(field, 4), "ynnr", everything),
        "one-topic": Case(random_order(5, 1, 0, 1, 1), "r", frozenset([0])),
        "no-topics": Case(TopicOrder([], [], []), "y", frozenset()),
    }


def ask(sample: Sample, answers: Iterable[Answer], **options: Any) -> tuple[dict[int, Answer], list[Placement]]:
    """The answers by topic, and the placements before each question and at the end."""
    answered: dict[int, Answer] = {}
    placements = [place(sample, answered, **options)]
    for answer in answers:
        if placements[-1].question is None:
            break
        answered[placements[-1].question] = answer
        placements.append(place(sample, answered, **options))
    return answered, placements


def letters(verdicts: Sequence[str]) -> str:
    return "".join(VERDICTS[verdict] for verdict in verdicts)


def as_json(case: Case) -> dict[str, Any]:
    """The case with what comes out: the questions, and the verdicts before each of them and at the end."""
    order, options = case.order, {"questions": case.questions, "scope": case.scope, "ticked": case.ticked}
    answers, placements = ask(imagine_learners(order), cycle(ANSWERS[letter] for letter in case.answers), **options)
    return {
        "needs": order.needs,
        "sections": order.sections,
        "phases": order.phases,
        **{name: topics if topics is None else sorted(topics) for name, topics in options.items()},
        "mostQuestions": placements[0].most_questions,
        "answers": list(answers.items()),
        "verdicts": [letters(placement.verdicts) for placement in placements],
    }


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.json"


if __name__ == "__main__":
    for name, case in cases().items():
        lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in as_json(case).items())
        path_of(name).write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
