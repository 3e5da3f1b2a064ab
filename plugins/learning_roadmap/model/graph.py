"""Prerequisites as a graph: cycles and topological order."""

from collections.abc import Iterable, Mapping, Sequence


def find_cycle(needs: Mapping[str, Sequence[str]]) -> list[str] | None:
    """A cycle in ``needs`` as the ids along it, with the first one again at the end; None if there is no cycle.

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
            successor = next(stack[-1], None)
            if successor is None:
                stack.pop()
                finished = path.pop()
                on_path.discard(finished)
                done.add(finished)
            elif successor in on_path:
                return [*path[path.index(successor) :], successor]
            elif successor not in done:
                path.append(successor)
                on_path.add(successor)
                stack.append(iter(needs.get(successor, ())))
    return None


def in_order(nodes: Iterable[int], needs: Mapping[int, Sequence[int]]) -> list[int]:
    """The nodes in their original order, but each after its prerequisites. A prerequisite that would close a cycle is ignored.

    O(nodes + prerequisites) steps.

    >>> in_order([0, 1, 2], {0: [2]})
    [2, 0, 1]
    """
    ordered: dict[int, None] = {}
    for start in nodes:
        if start in ordered:
            continue
        waiting = {start}
        stack = [(start, iter(needs.get(start, ())))]
        while stack:
            node, rest = stack[-1]
            need = next((need for need in rest if need not in ordered and need not in waiting), None)
            if need is None:
                ordered[node] = None
                stack.pop()
            else:
                waiting.add(need)
                stack.append((need, iter(needs.get(need, ()))))
    return list(ordered)
