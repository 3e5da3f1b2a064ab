"""Reports of changes: as plain text, as Markdown for pull requests, as JSON for programs."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict

from learning_roadmap.diagnostics import ROOM, escaped, excerpt, fitting, in_json, visible
from learning_roadmap.diff.compare import Change, Sort

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
MAX_CHANGES = 300  # nobody reads more


def changes_as_text(changes: Sequence[Change]) -> str:
    """A heading for each sort of change, a line for each change."""
    return "\n\n".join(_change_blocks(changes, lambda text: visible(text), lambda heading: f"{heading}:", "  ")) or NOTHING


def changes_as_markdown(changes: Sequence[Change], room: int = ROOM) -> str:
    """The report as Markdown. Texts from the data are escaped, so that they contain no links or mentions."""
    blocks = "\n\n".join(_change_blocks(changes, escaped, lambda heading: f"### {heading}\n", "- "))
    return fitting(blocks.split("\n"), room) if blocks else NOTHING


def changes_as_json(changes: Sequence[Change]) -> str:
    """A list of objects with sort, id, kind, title, where, detail, before and after."""
    return in_json(json.dumps([asdict(change) for change in changes], indent=1))


def _change_blocks(changes: Sequence[Change], show: Callable[[str], str], heading: Callable[[str], str], bullet: str) -> Iterable[str]:
    for sort, name in SORT_HEADINGS.items():
        lines = [bullet + _change_line(change, show) for change in changes if change.sort is sort]
        rest = [f"{bullet}… and {len(lines) - MAX_CHANGES} more"] if len(lines) > MAX_CHANGES else []
        if lines:
            yield "\n".join([heading(f"{name} ({len(lines)})"), *lines[:MAX_CHANGES], *rest])


def _change_line(change: Change, show: Callable[[str], str]) -> str:
    def cut(text: str) -> str:
        return show(excerpt(text, MAX_TEXT))

    title, where = cut(change.title), " ▸ ".join(cut(part) for part in change.where)
    subject = f"{change.kind} '{title}'"
    place = f" in {where}" if where else ""
    match change.sort:
        case Sort.NEW:
            return subject + place + (f": {cut(change.detail)}" if change.detail else "")
        case Sort.GONE:
            successors = f" '{cut(change.after)}'; learners' ticks move there" if change.after else ""
            reason = f" ({cut(change.before)})" if change.before else ""
            return f"{subject}{place}: {change.detail}{successors}{reason}"
        case Sort.RENAMED:
            return f"{change.kind} '{cut(change.before)}' is now '{cut(change.after)}'"
        case Sort.MOVED if change.detail:
            return f"{subject}: {change.detail}"
        case Sort.MOVED:
            return f"{subject}: from {cut(change.before) or 'the top'} to {cut(change.after) or 'the top'}"
        case Sort.REGROUPED if change.after:
            return f"{subject} {change.detail}: learners' ticks move to {cut(change.after)}"
        case Sort.REGROUPED:
            return f"{subject} {change.detail}: it starts with the state of {cut(change.before)}"
        case _ if not change.before and not change.after:
            return f"{subject}: {change.detail}"
        case _:
            return f"{subject}: {change.detail}: {cut(change.before) or '(nothing)'} → {cut(change.after) or '(nothing)'}"


CHANGE_FORMATS: dict[str, Callable[[Sequence[Change]], str]] = {"text": changes_as_text, "markdown": changes_as_markdown, "json": changes_as_json}
