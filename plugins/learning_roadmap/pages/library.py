"""The pages of resources, papers and projects, and the index of topics."""

import unicodedata
from collections.abc import Iterable, Sequence

from learning_roadmap.model import KIND, RESOURCE_HEADINGS, TIER_HEADINGS, Entry, Kind, Topic, with_parts
from learning_roadmap.pages.page import Heading, Page, SearchEntry
from learning_roadmap.pages.search import search_entries_of
from learning_roadmap.pages.view import View

# Id and text of a heading, and the entries below it.
Group = tuple[str, str, list[Entry]]


def grouped_page(kind: Kind, groups: Iterable[Group], root: View, template: str = "entries.html") -> Page:
    """The page of a kind: entries under headings."""
    name, title = kind.page, root.label(kind.page_title or kind.heading)
    view = root.at(f"{name}.md")
    filled = [group for group in groups if group[2]]
    listed = [entry for _, _, entries in filled for entry in entries]
    html = view.render(template, name=name, title=title, groups=filled)
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
    return grouped_page(KIND["resource"], groups, root)


def papers_page(root: View) -> Page:
    """Papers; must-reads first."""
    papers = root.index.roadmap.papers
    groups: list[Group] = [
        ("papers-must-read", root.words("papers.must_read"), [paper for paper in papers if paper.must_read]),
        ("papers-more", root.words("papers.more"), [paper for paper in papers if not paper.must_read]),
    ]
    return grouped_page(KIND["paper"], groups, root, "papers.html")


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
