"""Change a data file's text and leave every other byte alone: comments, order, quotes and spacing stay as they are."""

from collections.abc import Iterable
from typing import Any, Protocol

from mkdocs_roadmap.datafile.load import DataFile
from mkdocs_roadmap.datafile.tree import Block, Items
from mkdocs_roadmap.datafile.write import block_lines, entry_lines, one_line


class Change(Protocol):
    """See :mod:`mkdocs_roadmap.merge.draft`."""


class Draft(Protocol):
    """What an edit needs to know of a merge."""

    plain: dict[str, Any]
    changes: list[Any]


def edited(current: DataFile, draft: Draft, documents: Iterable[str]) -> str:
    """The data file's text with a merge's changes and the outlines of ``documents``; unchanged when there is nothing."""
    editor = _Editor(current)
    for change in draft.changes:
        match type(change).__name__:
            case "Added":
                editor.append(change.owner, change.list_name, change.entry)
            case "Named":
                editor.append(change.id, "named", change.source)
            case "Moved":
                editor.move(change.id, change.document, change.words, change.old, change.new)
    for id in documents:
        plain = next(entry for entry in draft.plain["documents"] if entry["id"] == id)
        editor.replace_document(plain)
    return editor.text()


class _Editor:
    """Collects insertions and replacements by line, and applies them from the end of the file to its beginning."""

    def __init__(self, current: DataFile) -> None:
        self.lines = list(current.text.lines)
        self.tree = current.tree
        self.blocks = dict(_entries(current.tree))
        self.insertions: list[tuple[int, int, list[str]]] = []  # (after line, order, lines)
        self.replacements: list[tuple[int, int, list[str]]] = []  # (first line, last line, lines)
        self.inline: list[tuple[int, int, int, str]] = []  # (line, from column, to column, text)

    def append(self, owner: str | None, list_name: str, entry: dict[str, Any]) -> None:
        """Put an entry at the end of a list, which is made where there is none."""
        block = self.blocks[owner] if owner else self.tree
        items = block.get(list_name)
        indent = self._indent(block)
        if isinstance(items, Items) and items.flow:
            line, column = items.end
            sign = ", " if items else ""
            self.inline.append((line, column - 1, column - 1, sign + one_line(entry)))
        elif block.flow:
            line, column = block.end
            self.inline.append((line, column - 1, column - 1, f", {list_name}: [{one_line(entry)}]"))
        elif isinstance(items, Items):
            dash = items.mark[1] - 1
            self._insert(items.end[0], entry_lines(entry, dash, list_name))
        else:
            self._insert(block.end[0], block_lines({list_name: [entry]}, indent), merge=(id(block), list_name), entry=entry, indent=indent)

    def move(self, owner: str, document: str, words: str, old: int, new: int) -> None:
        """Change the line of a provenance."""
        for source in self.blocks[owner].get("named") or ():
            if source["document"] == document and source["words"] == words and int(source["line"]) == old:
                line, column = source.values_at["line"]
                self.inline.append((line, column, column + len(source["line"]), str(new)))
                return

    def replace_document(self, plain: dict[str, Any]) -> None:
        """Put a document's record in the place of the one with its id, or at the end."""
        held = self.tree.get("documents")
        if isinstance(held, Items) and not held.flow:
            for block in held:
                if block["id"] == plain["id"]:
                    fresh = entry_lines(plain, block.mark[1] - 3, "documents")
                    self.replacements.append((block.mark[0], block.end[0], fresh[1:]))
                    return
        self.append(None, "documents", plain)

    def text(self) -> str:
        """The text with all changes."""
        if not (self.insertions or self.replacements or self.inline):
            return "\n".join(self.lines)
        for line, start, end, fresh in sorted(self.inline, key=lambda edit: edit[:2], reverse=True):
            old = self.lines[line - 1]
            self.lines[line - 1] = old[: start - 1] + fresh + old[end - 1 :]
        edits: list[tuple[int, int, tuple[int, int], int, list[str]]] = [(first, 1, (0, 0), last, fresh) for first, last, fresh in self.replacements]
        # What belongs to an inner entry comes before what belongs to the one that holds it.
        edits += [(after, 2, (-_depth(fresh), order), after, fresh) for after, order, fresh in self.insertions]
        for first, kind, _, last, made in sorted(edits, key=lambda edit: edit[:3], reverse=True):
            if kind == 1:
                self.lines[first - 1 : last] = made
            else:
                self.lines[first:first] = made
        if self.lines[-1] != "":
            self.lines.append("")
        return "\n".join(self.lines)

    def _insert(self, after: int, fresh: list[str], merge: tuple[int, str] | None = None, entry: Any = None, indent: int = 0) -> None:
        if merge is not None:
            self._started = getattr(self, "_started", {})
            if merge in self._started:
                self._started[merge].extend(entry_lines(entry, indent, merge[1]))
                return
            self._started[merge] = fresh
        self.insertions.append((after, len(self.insertions), fresh))

    def _indent(self, block: Block) -> int:
        return block.mark[1] - 1


def _depth(lines: list[str]) -> int:
    first = next(line for line in lines if line)
    return len(first) - len(first.lstrip(" "))


def _entries(value: Any) -> Iterable[tuple[str, Block]]:
    if isinstance(value, Block):
        if isinstance(value.get("id"), str):
            yield value["id"], value
        for name, inner in value.items():
            if name not in ("named", "outline", "documents"):
                yield from _entries(inner)
    elif isinstance(value, Items):
        for inner in value:
            yield from _entries(inner)
