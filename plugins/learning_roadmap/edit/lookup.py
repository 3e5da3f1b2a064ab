"""Which entry is meant? An id as it is typed, or a name; where that says two things, a person decides."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from learning_roadmap.diagnostics import visible
from learning_roadmap.merge import Node, names_of
from learning_roadmap.model import KIND, key, slug

SHOWN = 8


class NotFound(Exception):
    """No entry is meant, or several may be: what is wrong, and what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix


class Finder:
    """Looks entries up among those that are there."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._nodes = list(nodes)

    def find(self, words: str, kinds: Sequence[str] = (), loosely: bool = False) -> Node:
        """The entry with that id, ``kind:id`` or name; ``loosely`` also takes a name that is only written otherwise.

        Raises:
            NotFound: when there is none, or the words may mean several.
        """
        what = " or ".join(kinds) or "entry"
        if not _plain(words):
            raise NotFound(f"no {what} is named", "give the id or the title of one that is there")
        if meant := self.meant(words, kinds):
            return meant
        of_kind, others = self._of(kinds), self._of_other_kinds(words, kinds)
        if loosely and (near := _loose(of_kind, words, with_core=not others)):
            return _only(near, what, words)
        if others:
            # Of several, the one that holds what may be meant says most.
            held = {id(other): ", ".join(node.id for node in of_kind if node.parent is other) for other in others}
            other = next((other for other in others if held[id(other)]), others[0])
            fix = f"it holds {inside}: use one of them" if (inside := held[id(other)]) else f"give a {what}"
            raise NotFound(f"{visible(words)!r} is a {other.kind}, and a {what} is wanted", fix)
        raise NotFound(f"there is no {what} {visible(words)!r}", _nearest(of_kind, words))

    def meant(self, words: str, kinds: Sequence[str] = ()) -> Node | None:
        """The entry with that id, ``kind:id`` or name, written as it is but for capitals and spaces; None when there is none.

        Raises:
            NotFound: when the words may mean several.
        """
        what = " or ".join(kinds) or "entry"
        of_kind = self._of(kinds)
        kind, colon, id = words.strip().partition(":")
        if colon and kind in KIND and (sure := [node for node in of_kind if (node.kind, node.id) == (kind, id.strip())]):
            return sure[0]
        typed = words.strip()
        called = [node for node in of_kind if _plain(typed) in map(_plain, _names(node))]
        with_id = next((node for node in of_kind if node.id == typed), None)
        if with_id is not None:
            rivals = [node for node in called if node is not with_id and (with_id not in called or typed in _names(node))]
            return _only([with_id, *rivals], what, words)
        return _only(called, what, words) if called else None

    def _of(self, kinds: Sequence[str]) -> list[Node]:
        return [node for node in self._nodes if not kinds or node.kind in kinds]

    def _of_other_kinds(self, words: str, kinds: Sequence[str]) -> list[Node]:
        if not kinds:
            return []
        ids = {words.strip(), slug(words), words.strip().partition(":")[2]}
        return [node for node in self._nodes if node.kind not in kinds and (node.id in ids or _plain(words) in map(_plain, _names(node)))]


def spoken(node: Node) -> str:
    """An entry in words: its kind, id and title."""
    return f"{node.kind} '{node.id}' ({node.entry['title']})"


def _only(nodes: Sequence[Node], what: str, words: str) -> Node:
    if len(nodes) == 1:
        return nodes[0]
    listed = ", ".join(f"{node.kind} {node.id} ({visible(str(node.entry['title']))})" for node in nodes[:SHOWN])
    more = f" and {len(nodes) - SHOWN} more" if len(nodes) > SHOWN else ""
    fix = f"say which, with its kind and id, such as {nodes[0].kind}:{nodes[0].id}"
    raise NotFound(f"there is more than one {what} that {visible(words)!r} can mean: {listed}{more}", fix)


def _loose(nodes: Iterable[Node], words: str, *, with_core: bool) -> list[Node]:
    """Entries whose id or name differs from the words in spelling, plurals or signs alone; else, in small words and order."""
    wanted = key(words)
    if not wanted.exact:
        return []
    held = list(nodes)
    near = [node for node in held if node.id == slug(words) or wanted.exact in {key(name).exact for name in names_of(node)}]
    if near or not with_core:
        return near
    return [node for node in held if wanted.core in {key(name).core for name in names_of(node)}]


def _nearest(nodes: Sequence[Node], words: str) -> str:
    names = {name: node for node in nodes for name in (*_names(node)[:1], node.id)}
    found = [*_loose(nodes, words, with_core=True), *(names[name] for name in get_close_matches(words, names, 3, 0.5))]
    near = list(dict.fromkeys(f"{node.id} ({node.entry['title']})" for node in found))[:3]
    return f"did you mean {' or '.join(near)}?" if near else "give the id or the title of one that is there"


def _names(node: Node) -> list[str]:
    return [str(node.entry["title"]), *node.entry.get("also", ())]


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
