"""A roadmap of 30 topics in three phases, of which each topic needs the one before it in its section."""

import json

SECTIONS = tuple(f"{phase}-{section}" for phase in ("one", "two", "three") for section in ("a", "b"))
TOPICS = tuple(f"{section}-{number}" for section in SECTIONS for number in range(5))


def field(*, questions: bool = True, prerequisites: bool = True, removed: tuple[str, ...] = ()) -> str:
    """The text of its data file.

    Args:
        questions: whether each topic has a check question.
        prerequisites: whether topics need others; the first of each section needs the last of the one before.
        removed: topics that the roadmap had once.
    """
    before: dict[str, str | None] = dict(zip(TOPICS, (None, *TOPICS[:-1]), strict=True))

    def topic(id: str) -> dict[str, object]:
        need = before[id]
        return {
            "id": id,
            "title": f"Topic {id}",
            "summary": f"What {id} is about.",
            "hours": 2,
            **({"needs": [{"topic": need}]} if prerequisites and need and need not in removed else {}),
            **({"check": [{"ask": f"What is `{id}`?", "answer": f"It is {id}."}]} if questions else {}),
        }

    data = {
        "format": 2,
        "id": "small",
        "title": "Small",
        "phases": [
            {
                "id": phase,
                "title": f"Phase {phase}",
                "sections": [
                    {
                        "id": section,
                        "title": f"Section {section}",
                        "topics": [topic(id) for id in TOPICS if id.startswith(section) and id not in removed],
                    }
                    for section in SECTIONS
                    if section.split("-")[0] == phase
                ],
            }
            for phase in ("one", "two", "three")
        ],
        "history": [{"id": id, "was": "retired"} for id in removed],
    }
    return json.dumps(data)
