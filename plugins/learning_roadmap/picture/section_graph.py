"""How the phases and sections of a roadmap depend on each other, from the prerequisites of their topics."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from learning_roadmap.model import RoadmapIndex

# Prerequisites by id: what is on the left needs what is on the right.
Needs = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class SectionGraph:
    """The prerequisites between phases, and between sections, of a roadmap. Both are acyclic.

    Attributes:
        phases: what each phase needs, by id, in the order of the map. What follows from others is left out.
        inside: the same for the sections of each phase, by the id of the phase: what they need of it.
        sections: what each section needs, in its own phase and in others.
    """

    phases: Needs
    inside: Mapping[str, Needs]
    sections: Needs

    @property
    def is_empty(self) -> bool:
        """Whether nothing needs anything."""
        return not any(self.phases.values()) and not any(self.sections.values())


def section_graph(index: RoadmapIndex) -> SectionGraph:
    """The graph of a roadmap: B needs A if a counted topic of B has a prerequisite in A."""
    phases: dict[str, dict[str, None]] = {phase.id: {} for phase in index.roadmap.phases}
    sections: dict[str, dict[str, None]] = {section.id: {} for phase in index.roadmap.phases for section in phase.sections}
    for topic in index.leaf_topics:
        phase, section, *_ = index.located[topic.id].ancestors
        for need in index.needs_of(topic):
            if need.topic in index.topics:
                needed_phase, needed_section, *_ = index.located[need.topic].ancestors
                phases[phase.id][needed_phase.id] = None
                sections[section.id][needed_section.id] = None
    acyclic = without_cycles(_in_order(sections))
    inside = {phase.id: reduced(_part(acyclic, [section.id for section in phase.sections])) for phase in index.roadmap.phases}
    # What the picture shows inside a phase, the list names, too.
    joined = {id: {*needed, *inside[index.phase_of[id].id][id]} for id, needed in reduced(acyclic).items()}
    return SectionGraph(reduced(without_cycles(_in_order(phases))), inside, _in_order(joined))


def _in_order(needs: Mapping[str, Collection[str]]) -> Needs:
    """The graph with the prerequisites of each node in the order of the map."""
    position = {id: number for number, id in enumerate(needs)}
    return {id: tuple(sorted(set(needed) - {id}, key=position.__getitem__)) for id, needed in needs.items()}


def _part(needs: Needs, ids: Collection[str]) -> Needs:
    return {id: tuple(other for other in needs[id] if other in ids) for id in ids}


def without_cycles(needs: Needs) -> Needs:
    """The graph without the edges that point back in the order of ``needs`` and are part of a cycle. Takes time O(nodes + edges).

    >>> without_cycles({"a": ("b",), "b": ("a",), "c": ("d",), "d": ()})
    {'a': (), 'b': ('a',), 'c': ('d',), 'd': ()}
    """
    position = {id: number for number, id in enumerate(needs)}
    component = _components(needs)
    return {
        id: tuple(other for other in needed if component[other] != component[id] or position[other] < position[id]) for id, needed in needs.items()
    }


def reduced(needs: Needs) -> Needs:
    """The transitive reduction of an acyclic graph (Aho, Garey, Ullman 1972). Takes time O(nodes × edges).

    >>> reduced({"a": (), "b": ("a",), "c": ("a", "b")})
    {'a': (), 'b': ('a',), 'c': ('b',)}
    """
    reachable: dict[str, frozenset[str]] = {}
    for id in in_topological_order(needs):
        reachable[id] = frozenset(needs[id]).union(*(reachable[other] for other in needs[id]))
    return {id: tuple(other for other in needed if not any(other in reachable[via] for via in needed)) for id, needed in needs.items()}


def in_topological_order(needs: Needs) -> Sequence[str]:
    """The nodes of an acyclic graph, each after all that it needs; else in the order of ``needs``."""
    order: dict[str, None] = {}
    for start in needs:
        stack = [start]
        while stack:
            id = stack[-1]
            missing = [other for other in needs[id] if other not in order]
            if missing:
                stack += reversed(missing)
            else:
                order.setdefault(stack.pop())
    return list(order)


def _components(needs: Needs) -> dict[str, int]:
    """The number of the strongly connected component of each node (Kosaraju's algorithm)."""
    dependents: dict[str, list[str]] = {id: [] for id in needs}
    for id, needed in needs.items():
        for other in needed:
            dependents[other].append(id)
    finished: dict[str, None] = {}
    for start in needs:
        seen = {start}
        stack = [(start, iter(needs[start]))]
        while stack and start not in finished:
            id, rest = stack[-1]
            following = next((other for other in rest if other not in seen and other not in finished), None)
            if following is None:
                finished.setdefault(stack.pop()[0])
            else:
                seen.add(following)
                stack.append((following, iter(needs[following])))
    component: dict[str, int] = {}
    for number, start in enumerate(reversed(finished)):
        stack_of_ids = [start]
        while stack_of_ids:
            id = stack_of_ids.pop()
            if id not in component:
                component[id] = number
                stack_of_ids += [other for other in dependents[id] if other not in component]
    return component
