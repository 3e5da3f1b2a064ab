"""Roadmaps with every field of format 2, for tests of properties."""

from random import Random
from typing import Any

from hypothesis import strategies as st

from learning_roadmap.model import Access, Fate, Level, ResourceKind, Roadmap

WORDS = "map of the model's error: loss # not gradient - {set} [list] 'quoted' \"double\" 12 yes null é 🍞 ∂L/∂w σ² `code` ? key: value, > | &"
# Short ones, long ones that are folded, and those that cannot be folded.
TEXTS = [
    WORDS, f"{WORDS}. " * 3 + "End", f"{WORDS}  " * 2 + "End", f" {WORDS} " * 2, *WORDS.split(" "), "2026-11-21", "- item", "# comment", "x" * 200,
    "…", "“quoted”", "\u00a0" + "no break " * 20, "a: b", "{{ 7*7 }}", "<b>" * 50, "0x1F", "1:30", "3.10", "NO", "~", "@home","`", "é" * 140 + " end",
]  # fmt: skip
TITLES = ["Dough", "Éclair", "C # D", "On: bread", "🍞"]


class Builder:
    """Builds the values of one roadmap by chance."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.resources: list[dict[str, Any]] = []
        self.papers: list[dict[str, Any]] = []
        self.leaves: list[str] = []

    def some(self, **fields: Any) -> dict[str, Any]:
        """Some of these fields."""
        return {name: value for name, value in fields.items() if self.chance.random() < 0.5}

    def text(self) -> str:
        return self.chance.choice(TEXTS)

    def title(self) -> str:
        return self.chance.choice(TITLES)

    def hours(self) -> float:
        return self.chance.choice([0.25, 0.5, 1, 1.5, 40])

    def checked(self) -> dict[str, Any]:
        return {"on": f"20{self.chance.randint(10, 99)}-0{self.chance.randint(1, 9)}-{self.chance.randint(10, 28)}", "in": self.text()}

    def status(self) -> dict[str, Any]:
        entry = {"entry": "r0"} if self.resources else {}
        since = self.chance.choice(["2023", "2023-06"])
        return {"is": self.chance.choice([*Fate]).value, **self.some(since=since, successor=self.text(), note=self.text(), **entry)}

    def level(self) -> str:
        return self.chance.choice([*Level]).value

    def resource(self, number: int) -> dict[str, Any]:
        ats = self.chance.sample(["one.html", "two/", "three.html#four", "?five=6", "#seven"], self.chance.randint(0, 3))
        parts = [{"id": f"part-{at}", "title": self.title(), "at": where, **self.some(checked=self.checked())} for at, where in enumerate(ats)]
        return {
            "id": f"r{number}", "title": self.title(), "kind": self.chance.choice([*ResourceKind]).value, "url": f"https://example.org/{number}/",
            "parts": parts, **self.some(
                authors=[self.text(), self.text()], purpose=self.text(), access=self.chance.choice([*Access]).value, language="en",
                level=self.level(), license=self.text(), preferred=True, checked=self.checked(), status=self.status(),
            ),
        }  # fmt: skip

    def paper(self, number: int) -> dict[str, Any]:
        return {"id": f"paper-{number}", "title": self.text(), **self.some(
            authors=[self.text(), "et al."], year=self.chance.randint(1900, 2026), venue=self.text(), why=self.text(), checked=self.checked(),
            arxiv=self.chance.choice(["2106.09685", "cs/0112017", "math.GT/0309136", "1706.03762v7"]),
            doi=self.chance.choice(["10.1000/182", "10.1002/(SICI)1097-4571(199009)41:6<391::AID-ASI1>3.0.CO;2-9"]), must_read=True,
        )}  # fmt: skip

    def link(self, resource: dict[str, Any]) -> dict[str, Any]:
        return {"resource": resource["id"], **({"part": self.chance.choice(resource["parts"])["id"]} if resource["parts"] else {})}

    def needs(self) -> list[dict[str, Any]]:
        topics = self.chance.sample(self.leaves, self.chance.randint(0, min(2, len(self.leaves))))
        return [{"topic": topic, **self.some(reason=self.text())} for topic in topics]

    def topic(self, id: str, depth: int = 0) -> dict[str, Any]:
        """A topic with prerequisites among the earlier leaves, so that there is no cycle."""
        entry = {
            "id": id, "title": self.title(), "needs": self.needs(), "read": [self.link(one) for one in self.resources if self.chance.random() < 0.5],
            "papers": [one["id"] for one in self.papers if self.chance.random() < 0.5],
            "check": [{"ask": self.text(), "answer": self.text()} for _ in range(self.chance.randint(0, 2))],
            **self.some(
                summary=self.text(), level=self.level(), hours=self.hours(), optional=True, preferred=True, start=True, also=[self.text()],
                status=self.status(),
            ),
        }  # fmt: skip
        parts = [self.topic(f"{id}-{number}", depth + 1) for number in range(self.chance.randint(0, 2))] if depth < 2 else []
        if not parts:
            self.leaves.append(id)
        return entry | {"topics": parts}

    def section(self, number: int) -> dict[str, Any]:
        needs = self.needs()
        topics = [self.topic(f"t{number}-{at}") for at in range(self.chance.randint(0, 3))]
        exercise = {"id": f"e{number}", "title": self.title(), "topics": self.leaves[:2], **self.some(done=self.text(), hours=self.hours())}
        return {"id": f"s{number}", "title": self.title(), "needs": needs, "topics": topics, "practice": [exercise], **self.some(summary=self.text())}

    def roadmap(self) -> dict[str, Any]:
        self.resources = [self.resource(number) for number in range(self.chance.randint(0, 3))]
        self.papers = [self.paper(number) for number in range(self.chance.randint(0, 3))]
        phases = [{"id": "p", "title": self.title(), "duration": "2-3 weeks", "sections": [self.section(number) for number in range(2)]}]
        project = {"id": "project", "title": self.title(), "topics": self.leaves[-2:], **self.some(done=self.text(), summary=self.text(), hours=3)}
        skills = [{"entry": entry, **self.some(reason=self.text(), optional=True)} for entry in ("s0", "project", "e1")]
        role = {"id": "role", "title": self.title(), "skills": skills, **self.some(summary=self.text())}
        positions = [{"document": "d", "says": self.text(), **self.some(line=1)}]
        disagreement = {"id": "dis", "title": self.title(), "positions": positions, **self.some(choice=self.text(), reason=self.text())}
        document = {"id": "d", "title": "D", "file": "d.md", "outline": [{"line": 1, "kind": "topic", "text": self.text()}]}
        return {
            "format": 2, "id": "any", "title": self.text(), "phases": phases, "resources": self.resources, "papers": self.papers,
            "projects": [project], "roles": [role], "disagreements": [disagreement], "documents": [document],
            **self.some(hours_per_week=self.hours(), license={"name": self.text(), **self.some(url="https://example.org/license")}),
        }  # fmt: skip


def plain_roadmaps() -> st.SearchStrategy[dict[str, Any]]:
    """The values of valid roadmaps. Each comes from a number: Hypothesis discards values that take so many choices."""
    return st.integers(0, 2**32).map(lambda seed: Builder(seed).roadmap())


def roadmaps() -> st.SearchStrategy[Roadmap]:
    """Valid roadmaps."""
    return plain_roadmaps().map(Roadmap.model_validate)
