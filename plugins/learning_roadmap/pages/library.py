"""The pages of what is used along the way: resources, papers, projects, and an index of topics."""

import unicodedata
from collections.abc import Iterable, Sequence

from learning_roadmap.model import KIND, RESOURCE_HEADINGS, TIER_HEADINGS, Entry, Kind, Topic, with_parts
from learning_roadmap.pages.page import Heading, Page, SearchEntry
from learning_roadmap.pages.search import all_found
from learning_roadmap.pages.view import View

# (id of the heading, its words, what stands under it)
Group = tuple[str, str, list[Entry]]


def grouped_page(kind: Kind, groups: Iterable[Group], over: View, template: str = "entries.html") -> Page:
    """The page of a kind: entries under headings, each entry at its home."""
    name, title = kind.page, over.label(kind.page_title or kind.heading)
    view = over.at(f"{name}.md")
    filled = [group for group in groups if group[2]]
    found = [entry for _, _, entries in filled for entry in entries]
    html = view.render(template, name=name, title=title, groups=filled)
    headings = tuple(Heading(words, id, 2) for id, words, _ in filled if f'<h2 id="{id}"' in html)
    return Page(
        path=view.path,
        group=name,
        title=title,
        html=html,
        description=over.label(kind.about),
        toc=(Heading(title, f"page-{name}", 1, headings),),
        search=(SearchEntry(title, ""), *all_found(found, view)),
    )


def list_page(kinds: Sequence[Kind], over: View) -> Page:
    """The page of a kind that has none of its own, and of those that share it: a list for each."""
    groups: list[Group] = [(f"{kind.list_name}-all", over.label(kind.heading), [*with_parts(over.index.of_kind[kind.name])]) for kind in kinds]
    return grouped_page(kinds[0], groups, over)


def resources_page(over: View) -> Page:
    """Resources by kind."""
    resources = over.index.roadmap.resources
    groups: list[Group] = [
        (f"kind-{kind}", over.label(words), [entry for entry in resources if entry.kind is kind])
        for kind, words in RESOURCE_HEADINGS.items()
    ]  # fmt: skip
    return grouped_page(KIND["resource"], groups, over)


def papers_page(over: View) -> Page:
    """Papers: those that a document says must be read come first."""
    papers = over.index.roadmap.papers
    groups: list[Group] = [
        ("papers-must-read", over.words("papers.must_read"), [paper for paper in papers if paper.must_read]),
        ("papers-more", over.words("papers.more"), [paper for paper in papers if not paper.must_read]),
    ]
    return grouped_page(KIND["paper"], groups, over, "papers.html")


def projects_page(over: View) -> Page:
    """Projects by tier."""
    projects = over.index.roadmap.projects
    groups: list[Group] = [
        (f"tier-{tier}", over.label(words), [project for project in projects if project.tier is tier])
        for tier, words in TIER_HEADINGS.items()
    ]  # fmt: skip
    groups.append(("tier-other", over.words("projects.more"), [project for project in projects if project.tier is None]))
    return grouped_page(KIND["project"], groups, over, "projects.html")


def topics_page(over: View) -> Page:
    """All topics from A to Z, under their first letter. Their search entries are those of their rows."""
    view = over.at("topics.md")
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
