"""Random histories of a roadmap: topics are added, moved, merged, split and retired; each release is what a client gets."""

import json
import random
from collections.abc import Iterator
from typing import Any

from learning_roadmap.model import Roadmap
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.pages.client_data import client_data

Topic = dict[str, Any]


class RandomHistory:
    """A roadmap of two phases that changes by chance; ids are never used twice."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.count = 0
        self.history: list[dict[str, Any]] = []
        self.sections: list[list[Topic]] = [[self._fresh() for _ in range(3)], [self._fresh() for _ in range(2)]]

    def _fresh(self) -> Topic:
        self.count += 1
        return {"id": f"t{self.count}", "title": f"T{self.count}", "topics": []}

    def _lists(self) -> Iterator[list[Topic]]:
        stack = list(self.sections)
        while stack:
            topics = stack.pop()
            yield topics
            stack.extend(topic["topics"] for topic in topics)

    def _places(self) -> list[tuple[list[Topic], Topic]]:
        return [(topics, topic) for topics in self._lists() for topic in topics]

    def change(self) -> None:
        """One change of a random kind, if it can be made."""
        topics, topic = self.chance.choice(self._places())
        inside = [id(one) for one in _walk([topic])]
        elsewhere = [(list_, other) for list_, other in self._places() if id(other) not in inside]
        kind = self.chance.choice(["add", "add", "move", "move", "merge", "split", "retire"])
        if kind == "add":
            self.chance.choice([topic["topics"], topic["topics"], self.chance.choice(self.sections)]).append(self._fresh())
        elif len(elsewhere) < 2:
            return
        elif kind == "move":
            target = self.chance.choice([self.chance.choice(elsewhere)[1]["topics"], self.chance.choice(self.sections)])
            topics.remove(topic)
            target.append(topic)
        elif kind == "merge":
            successor = self.chance.choice(elsewhere)[1]
            topics.remove(topic)
            successor["topics"] += topic["topics"]
            self._end(topic["id"], [successor["id"]])
        elif not topic["topics"]:
            successors = [self._fresh(), self.chance.choice([self._fresh(), self.chance.choice(elsewhere)[1]])] if kind == "split" else []
            topics.remove(topic)
            present = [other for _, other in self._places()]
            topics += [one for one in successors if int(one["id"][1:]) > self.count - 2 and one not in present]
            self._end(topic["id"], [successor["id"] for successor in successors])

    def _end(self, id: str, successors: list[str]) -> None:
        for tombstone in self.history:
            if id in tombstone["into"]:
                into = dict.fromkeys(new for one in tombstone["into"] for new in (successors if one == id else [one]))
                tombstone["into"] = list(into)
        self.history.append({"id": id, "into": successors})

    def release(self) -> dict[str, Any]:
        """What the client would know of it."""
        history = [{**gone, "was": "split" if len(gone["into"]) > 1 else "merged" if gone["into"] else "retired"} for gone in self.history]
        phases = [
            {"id": f"p{at}", "title": "P", "sections": [{"id": f"s{at}", "title": "S", "topics": topics}]} for at, topics in enumerate(self.sections)
        ]
        roadmap = Roadmap.model_validate({"format": 2, "id": "life", "title": "Life", "phases": phases, "history": history})
        known = json.loads(client_data(RoadmapIndex(roadmap)).split("=", 1)[1].rstrip(";\n"))
        return {name: known[name] for name in ("leaves", "sets", "history")}


def _walk(topics: list[Topic]) -> Iterator[Topic]:
    for topic in topics:
        yield topic
        yield from _walk(topic["topics"])


def random_histories(seed: int, number: int) -> list[list[dict[str, Any]]]:
    """Several histories, each as its releases."""
    chance = random.Random(seed)
    histories = []
    for _ in range(number):
        history = RandomHistory(chance)
        releases = [history.release()]
        for _ in range(chance.randint(2, 5)):
            for _ in range(chance.randint(1, 3)):
                history.change()
            releases.append(history.release())
        histories.append(releases)
    return histories
