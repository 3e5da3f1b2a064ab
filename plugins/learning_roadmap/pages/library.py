"""The pages of resources, papers and projects, and the index of topics."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from learning_roadmap.model import KIND, RESOURCE_HEADINGS, TIER_HEADINGS, Entry, Kind, Paper, Phase, RoadmapIndex, Topic, with_parts
from learning_roadmap.pages.anchors import page_path
from learning_roadmap.pages.calm_rows import CalmRows
from learning_roadmap.pages.dashboard_data import learning_order
from learning_roadmap.pages.page import Heading, Page, SearchEntry
from learning_roadmap.pages.search import search_entries_of
from learning_roadmap.pages.view import View

# Id and text of a heading, and the entries below it.
Group = tuple[str, str, list[Entry]]
# The group of the pages of papers of single phases. It is in no navigation: the page of all papers links to them.
PAPERS_OF_PHASE = "papers-of-phase"


def grouped_page(kind: Kind, groups: Iterable[Group], root: View, template: str = "entries.html", **values: object) -> Page:
    """The page of a kind: entries under headings. ``values`` are what else its template needs."""
    return _page_of_groups(f"{kind.page}.md", kind.page, root.label(kind.page_title or kind.heading), kind, groups, root, template, **values)


def _page_of_groups(path: str, name: str, title: str, kind: Kind, groups: Iterable[Group], root: View, template: str, **values: object) -> Page:
    view = root.at(path)
    filled = [group for group in groups if group[2]]
    listed = [entry for _, _, entries in filled for entry in entries]
    html = view.render(template, name=name, title=title, groups=filled, calm=CalmRows(view), **values)
    headings = tuple(Heading(words, id, 2) for id, words, _ in filled if f'<h2 id="{id}"' in html)
    return Page(
        path=view.path,
        group=name,
        title=title,
        html=html,
        description=root.label(kind.about),
        toc=(Heading(title, f"page-{name}", 1, headings),),
        search=(SearchEntry(title, ""), *search_entries_of(listed, view)),
    )


def list_page(kinds: Sequence[Kind], root: View) -> Page:
    """A page without its own layout: a list for each of its kinds."""
    groups: list[Group] = [(f"{kind.list_name}-all", root.label(kind.heading), [*with_parts(root.index.of_kind[kind.name])]) for kind in kinds]
    return grouped_page(kinds[0], groups, root)


def resources_page(root: View) -> Page:
    """Resources by kind."""
    resources = root.index.roadmap.resources
    groups: list[Group] = [
        (f"kind-{kind}", root.label(words), [entry for entry in resources if entry.kind is kind])
        for kind, words in RESOURCE_HEADINGS.items()
    ]  # fmt: skip
    return grouped_page(KIND["resource"], groups, root, "resources.html")


def papers_page(root: View) -> Page:
    """Papers in reading order, by the phase in which they are needed first. If there are many, each phase has a page for its own."""
    by_phase = _papers_by_phase(root.index)
    linked = [phase for phase in root.index.roadmap.phases if any(map(root.addresses.phase_of_paper, by_phase.get(phase.id, ())))]
    linked_ids = {phase.id for phase in linked}
    groups: list[Group] = [
        (f"papers-{phase.id}", phase.title, list(by_phase.get(phase.id, ()))) for phase in root.index.roadmap.phases if phase.id not in linked_ids
    ]
    groups.append(("papers-more", root.words("papers.more"), list(by_phase.get("", ()))))
    pages = [(phase, root.addresses.home(by_phase[phase.id][0])[0], len(by_phase[phase.id])) for phase in linked]
    must_reads = [paper for paper in reading_order(root.index) if paper.must_read]
    return grouped_page(KIND["paper"], groups, root, "papers.html", must_reads=must_reads, pages=pages)


def papers_of_phase_pages(phase: Phase, root: View) -> list[Page]:
    """The page of a phase's papers, by section; none if it has none, or if all papers are on one page."""
    papers = _papers_by_phase(root.index).get(phase.id, [])
    if not papers or not root.addresses.phase_of_paper(papers[0]):
        return []
    by_section = _by_holder(papers, root.index, 1)
    groups: list[Group] = [(f"papers-{section.id}", section.title, list(by_section.get(section.id, ()))) for section in phase.sections]
    title = root.words("papers.of_phase", phase=phase.title)
    path = page_path("papers", phase.id)
    return [_page_of_groups(path, PAPERS_OF_PHASE, title, KIND["paper"], groups, root, "papers.html", must_reads=(), pages=())]


@lru_cache(maxsize=1)
def _papers_by_phase(index: RoadmapIndex) -> dict[str, list[Paper]]:
    return _by_holder(reading_order(index), index, 0)


def _by_holder(papers: Iterable[Paper], index: RoadmapIndex, depth: int) -> dict[str, list[Paper]]:
    """Papers by the id of the phase (depth 0) or section (depth 1) of their first topic; by an empty id if they have none."""
    groups: dict[str, list[Paper]] = {}
    for paper in papers:
        topic = next(iter(index.topics_of.get(paper.id, ())), None)
        groups.setdefault(index.located[topic].ancestors[depth].id if topic else "", []).append(paper)
    return groups


def reading_order(index: RoadmapIndex) -> list[Paper]:
    """The papers as a learner reaches the first topic of each, with topics after their prerequisites; papers without topics are last."""
    position = {leaf.id: number for number, leaf in enumerate(index.leaf_topics)}
    place = {leaf: number for number, leaf in enumerate(learning_order(index))}
    last = len(place)

    def reached(paper: Paper) -> int:
        topics = (index.topics[id] for id in index.topics_of.get(paper.id, ()))
        return min((place[position[leaf.id]] for topic in topics for leaf in index.leaves_of(topic)), default=last)

    return sorted(index.roadmap.papers, key=reached)


def disagreements_page(root: View) -> Page:
    """Where documents disagree, and what the roadmap chose."""
    entries = root.index.roadmap.disagreements
    groups: list[Group] = [(root.anchor(entry), entry.title, [entry]) for entry in entries]
    return grouped_page(KIND["disagreement"], groups, root, "disagreements.html")


def projects_page(root: View) -> Page:
    """Projects by tier."""
    projects = root.index.roadmap.projects
    groups: list[Group] = [
        (f"tier-{tier}", root.label(words), [project for project in projects if project.tier is tier])
        for tier, words in TIER_HEADINGS.items()
    ]  # fmt: skip
    groups.append(("tier-other", root.words("projects.more"), [project for project in projects if project.tier is None]))
    return grouped_page(KIND["project"], groups, root, "projects.html")


def topics_page(root: View) -> Page:
    """All topics by their first letter. Search finds their rows on the phase pages instead."""
    view = root.at("topics.md")
    letters: dict[str, list[Topic]] = {}
    for topic in sorted(view.index.topics.values(), key=lambda topic: (topic.title.casefold(), topic.id)):
        letters.setdefault(_letter(topic.title), []).append(topic)
    title = view.words("topics.title")
    return Page(
        path=view.path,
        group="topics",
        title=title,
        html=view.render("topics.html", title=title, letters=sorted(letters.items())),
        description=view.words("topics.description"),
        toc=(Heading(title, "page-topics", 1),),
        search=(SearchEntry(title, ""),),
    )


def _letter(title: str) -> str:
    """The letter to file under.

    >>> _letter("Élan"), _letter("3D motion")
    ('E', '#')
    """
    first = unicodedata.normalize("NFKD", title.lstrip())[:1].upper()
    return first if first.isalpha() else "#"
