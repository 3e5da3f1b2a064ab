"""YAML text to a tree: plain values with positions. All scalars stay text; the schema converts them.

YAML's implicit types lose data silently (`3.10`, `NO`, `1:30`, `010`), and anchors, tags and merge keys can be abused. So this
module reads the parser's events and refuses what a data file does not need.
"""

from typing import Any

import yaml

from learning_roadmap.datafile.quotes import template_slip
from learning_roadmap.datafile.refusals import NULLS, SMART_QUOTES, Refusals
from learning_roadmap.datafile.tree import Block, Items, Mark
from learning_roadmap.diagnostics import Problem, ProblemsFound
from learning_roadmap.text import DecodedText

MAX_DEPTH = 40


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


class TreeReader:
    """Reads one document; collects problems instead of stopping at the first."""

    def __init__(self, text: DecodedText) -> None:
        self.text = text
        self.refusals = Refusals(text)
        self.root: Any = None
        self.broken = False  # the text could not be read to its end
        self._open: list[_Open] = []
        self._documents = 0

    @property
    def problems(self) -> list[Problem]:
        return self.refusals.problems

    def read(self) -> Any:
        """The root value.

        Raises:
            ProblemsFound: when a line contains characters that YAML text must not have.
        """
        for number, line in enumerate(self.text.lines, 1):
            if not line.isascii() or "\t" in line:
                self.refusals.check_characters(number, line)
        if self.problems:
            raise ProblemsFound(self.problems)
        loader = yaml.CSafeLoader("\n".join(self.text.lines))
        try:
            self._events(loader)
        except yaml.MarkedYAMLError as error:
            self.broken = True
            self.refusals.report_syntax_error(error)
        except yaml.YAMLError as error:
            self.refusals.report((1, 1), "YML-SYNTAX", str(error), "check the file in an editor with YAML support")
        finally:
            loader.dispose()
        return self.root

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
                self.refusals.report_properties(event, mark)
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
                    self.refusals.check_plain(event.value, mark, (end.line + 1, end.column + 1), holder.key if holder else None)
                    if value in NULLS:
                        value = None
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
                    self.refusals.report_properties(event, mark)
                self._start(Block(mark) if isinstance(event, yaml.MappingStartEvent) else Items(mark), mark)
            case yaml.AliasEvent():
                self.refusals.report_alias(str(event.anchor), mark)
                self._put("", mark)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    fix = "remove the line '---' if the lines below belong to the same roadmap"
                    self.refusals.report(mark, "YML-MULTIDOC", "'---' begins a second document of YAML, and a data file is one", fix, 3)
                    self.broken = True
                elif event.version or event.tags:
                    self.refusals.report(mark, "YML-DIRECTIVE", "YAML directive", "remove the line that begins with %")
        if len(self._open) > MAX_DEPTH and not self.broken:
            self.refusals.report(mark, "LIM-DEPTH", f"nested deeper than {MAX_DEPTH} levels", "use fewer levels")
            self.broken = True

    def _key(self, holder: _Open, key: str, mark: Mark) -> None:
        if key == "<<":
            self.refusals.report(mark, "YML-ALIAS", "YAML merge key '<<'", "write the fields out; merge keys are not allowed")
        if key in holder.value.keys_at:
            self.refusals.report_duplicate(key, holder.value, mark, holder.value is self.root)
        else:
            holder.value.keys_at[key] = mark
            holder.key = key
        holder.expects_key = False

    def _start(self, value: Block | Items, mark: Mark) -> None:
        holder = self._open[-1] if self._open else None
        if holder and holder.expects_key:
            if slip := template_slip(self.text.lines, mark[0]):
                self.refusals.report_slip(slip)
                self.broken = True
                return
            self.refusals.report(mark, "SCH-KEY", "a list or mapping is used as the name of a field", "names of fields are plain words")
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
