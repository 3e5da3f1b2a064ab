"""Graphs of prerequisites for tests, in the form of the shared cases."""

import json
import random
from typing import Any

from learning_roadmap.graph import Choice, LearningPath, Requirements, TopicGraph
from tests.paths import ROOT

CASES = ROOT / "tests" / "data" / "graph"
Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    """The shared cases of one function; the client's tests read the same files."""
    loaded: list[Case] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def graph_of(case: Case) -> TopicGraph:
    needs = case["needs"]
    return TopicGraph(
        ids=tuple(f"topic-{number}" for number in range(len(needs))),
        needs=tuple(map(tuple, needs)),
        hours=tuple(case.get("hours", [None] * len(needs))),
        task_hours=case.get("task_hours", {}),
    )


def goal_of(plain: Case) -> Requirements:
    choices = tuple(Choice(choice["count"], tuple(map(goal_of, choice["among"]))) for choice in plain.get("choices", ()))
    return Requirements(tuple(plain.get("topics", ())), choices, tuple(plain.get("tasks", ())))


def plain_path(path: LearningPath) -> Case:
    return {"steps": [[step.topic, list(step.opens)] for step in path.steps], "tasks": list(path.tasks), "builds_on": list(path.known)}


def random_case(generator: random.Random, most: int = 30) -> Case:
    """A graph without circles, whose map order is not that of its prerequisites; a goal with choices; and what is known."""
    size = generator.randint(1, most)
    order = generator.sample(range(size), size)
    needs: list[list[int]] = [[] for _ in range(size)]
    for rank, topic in enumerate(order):
        before = generator.sample(order[:rank], min(rank, generator.choice([0, 0, 1, 1, 2, 3])))
        needs[topic] = sorted(before)

    def some(limit: int) -> list[int]:
        return sorted(generator.sample(range(size), min(size, generator.randint(1, limit))))

    def goal(depth: int) -> Case:
        among = [goal(depth - 1) for _ in range(generator.randint(1, 3))] if depth else []
        choices = [{"count": generator.randint(1, len(among)), "among": among}] if among and generator.random() < 0.6 else []
        return {"topics": some(3), "choices": choices, "tasks": generator.sample(["robot", "game", "chatbot"], generator.randint(0, 2))}

    return {
        "needs": needs,
        "hours": [generator.choice([None, 0.25, 0.5, 1, 1.5, 2, 3.75]) for _ in range(size)],
        "task_hours": {"robot": 10, "game": 4.5},
        "goal": goal(2),
        "known": some(5) if generator.random() < 0.7 else [],
        "done": ["game"] if generator.random() < 0.3 else [],
        "wanted": some(size),
    }
