"""Another title, another place: the id stays, and with it every tick."""

from learning_roadmap.edit.lookup import spoken
from learning_roadmap.edit.session import Working
from learning_roadmap.merge import Node
from learning_roadmap.model import KIND, key


def rename(work: Working, words: str, title: str) -> None:
    """Give an entry another title; the old one stays among its other names, so that search and imports still find it.

    Raises:
        ProblemsFound: when there is no such entry.
    """
    node = work.find(words)
    old = str(node.entry["title"])
    also = [name for name in (*node.entry.get("also", ()), old) if key(name).exact != key(title).exact]
    node.entry["title"] = title
    node.entry["also"] = list(dict.fromkeys(also))
    if not node.entry["also"]:
        del node.entry["also"]
    work.said.append(f"{node.kind} '{node.id}' ({old}) is now called {title}")


def move(work: Working, words: str, to: str | None = None, before: str | None = None, after: str | None = None) -> None:
    """Move an entry to the end of another holder, or before or after one of its kind.

    Raises:
        ProblemsFound: when one of them is not there, cannot hold it, or stands inside it.
    """
    node = work.find(words)
    neighbour = work.find(before or after or "", [node.kind], "--before" if before else "--after") if before or after else None
    if neighbour is not None:
        parent = neighbour.parent
    elif to is not None and (holders := KIND[node.kind].parents):
        parent = work.find(to, holders, "--to")
    else:
        wanted = "--to, --before or --after" if KIND[node.kind].parents else "--before or --after"
        raise work.problem("ID", "REF-UNKNOWN", f"where should the {node.kind} '{node.id}' go?", f"say it with {wanted}")
    if neighbour is node or is_inside(parent, node):
        raise work.problem("ID", "REF-CYCLE", f"'{node.id}' cannot go into itself", "choose another place")
    work.take_out(node)
    at = None
    if neighbour is not None:
        at = work.holder_of(neighbour).index(neighbour.entry) + (0 if before else 1)
    work.put_in(node.entry, node.kind, parent, at)
    work.said.append(f"{spoken(node)} is now in {spoken(parent) if parent else 'another place of its list'}")


def is_inside(node: Node | None, holder: Node) -> bool:
    """Whether an entry is a holder, or stands in it."""
    while node is not None and node is not holder:
        node = node.parent
    return node is holder
