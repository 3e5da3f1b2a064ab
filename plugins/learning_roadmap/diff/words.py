"""Reports of changes: as plain text, as Markdown for pull requests, as JSON for programs."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict

from learning_roadmap.diagnostics import ROOM, escaped, excerpt, fitting, in_json, visible
from learning_roadmap.diff.compare import FIELD_LABELS, Change, Sort
from learning_roadmap.model import KIND

SORT_HEADINGS = {
    Sort.NEW: "New",
    Sort.GONE: "Removed",
    Sort.RENAMED: "Renamed",
    Sort.MOVED: "Moved",
    Sort.REGROUPED: "Subtopics",
    Sort.CHANGED: "Changed",
}
NOTHING = "Nothing changes for learners."
MAX_TEXT = 200
MAX_LINES = 300  # nobody reads more
MANY = 10  # a change that more entries share is told once
LONG, CONTEXT = 80, 4  # of longer texts only the words that differ are shown, with so many on each side


def changes_as_text(changes: Sequence[Change]) -> str:
    """A heading for each sort of change, a line for each change; the changes of one entry, and what many entries share, together."""
    return "\n\n".join(_change_blocks(changes, lambda text: visible(text), lambda heading: f"{heading}:", "  ")) or NOTHING


def changes_as_markdown(changes: Sequence[Change], room: int = ROOM) -> str:
    """The report as Markdown. Texts from the data are escaped, so that they contain no links or mentions."""
    blocks = "\n\n".join(_change_blocks(changes, escaped, lambda heading: f"### {heading}\n", "- "))
    return fitting(blocks.split("\n"), room) if blocks else NOTHING


def changes_as_json(changes: Sequence[Change]) -> str:
    """A list of objects with the attributes of a change."""
    return in_json(json.dumps([asdict(change) for change in changes], indent=1))


def _change_blocks(changes: Sequence[Change], show: Callable[[str], str], heading: Callable[[str], str], bullet: str) -> Iterable[str]:
    for sort, name in SORT_HEADINGS.items():
        of_sort = [change for change in changes if change.sort is sort]
        lines = [f"{'  ' * depth}{bullet}{line}" for depth, line in _lines(of_sort, show)]
        rest = [f"{bullet}… and {len(lines) - MAX_LINES} more lines"] if len(lines) > MAX_LINES else []
        if lines:
            count = len({(change.kind, change.id) for change in of_sort})
            yield "\n".join([heading(f"{name} ({count:,})"), *lines[:MAX_LINES], *rest])


def _lines(changes: Sequence[Change], show: Callable[[str], str]) -> Iterator[tuple[int, str]]:
    """The lines of one sort of changes, each with its depth: those that many entries share first."""
    shared: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        shared.setdefault(_shared(change), []).append(change)
    shared = {what: alike for what, alike in shared.items() if what and len(alike) > MANY}
    for what, alike in shared.items():
        yield 0, f"{show(' '.join([f'{len(alike):,}', *what]))}: {_titles(alike, show)}"
    entries: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        if _shared(change) not in shared:
            entries.setdefault((change.kind, change.id), []).append(change)
    for of_entry in entries.values():
        subject, descriptions = _subject(of_entry[0], show), [_description(change, show) for change in of_entry]
        if len(descriptions) == 1:
            yield 0, subject + descriptions[0]
        else:
            yield 0, f"{subject}:"
            yield from ((1, description.removeprefix(": ").strip()) for description in descriptions)


def _shared(change: Change) -> tuple[str, ...]:
    """What a change has in common with others, in words that follow their number; empty if it is told by itself."""
    place = " ▸ ".join(change.where) or "the roadmap"
    match change.sort:
        case Sort.NEW:
            kind = KIND.get(change.kind)
            return kind.list_name if kind and not kind.label else f"{kind.label if kind else change.kind}s", "in", place
        case Sort.MOVED if not change.detail:
            return "entries", "from", change.before or "the top", "to", change.after or "the top"
        case Sort.CHANGED if not change.before and change.after:
            return "entries now have", f"'{change.detail}'"
        case Sort.CHANGED if change.before and not change.after:
            return "entries no longer have", f"'{change.detail}'"
        case Sort.CHANGED if change.detail == FIELD_LABELS["named"]:
            return "entries have other", change.detail
        case _:
            return ()


def _titles(changes: Sequence[Change], show: Callable[[str], str]) -> str:
    more = f" and {len(changes) - MANY:,} more" if len(changes) > MANY else ""
    return ", ".join(f"'{show(excerpt(change.title))}'" for change in changes[:MANY]) + more


def _subject(change: Change, show: Callable[[str], str]) -> str:
    title = change.before if change.sort is Sort.RENAMED else change.title
    return f"{change.kind} '{show(excerpt(title, MAX_TEXT))}'"


def _description(change: Change, show: Callable[[str], str]) -> str:
    """What follows the entry in the line of a change."""

    def cut(text: str) -> str:
        return show(excerpt(text, MAX_TEXT))

    place = f" in {' ▸ '.join(cut(part) for part in change.where)}" if change.where else ""
    match change.sort:
        case Sort.NEW:
            return place + (f": {cut(change.detail)}" if change.detail else "")
        case Sort.GONE:
            successors = f" '{cut(change.after)}'; learners' ticks move there" if change.after else ""
            reason = f" ({cut(change.before)})" if change.before else ""
            return f"{place}: {change.detail}{successors}{reason}"
        case Sort.RENAMED:
            return f" is now '{cut(change.after)}'"
        case Sort.MOVED if not change.detail:
            return f": from {cut(change.before) or 'the top'} to {cut(change.after) or 'the top'}"
        case Sort.REGROUPED if change.after:
            return f" {change.detail}: learners' ticks move to {cut(change.after)}"
        case Sort.REGROUPED:
            return f" {change.detail}: it starts with the state of {cut(change.before)}"
        case _ if not change.before and not change.after:
            return f": {change.detail}"
        case _:
            return f": {change.detail}: {_values(change, cut)}"


def _values(change: Change, cut: Callable[[str], str]) -> str:
    """The old and new value of a field: of lists only what was added and removed, of long texts only where they differ."""
    if (change.added or change.removed) and (len(change.added), len(change.removed)) != (1, 1):
        parts = [("added", change.added), ("removed", change.removed)]
        return "; ".join(f"{verb} {cut(', '.join(items))}" for verb, items in parts if items)
    before, after = (change.removed[0], change.added[0]) if change.added else (change.before, change.after)
    before, after = _where_they_differ(before, after)
    return f"{cut(before) or '(nothing)'} → {cut(after) or '(nothing)'}"


def _where_they_differ(before: str, after: str) -> tuple[str, str]:
    """Two long texts without the words at their beginning and end that they share, except a few.

    >>> _where_they_differ("one two three four five six " * 4 + "end", "one two three four five six " * 4 + "stop")
    ('… three four five six end', '… three four five six stop')
    """
    if not before or not after or max(len(before), len(after)) <= LONG:
        return before, after
    old, new = before.split(" "), after.split(" ")
    start = _shared_words(old, new)
    end = _shared_words(old[start:][::-1], new[start:][::-1])
    return _shortened(old, start, end), _shortened(new, start, end)


def _shared_words(words: Sequence[str], others: Sequence[str]) -> int:
    """How many words at the beginning are the same."""
    return next((at for at, (word, other) in enumerate(zip(words, others, strict=False)) if word != other), min(len(words), len(others)))


def _shortened(words: Sequence[str], start: int, end: int) -> str:
    """The words with all but a few left out at the start and at the end."""
    first, last = max(start - CONTEXT, 0), max(end - CONTEXT, 0)
    return " ".join([*["…"][:first], *words[first : len(words) - last], *["…"][:last]])


CHANGE_FORMATS: dict[str, Callable[[Sequence[Change]], str]] = {"text": changes_as_text, "markdown": changes_as_markdown, "json": changes_as_json}
