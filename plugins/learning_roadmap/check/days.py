"""Days of changes: they follow the publication, or "What's new" would not show them."""

from collections.abc import Iterable, Iterator

from learning_roadmap.datafile import Block, Placed, records, text_of
from learning_roadmap.diagnostics import Problem


def day_problems(tree: Block, entries: Iterable[Placed], file: str) -> Iterator[Problem]:
    """Days of additions and removals that are before the publication, or in a roadmap that has no day of publication."""
    published = text_of(tree, "published")
    dated = [(entry.block, "added") for entry in entries] + [(tombstone, "on") for tombstone in records(tree, "history")]
    for block, field in dated:
        # Days are written as 2026-11-22, so their order is that of the texts.
        if (day := text_of(block, field)) and (not published or day < published):
            if published:
                message, fix = f"'{field}: {day}' is before the publication on {published}", "correct the day, or 'published'"
            else:
                message, fix = f"'{field}: {day}' in a roadmap without 'published'", "state the day of its publication, or remove this day"
            yield Problem.at(file, block.values_at[field], "ID-DAY", message, fix)
