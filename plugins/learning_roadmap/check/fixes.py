"""Apply the repairs that problems offer, until there are none left. What would make the file worse is left as it was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from learning_roadmap.check.base import Base
from learning_roadmap.check.run import CheckResult, check_text
from learning_roadmap.datafile import DataFile, canonical, current_day, placed_entries, records, text_of
from learning_roadmap.diagnostics import Edit, Problem, ProblemsFound
from learning_roadmap.text import DecodedText, decode

MAX_ROUNDS = 100  # the parser stops at an error of the syntax, so those are mended one after the other


@dataclass
class Fixed:
    """A data file after all repairs: its former and its new text, what is left, and what was repaired."""

    before: DecodedText
    text: DecodedText
    result: CheckResult
    repaired: list[Problem] = field(default_factory=list)
    added_days: int = 0
    is_reformatted: bool = False


def fix(text: DecodedText, path: Path, base: Base | None = None) -> Fixed:
    """The data file with all safe repairs; entries that are new since the base get the day, and the whole file its canonical form."""
    fixed = Fixed(text, text, check_text(text, path, base))
    for _ in range(MAX_ROUNDS):
        problems = [problem for problem in (*fixed.result.errors, *fixed.result.warnings) if problem.edit]
        if not problems or not _repair(fixed, problems, path, base):
            break
    if fixed.result.data is not None:
        _add_days(fixed, path, base)
        _format(fixed, path, base)
    return fixed


def _repair(fixed: Fixed, problems: Sequence[Problem], path: Path, base: Base | None) -> bool:
    """Apply the edits of problems: all together, or else those that help one by one. Says whether one helped."""
    for group in (_apart(problems), *([problem] for problem in problems[:MAX_ROUNDS] if len(problems) > 1)):
        text = edited(fixed.text, [problem.edit for problem in group if problem.edit])
        try:
            result = check_text(decode(text.raw, text.file), path, base)
        except ProblemsFound:
            continue
        if _is_better(result, fixed.result):
            fixed.text, fixed.result = text, result
            fixed.repaired += group
            return True
    return False


def _is_better(after: CheckResult, before: CheckResult) -> bool:
    """Whether fewer things are wrong. After an error of the syntax is repaired, more of the file is read, and more may be found there."""
    unread, still_unread = _syntax_places(before), _syntax_places(after)
    if unread:
        return not still_unread or len(still_unread) < len(unread) or max(still_unread) > max(unread)
    return not still_unread and (len(after.errors), len(after.warnings)) < (len(before.errors), len(before.warnings))


def _syntax_places(result: CheckResult) -> list[tuple[int, int]]:
    return [(problem.line, problem.column) for problem in result.errors if problem.code.startswith(("YML-", "UNI-LINESEP"))]


def _apart(problems: Sequence[Problem]) -> list[Problem]:
    """The problems whose edits do not overlap; of two that do, the first. The other one is met again in the next round."""
    chosen: list[Problem] = []
    end: tuple[int, int] = (0, 0)
    for edit, problem in sorted(((problem.edit, problem) for problem in problems if problem.edit), key=lambda pair: (pair[0].line, pair[0].start)):
        if (edit.line, edit.start) >= end:
            chosen.append(problem)
            end = (edit.line, max(edit.end, edit.start + 1))
    return chosen


def edited(text: DecodedText, edits: Iterable[Edit]) -> DecodedText:
    """A text with some of its lines edited, by edits that do not overlap."""
    lines = list(text.lines)
    for edit in sorted(edits, key=lambda edit: (edit.line, edit.start), reverse=True):
        line = lines[edit.line - 1]
        lines[edit.line - 1] = line[: edit.start - 1] + edit.text + line[edit.end - 1 :]
    return DecodedText(text.file, tuple(lines), text.warnings, text.newline, text.mark, text.has_mixed_newlines)


def _add_days(fixed: Fixed, path: Path, base: Base | None) -> None:
    """Add the day to entries and tombstones that are new since the base, in a roadmap that is published, as the commands do."""
    data = fixed.result.data
    if data is None or base is None or base.tree is None or not text_of(data.tree, "published"):
        return
    earlier = {entry.id for entry in placed_entries(base.tree)} | {text_of(tombstone, "id") for tombstone in records(base.tree, "history")}
    dated = [(entry.block, "added") for entry in placed_entries(data.tree)] + [(tombstone, "on") for tombstone in records(data.tree, "history")]
    edits = []
    for block, name in dated:
        if text_of(block, "id") not in earlier and name not in block:
            line, column = block.values_at["id"]
            end = column + len(text_of(block, "id"))
            is_on_one_line = fixed.text.lines[line - 1][:column].count("{") > 0
            indent = " " * (block.keys_at["id"][1] - 1)
            day = f"{name}: {current_day().isoformat()}"
            edits.append(Edit(line, end, end, f", {day}" if is_on_one_line else f"\n{indent}{day}"))
    text = edited(fixed.text, edits)
    text = DecodedText(text.file, tuple("\n".join(text.lines).split("\n")), text.warnings, text.newline, text.mark, text.has_mixed_newlines)
    result = check_text(text, path, base)
    if edits and not result.errors:
        fixed.text, fixed.result, fixed.added_days = text, result, len(edits)


def _format(fixed: Fixed, path: Path, base: Base | None) -> None:
    data: DataFile | None = fixed.result.data
    if data is None or fixed.result.errors:
        return
    try:
        content = canonical(data)
    except ProblemsFound:
        return  # a comment would be lost: `roadmap fmt` says so
    if content.encode() != fixed.text.raw or fixed.text.has_mixed_newlines:
        fixed.text = decode(content.encode(), fixed.text.file)
        fixed.result, fixed.is_reformatted = check_text(fixed.text, path, base), True
