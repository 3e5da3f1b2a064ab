"""Random records of every kind, for property tests: few different values, so that they collide."""

import random
from collections.abc import Iterator
from typing import Any

TEXTS = [
    "",
    "a",
    "b\n\n---\n\na",
    "  a\r\n\tb  ",
    "<img src=x onerror=alert(1)>",
    "\u202eb\u0000c\u001b[31m",
    "\ud83d\ude00 ünï",
    '"quotes" \\',
    "\ud83d",
]
DAYS = ["2026-01-01", "2026-01-31", "2028-02-29"]


def items(chance: random.Random) -> dict[str, dict[str, Any]]:
    """A set of records by path."""
    return dict(_some(chance))


def _some(chance: random.Random) -> Iterator[tuple[str, dict[str, Any]]]:
    for _ in range(chance.randint(0, 6)):
        kind = chance.choice(["state", "note", "links", "phase", "review", "day", "month", "focus", "plan", "update"])
        yield record(chance, kind)


def record(chance: random.Random, kind: str) -> tuple[str, dict[str, Any]]:
    """One record of a kind, at one of a few paths and a few times."""
    at = chance.choice([0, 1, 2, 1768435200000, 1768435200001])
    by = {"by": {name: chance.randint(0, 3) for name in "xyz" if chance.random() < 0.5}} if chance.random() < 0.7 else {}
    id = chance.choice(["a", "b-2", "tostring-topic", "vectors"])
    day = chance.choice(DAYS)
    text = chance.choice(TEXTS)
    transferred = {
        **({"parts": sorted(chance.sample(["c", "d", "e"], chance.randint(1, 3)))} if chance.random() < 0.3 else {}),
        **({"from": "f"} if chance.random() < 0.2 else {}),
    }
    state = chance.choice([*({"state": name} for name in ("todo", "learning", "skipped", "done")), {"state": "done", "known": True}])
    made: dict[str, tuple[str, dict[str, Any]]] = {
        "state": (f"state/{id}", {**state, **transferred}),
        "update": (
            f"update/{day}",
            {"changes": [{"what": chance.choice(["parts", "moved"]), "id": "a", "to": to} for to in ([], ["b-2"]) if chance.random() < 0.6]},
        ),
        "note": (f"note/{id}", {"text": text, **by}),
        "links": (f"links/{id}", {"links": [{"title": text[:20], "url": "https://example.org/"}] * chance.randint(0, 2), **by}),
        "phase": (f"phase/{id}", {"status": chance.choice(["auto", "not-started", "in-progress", "completed"])}),
        "review": (
            f"review/{id}",
            {"reps": chance.randint(0, 9), "ease": chance.choice([1.3, 2.5, 2.36]), "days": chance.randint(0, 99), "due": day},
        ),
        "day": (f"day/{day}", {"ticks": {habit: chance.randint(-3, 3) for habit in ("one", "two", "three") if chance.random() < 0.6}}),
        "month": (f"month/{day[:7]}", {"learned": text, **({"next": chance.choice(TEXTS)} if chance.random() < 0.5 else {}), **by}),
        "focus": ("focus/current", {"phase": id, "start": chance.choice(["", day])}),
        "plan": ("plan/current", {"start": day, "hours": chance.choice([0.25, 10, 168]), "off": [[day, day]] if chance.random() < 0.5 else []}),
    }
    path, said = made[kind]
    return path, {**said, "at": at}
