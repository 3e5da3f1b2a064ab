"""Prerequisites as a graph: what must come first, and whether that goes in a circle."""

from collections.abc import Iterable, Mapping, Sequence


def find_cycle(needs: Mapping[str, Sequence[str]]) -> list[str] | None:
    """A circle in ``needs`` as the ids along it, the first one again at the end; None when there is none.

    Iterative depth-first search with three colours (CLRS, Introduction to Algorithms, section 22.3), so that a chain
    of any length cannot exhaust the stack.

    >>> find_cycle({"a": ["b"], "b": ["c"], "c": ["a"]})
    ['a', 'b', 'c', 'a']
    """
    done: set[str] = set()
    for start in needs:
        if start in done:
            continue
        path: list[str] = [start]
        on_path = {start}
        stack = [iter(needs.get(start, ()))]
        while stack:
            following = next(stack[-1], None)
            if following is None:
                stack.pop()
                left = path.pop()
                on_path.discard(left)
                done.add(left)
            elif following in on_path:
                return [*path[path.index(following) :], following]
            elif following not in done:
                path.append(following)
                on_path.add(following)
                stack.append(iter(needs.get(following, ())))
    return None


def in_order(nodes: Iterable[int], needs: Mapping[int, Sequence[int]]) -> list[int]:
    """The nodes in their given order, but each after all that it needs. What goes in a circle keeps its place.

    >>> in_order([0, 1, 2], {0: [2]})
    [2, 0, 1]
    """
    found: dict[int, None] = {}
    for start in nodes:
        stack = [start]
        waiting: set[int] = set()
        while stack:
            node = stack[-1]
            missing = next((need for need in needs.get(node, ()) if need not in found and need not in waiting), None)
            if missing is None or node in found:
                found.setdefault(node)
                stack.pop()
            else:
                waiting.add(node)
                stack.append(missing)
    return list(found)
