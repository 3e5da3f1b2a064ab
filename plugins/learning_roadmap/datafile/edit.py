"""Change a data file's text and leave every other byte alone: comments, order, quotes and spacing stay as they are."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from learning_roadmap.datafile.load import DataFile
from learning_roadmap.datafile.tree import Block, Items
from learning_roadmap.datafile.write import block_lines, entry_lines, one_line

Record = dict[str, Any]
# An owner's id (None: the file itself) and the name of one of its lists.
Place = tuple[str | None, str]


class Insertion(NamedTuple):
    """Lines to put after a line. What belongs to an inner entry comes before what belongs to the one that holds it."""

    after: int
    depth: int  # negative: the innermost owner first
    is_new_list: bool
    order: int
    lines: list[str]


class Splice(NamedTuple):
    """Text to put in the place of a stretch of a line."""

    line: int
    start: int
    end: int
    order: int
    text: str


class Editor:
    """Collects changes to a data file, and makes its new text at the end."""

    def __init__(self, current: DataFile) -> None:
        self._current = current
        self._lines = list(current.text.lines)
        self._owners: dict[str | None, tuple[Block, int]] = {None: (current.tree, 0), **dict(_owners(current.tree, 1))}
        self._added: dict[Place, list[Record]] = {}
        self._splices: list[Splice] = []
        self._replaced: list[tuple[int, int, list[str]]] = []

    def add(self, owner: str | None, list_name: str, record: Record) -> None:
        """Put a record at the end of a list, which is made where there is none."""
        self._added.setdefault((owner, list_name), []).append(record)

    def move(self, owner: str, document: str, words: str, old: int, new: int) -> None:
        """Change the line of a provenance."""
        for source in self._owners[owner][0].get("named") or ():
            if source["document"] == document and source["words"] == words and int(source["line"]) == old:
                line, column = source.values_at["line"]
                # The value may stand in quotes: what is replaced are its digits.
                start = self._lines[line - 1].index(source["line"], column - 1) + 1
                self._splice(line, start, start + len(source["line"]), str(new))
                return

    def put_document(self, document: Record) -> None:
        """Put a document's record in the place of the one with its id, or at the end."""
        held = self._current.tree.get("documents")
        for block in held if isinstance(held, Items) else ():
            if block["id"] != document["id"]:
                continue
            if block.flow:
                self._replace_flow(block, one_line(document))
            else:
                # The first line keeps what stands before the record: its indentation, and the dash if it is there.
                indent = block.mark[1] - 1
                fresh = block_lines(document, indent)
                fresh[0] = self._lines[block.mark[0] - 1][:indent] + fresh[0].lstrip()
                self._replaced.append((block.mark[0], block.end[0], fresh))
            return
        self.add(None, "documents", document)

    def text(self) -> str:
        """The text with all changes; the old text where there are none."""
        insertions = list(self._insertions())
        for splice in sorted(self._splices, key=lambda splice: (splice.line, splice.start, splice.order), reverse=True):
            old = self._lines[splice.line - 1]
            self._lines[splice.line - 1] = old[: splice.start - 1] + splice.text + old[splice.end - 1 :]
        edits: list[tuple[int, int, Insertion | None, int, list[str]]] = [(first, 0, None, last, fresh) for first, last, fresh in self._replaced]
        edits += [(insertion.after, 1, insertion, insertion.after, insertion.lines) for insertion in insertions]
        # From the end of the file to its beginning, so that the lines before keep their numbers.
        for first, _, insertion, last, fresh in sorted(edits, key=lambda edit: (edit[0], edit[1], (edit[2] and edit[2][1:4]) or ()), reverse=True):
            if insertion is None:
                self._lines[first - 1 : last] = fresh
            else:
                self._lines[first:first] = fresh
        if (insertions or self._replaced) and self._lines[-1] != "":
            self._lines.append("")
        return self._current.text.mark + self._current.text.newline.join(self._lines)

    def _insertions(self) -> Iterator[Insertion]:
        inline: dict[str | None, list[str]] = {}
        for order, ((owner, name), records) in enumerate(self._added.items()):
            block, depth = self._owners[owner]
            held = block.get(name)
            if isinstance(held, Items) and held.flow:
                self._splice_before(held.end, ", ".join(map(one_line, records)), is_first=not held)
            elif block.flow:
                inline.setdefault(owner, []).append(f"{name}: [{', '.join(map(one_line, records))}]")
            elif isinstance(held, Items):
                dash = held.mark[1] - 1
                lines = [line for record in records for line in entry_lines(record, dash, name)]
                yield Insertion(held.end[0], -depth, False, order, lines)
            else:
                yield Insertion(block.end[0], -depth, True, order, block_lines({name: records}, block.mark[1] - 1))
        for owner, texts in inline.items():
            self._splice_before(self._owners[owner][0].end, ", ".join(texts), is_first=False)

    def _splice_before(self, end: tuple[int, int], text: str, *, is_first: bool) -> None:
        """Put text before the bracket that ends a flow collection, with a comma where one is wanted."""
        line, column = end
        before = "".join(f"{row.partition(' #')[0]} " for row in self._lines[max(0, line - 4) : line - 1]) + self._lines[line - 1][: column - 2]
        has_comma = before.rstrip().endswith(",")
        self._splice(line, column - 1, column - 1, text if is_first or has_comma else f", {text}")

    def _replace_flow(self, block: Block, text: str) -> None:
        (first, start), (last, end) = block.mark, block.end
        if first == last:
            self._splice(first, start, end, text)
        else:
            head, tail = self._lines[first - 1][: start - 1], self._lines[last - 1][end - 1 :]
            self._replaced.append((first, last, [head + text + tail]))

    def _splice(self, line: int, start: int, end: int, text: str) -> None:
        self._splices.append(Splice(line, start, end, -len(self._splices), text))


def _owners(value: Any, depth: int) -> Iterable[tuple[str, tuple[Block, int]]]:
    if isinstance(value, Block):
        if depth > 1 and isinstance(value.get("id"), str):
            yield value["id"], (value, depth)
        for name, inner in value.items():
            if name not in ("named", "outline", "documents", "history"):
                yield from _owners(inner, depth + 1)
    elif isinstance(value, Items):
        for inner in value:
            yield from _owners(inner, depth)
