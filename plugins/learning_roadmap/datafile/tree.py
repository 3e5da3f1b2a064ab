"""YAML text to plain values with positions. All scalars stay text; the schema converts them.

YAML's implicit types lose data silently (`3.10`, `NO`, `1:30`, `010`), and anchors, tags and merge keys can be abused. So this
module reads the parser's events and refuses what a data file does not need.
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import yaml

from learning_roadmap.datafile.line_parts import Slip, parts_of, quoted
from learning_roadmap.datafile.quotes import template_slip
from learning_roadmap.datafile.syntax import continued_slip, syntax_slip
from learning_roadmap.diagnostics import Edit, Problem, ProblemsFound, excerpt
from learning_roadmap.text import DecodedText

MAX_DEPTH = 40
MAX_EXPLAINED = 20  # texts over several lines whose cause is looked for, because each search reads the lines above
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# Fields that a comment may follow. After any other field, `#` has most likely cut off a text.
COMMENTABLE_FIELDS = frozenset(
    {"id", "line", "hours", "document", "months", "count", "year", "format", "kind", "tier", "level", "url"}
    | {"access", "arxiv", "doi", "at", "resource", "part", "topic", "hours_per_week"}
)
SMART_QUOTES = "“”‘’«»＂＇"

# A position: (line, column), both from 1.
Mark = tuple[int, int]
# The path from the root to a value: field names and list positions.
Path = tuple[str | int, ...]


class Record(dict[str, Any]):
    """A mapping with the line where it begins, from 1."""

    __slots__ = ("line",)

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


class Block(Record):
    """A mapping with the position of itself, of its keys and of their values."""

    __slots__ = ("keys_at", "mark", "values_at")

    def __init__(self, mark: Mark) -> None:
        super().__init__(mark[0])
        self.mark = mark
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}


class Items(list[Any]):
    """A sequence with the position of itself and of its items."""

    __slots__ = ("items_at", "mark")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.items_at: list[Mark] = []


class Value(NamedTuple):
    """A value of the tree: its path, the position of its key (or of itself in a list), and its own position."""

    path: Path
    start: Mark
    mark: Mark
    value: Any


def walk(tree: Block, without: frozenset[str] = frozenset()) -> Iterator[Value]:
    """Every value below the root, parents first, in reading order. Fields in ``without`` are skipped with their contents.

    All code uses this walk over the values of a tree; for entries, see :func:`learning_roadmap.datafile.entries.placed_entries`.
    """
    stack = [Value((), tree.mark, tree.mark, tree)]
    while stack:
        current = stack.pop()
        value = current.value
        if current.path:
            yield current
        if isinstance(value, Block):
            inner = [
                Value((*current.path, name), value.keys_at[name], value.values_at[name], inner_value)
                for name, inner_value in value.items() if name not in without
            ]  # fmt: skip
        elif isinstance(value, Items):
            inner = [
                Value((*current.path, index), mark, mark, item)
                for index, (mark, item) in enumerate(zip(value.items_at, value, strict=True))
            ]  # fmt: skip
        else:
            continue
        stack.extend(reversed(inner))


def position(tree: Block, path: Path, *, of_key: bool = False) -> Mark:
    """The position of the value at ``path``, or of its key; for a missing value, that of its parent."""
    value: Any = tree
    mark = key_mark = tree.mark
    for step in path:
        if isinstance(value, Block) and isinstance(step, str):
            if step not in value:
                return value.keys_at.get(step, mark)
            key_mark, mark, value = value.keys_at[step], value.values_at[step], value[step]
        elif isinstance(value, Items) and isinstance(step, int) and step < len(value):
            key_mark = mark = value.items_at[step]
            value = value[step]
    return key_mark if of_key else mark


class _Open:
    """An unfinished collection.

    Attributes:
        value: the collection, a ``Block`` or an ``Items``. Checking its type for each value would take time.
        expects_key: whether a mapping's next event is a key. If it is not, and there is no ``key``, the next value is skipped.
        key: the mapping key whose value comes next.
    """

    __slots__ = ("expects_key", "is_block", "key", "value")

    def __init__(self, value: Any) -> None:
        self.value = value
        self.is_block = self.expects_key = isinstance(value, Block)
        self.key: str | None = None


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the garbage collector. With millions of small containers and no cycles, loading then takes a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class TreeReader:
    """Reads one document; collects problems instead of stopping at the first."""

    def __init__(self, text: DecodedText) -> None:
        self.text = text
        self.problems: list[Problem] = []
        self.root: Any = None
        self.broken = False  # the text could not be read to its end
        self._open: list[_Open] = []
        self._documents = 0
        self._continued = 0  # texts that continue on the next line

    def read(self) -> Any:
        """The root value.

        Raises:
            ProblemsFound: when a line contains characters that YAML text must not have.
        """
        for number, line in enumerate(self.text.lines, 1):
            if not line.isascii() or "\t" in line:
                self._before_yaml(number, line)
        if self.problems:
            raise ProblemsFound(self.problems)
        loader = yaml.CSafeLoader("\n".join(self.text.lines))
        try:
            self._events(loader)
        except yaml.MarkedYAMLError as error:
            self._yaml_error(error)
        except yaml.YAMLError as error:
            self.report((1, 1), "YML-SYNTAX", str(error), "check the file in an editor with YAML support")
        finally:
            loader.dispose()
        return self.root

    def report(self, mark: Mark, code: str, message: str, fix: str, width: int = 0, edit: Edit | None = None) -> None:
        self.problems.append(Problem.at(self.text.file, mark, code, message, fix, width, edit))

    def report_slip(self, slip: Slip) -> None:
        self.report(slip.mark, slip.code, slip.message, slip.fix, slip.width, slip.edit)

    def _before_yaml(self, number: int, line: str) -> None:
        for separator in ("\u2028", "\u2029", "\x85"):
            if separator in line:
                mark = (number, line.index(separator) + 1)
                message = f"invisible line separator U+{ord(separator):04X}, at which some programs begin a new line"
                self.report(mark, "UNI-LINESEP", message, "replace it by a space", 1, Edit(*mark, mark[1] + 1, " "))
        if indent := re.match(r"[ \-]*([\u00a0\u2000-\u200b\u3000\t])", line):
            mark = (number, indent.start(1) + 1)
            if indent[1] == "\t":
                before = (self.text.lines[index] for index in range(number - 2, -1, -1))
                above = next((parts for line_above in before if (parts := parts_of(line_above))), None)
                spaces = above.text_at if above and (above.value or not above.key) else 0
                is_field = spaces and not line.lstrip().startswith("-")
                edit = Edit(number, 1, len(line) - len(line.lstrip()) + 1, " " * spaces) if is_field else None
                fix = (
                    f"replace it by {spaces} spaces, as before the fields of the line above"
                    if edit
                    else "replace it by spaces, as in the lines above"
                )
                self.report(mark, "YML-INDENT", "a tab at the beginning of the line, where YAML allows only spaces", fix, 1, edit)
            else:
                message = f"a special space (U+{ord(indent[1]):04X}) at the beginning of the line"
                self.report(mark, "YML-INDENT", message, "replace it by an ordinary space", 1, Edit(*mark, mark[1] + 1, " "))

    def _yaml_error(self, error: yaml.MarkedYAMLError) -> None:
        self.broken = True
        yaml_mark = error.problem_mark or error.context_mark
        mark = (yaml_mark.line + 1, yaml_mark.column + 1) if yaml_mark else (1, 1)
        context = error.context_mark.line + 1 if error.context_mark else None
        if slip := syntax_slip(self.text.lines, mark[0], context):
            self.report_slip(slip)
            return
        while mark[0] > 1 and (mark[0] > len(self.text.lines) or not self.text.lines[mark[0] - 1].strip()):
            mark = (mark[0] - 1, 1)
        message = f"this is not valid YAML: {error.problem}"
        fix = "compare this line and the one before with the lines of another entry: spaces at the beginning, quotes, colons"
        if "escape code" in str(error.problem):
            message = "inside double quotes, \\x, \\u and \\U begin the number of a character, and this number is none"
            fix = "write the character itself, or use single quotes"
        self.report(mark, "YML-SYNTAX", message, fix)

    def _events(self, loader: Any) -> None:
        """Read the document.

        Ten thousand topics are a million events, most of them scalars, so this loop handles the ordinary scalar without any call.
        """
        next_event, lines, opened, scalar = loader.get_event, self.text.lines, self._open, yaml.ScalarEvent
        ends = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
        while not self.broken:
            event = next_event()
            kind = type(event)
            if kind in ends:
                opened.pop()
                continue
            start = event.start_mark
            mark = (start.line + 1, start.column + 1)
            if kind is not scalar:
                if kind is yaml.StreamEndEvent:
                    return
                self._structure(event, mark)
                continue
            if event.anchor or event.tag:
                self._refuse(event, mark)
            value: str | None = event.value
            holder = opened[-1] if opened else None
            if holder is not None and holder.expects_key:
                keys_at = holder.value.keys_at
                if event.value in keys_at or event.value == "<<":
                    self._key(holder, event.value, mark)
                else:
                    keys_at[event.value] = mark
                    holder.key = event.value
                    holder.expects_key = False
                continue
            if not event.style:  # plain: libyaml's parser says "", the Python one None
                end = event.end_mark
                line = lines[end.line] if end.line < len(lines) else ""
                may_have_comment = end.column < len(line) and "#" in line
                if may_have_comment or end.line != start.line or value in NULLS or event.value[0] in SMART_QUOTES:
                    value = self._plain(event, mark, (end.line + 1, end.column + 1), holder)
            if holder is not None and holder.key is not None:
                holder.value[holder.key] = value
                holder.value.values_at[holder.key] = mark
                holder.key = None
                holder.expects_key = True
            else:
                self._put(value, mark)

    def _structure(self, event: Any, mark: Mark) -> None:
        """Handle an event that is neither a scalar nor the end of a collection."""
        match event:
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                if event.anchor or event.tag:
                    self._refuse(event, mark)
                self._start(Block(mark) if isinstance(event, yaml.MappingStartEvent) else Items(mark), mark)
            case yaml.AliasEvent():
                self.report(mark, "YML-ALIAS", f"'*' makes '{excerpt(str(event.anchor), 30)}' an alias of YAML, which is not allowed",
                            self._in_quotes(mark) or "write the value out; aliases are not allowed")  # fmt: skip
                self._put("", mark)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    fix = "remove the line '---' if the lines below belong to the same roadmap"
                    self.report(mark, "YML-MULTIDOC", "'---' begins a second document of YAML, and a data file is one", fix, 3)
                    self.broken = True
                elif event.version or event.tags:
                    self.report(mark, "YML-DIRECTIVE", "YAML directive", "remove the line that begins with %")
        if len(self._open) > MAX_DEPTH and not self.broken:
            self.report(mark, "LIM-DEPTH", f"nested deeper than {MAX_DEPTH} levels", "use fewer levels")
            self.broken = True

    def _refuse(self, event: Any, mark: Mark) -> None:
        if event.anchor:
            fix = self._in_quotes(mark) or "write the value out; anchors are not allowed"
            self.report(mark, "YML-ALIAS", f"'&' makes '{excerpt(event.anchor, 30)}' an anchor of YAML, which is not allowed", fix)
        if event.tag and event.tag != "!":
            fix = self._in_quotes(mark) or "remove it; values here are plain text"
            self.report(mark, "YML-TAG", f"'!' makes this a tag of YAML ('{excerpt(event.tag, 30)}'), which is not allowed", fix)

    def _in_quotes(self, mark: Mark) -> str:
        """How to write the value of a line as a text; empty if it is not the value of a field."""
        parts = parts_of(self.text.lines[mark[0] - 1])
        is_value = parts is not None and parts.key and parts.value_at == mark[1] - 1
        return f"if this is a text, put it in quotes: {parts.key}: {excerpt(quoted(parts.value))}" if parts and is_value else ""

    def _plain(self, event: Any, mark: Mark, end: Mark, holder: _Open | None) -> str | None:
        value: str = event.value
        rest = self.text.lines[end[0] - 1][end[1] - 1 :] if end[0] <= len(self.text.lines) else ""
        key = holder.key if holder else None
        if not value and key and rest.lstrip().startswith("#") and key not in COMMENTABLE_FIELDS:
            text = rest.strip()
            column = end[1] + len(rest) - len(rest.lstrip())
            edit = Edit(end[0], column, column + len(text), quoted(text))
            fix = f"if this is the text, put it in quotes: {key}: {excerpt(quoted(text))}"
            self.report((end[0], column), "YML-HASH", f"' #' begins a comment, so '{key}' has no value", fix, len(text), edit)
        if value in NULLS:
            return None
        if rest.lstrip().startswith("#") and rest[:1].isspace() and key not in COMMENTABLE_FIELDS:
            whole = self.text.lines[end[0] - 1][mark[1] - 1 :].rstrip()
            name = f"{key}: " if key else ""
            fix = f"if all of it is the text, put it in quotes: {name}{excerpt(quoted(whole))}; else move the comment to its own line"
            hash_mark = (end[0], end[1] + len(rest) - len(rest.lstrip()))
            self.report(hash_mark, "YML-HASH", f"' #' begins a comment, so the text would be only '{excerpt(value)}'", fix, len(rest.strip()))
        if value[0] in SMART_QUOTES and value[-1] in SMART_QUOTES and end[0] == mark[0]:
            straight = quoted(value[1:-1])
            edit = Edit(mark[0], mark[1], end[1], straight)
            fix = f"use straight quotes: {f'{key}: ' if key else ''}{excerpt(straight)}"
            what = "full-width" if value[0] in "＂＇" else "curly"
            self.report(mark, "YML-SMARTQUOTE", f"{what} quotes are not quotes in YAML", fix, len(value), edit)
        if end[0] != mark[0]:
            self._continued += 1
            if self._continued <= MAX_EXPLAINED and (slip := continued_slip(self.text.lines, mark[0])):
                self.report_slip(slip)
            else:
                fix = f"join the lines, or write '{f'{key}: ' if key else ''}>-' and the text on the lines below it, indented"
                self.report(mark, "YML-LINES", "the text continues on the next line", fix)
        return value

    def _key(self, holder: _Open, key: str, mark: Mark) -> None:
        if key == "<<":
            self.report(mark, "YML-ALIAS", "YAML merge key '<<'", "write the fields out; merge keys are not allowed")
        if key in holder.value.keys_at:
            self._duplicate(key, holder.value, mark)
        else:
            holder.value.keys_at[key] = mark
            holder.key = key
        holder.expects_key = False

    def _duplicate(self, key: str, block: Block, mark: Mark) -> None:
        first = block.keys_at[key][0]
        if key == "id" and block.mark[1] > 2:
            # Its other lines say where the entry begins.
            below = parts_of(self.text.lines[mark[0]]) if mark[0] < len(self.text.lines) else None
            column = mark[1] if below is not None and below.indent == mark[1] + 1 else mark[1] - 2
            edit = Edit(mark[0], column, mark[1], "- ")
            message = f"a second 'id' in the entry that begins in line {block.mark[0]}: the dash of a new entry is missing"
            self.report(mark, "YML-NESTING", message, f"if a new entry begins here, write '- ' before it, in column {column}", len(key), edit)
            return
        message = f"duplicate field '{excerpt(key)}', first used in line {first}"
        one = "keep one, and write the other name under 'also'" if key == "title" else "join them into one"
        fix = f"if both belong to this entry, {one}; if a new entry begins here, it needs '- id: …' as its first line"
        if block is self.root:
            fix = f"move the lines below it to those of '{excerpt(key)}' in line {first}, and remove this line"
        self.report(mark, "YML-DUPKEY", message, fix, len(key))

    def _start(self, value: Block | Items, mark: Mark) -> None:
        holder = self._open[-1] if self._open else None
        if holder and holder.expects_key:
            if slip := template_slip(self.text.lines, mark[0]):
                self.report_slip(slip)
                self.broken = True
                return
            self.report(mark, "SCH-KEY", "a list or mapping is used as the name of a field", "names of fields are plain words")
            self._key(holder, "", mark)
        self._put(value, mark)
        self._open.append(_Open(value))

    def _put(self, value: Any, mark: Mark) -> None:
        if not self._open:
            self.root = value
            return
        holder = self._open[-1]
        if not holder.is_block:
            holder.value.append(value)
            holder.value.items_at.append(mark)
            return
        if holder.key is not None:
            holder.value[holder.key] = value
            holder.value.values_at[holder.key] = mark
            holder.key = None
        holder.expects_key = True
