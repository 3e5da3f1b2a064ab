"""Circular prerequisites, also through sections, parent topics and their subtopics."""

from collections.abc import Iterable, Mapping, Sequence

from learning_roadmap.model import find_cycle


def cycle_of(needs: Mapping[str, Sequence[str]], holders: Iterable[tuple[str, str]]) -> list[str] | None:
    """A cycle as the ids along it, the first one again at the end; None if there is none.

    Args:
        needs: the prerequisites of each entry.
        holders: every section and topic with the entry that holds it, those that hold before those that are held.
    """
    return find_cycle(needs) or _cycle_by_parts(needs, holders)


def _cycle_by_parts(needs: Mapping[str, Sequence[str]], holders: Iterable[tuple[str, str]]) -> list[str] | None:
    """A cycle through prerequisites, those of sections and parent topics, and subtopics. It begins with a topic."""
    waits_for: dict[str, list[str]] = {}
    for id, above in holders:
        # A separate node for the prerequisites of each section and topic, so that what it holds shares them instead of copying the list.
        outer = [f"^{above}"] if f"^{above}" in waits_for else []
        waits_for[f"^{id}"] = [*needs.get(id, ()), *outer]
        waits_for.setdefault(id, []).append(f"^{id}")
        if outer:
            waits_for[above].append(id)
    cycle = find_cycle(waits_for) or ()
    start = next((place for place, node in enumerate(cycle) if not node.startswith("^")), None)
    # If an entry has the id of one that holds it, the cycle is of these, and no prerequisite is in it.
    if start is None:
        return None
    ids = list(dict.fromkeys(node.removeprefix("^") for node in (*cycle[start:-1], *cycle[:start])))
    return [*ids, ids[0]]
