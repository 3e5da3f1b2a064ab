"""The pages of what is used along the way: resources, papers, projects, and an index of topics."""

import unicodedata
from collections.abc import Iterable

from learning_roadmap.model import Entry, Topic
from learning_roadmap.model.entries import ResourceKind, Tier
from learning_roadmap.pages.page import Heading, Page, SearchEntry
from learning_roadmap.pages.rendering import render
from learning_roadmap.pages.search import all_found
from learning_roadmap.pages.view import View

# (id of the heading, its words, what stands under it)
Group = tuple[str, str, list[Entry]]

RESOURCES = {
    ResourceKind.COURSE: "Courses",
    ResourceKind.BOOK: "Books",
    ResourceKind.DOCUMENTATION: "Documentation",
    ResourceKind.TOOL: "Tools",
    ResourceKind.COMMUNITY: "Communities",
    ResourceKind.CHALLENGE: "Challenges",
}
TIERS = {
    Tier.BEGINNER: "Beginner",
    Tier.INTERMEDIATE: "Intermediate",
    Tier.ADVANCED: "Advanced",
    Tier.CAPSTONE: "Capstone",
    Tier.PORTFOLIO: "Portfolio",
}


def grouped_page(name: str, title: str, description: str, groups: Iterable[Group], over: View) -> Page:
    """A page of entries under headings, each entry at its home."""
    view = over.at(f"{name}.md")
    filled = [group for group in groups if group[2]]
    found = [entry for _, _, entries in filled for entry in entries]
    html = render(f"{name}.html", view=view, name=name, title=title, groups=filled)
    headings = tuple(Heading(words, id, 2) for id, words, _ in filled if f'<h2 id="{id}"' in html)
    return Page(
        path=view.path,
        group=name,
        title=title,
        html=html,
        description=description,
        toc=(Heading(title, f"page-{name}", 1, headings),),
        search=(SearchEntry(title, ""), *all_found(found, view)),
    )


def resources_page(over: View) -> Page:
    """Resources by kind."""
    resources = over.index.roadmap.resources
    groups: list[Group] = [
        (f"kind-{kind}", words, [entry for entry in resources if entry.kind is kind])
        for kind, words in RESOURCES.items()
    ]  # fmt: skip
    return grouped_page("resources", "Resources", "Courses, books, documentation, tools and communities.", groups, over)


def papers_page(over: View) -> Page:
    """Papers: those that a document says must be read come first."""
    papers = over.index.roadmap.papers
    groups: list[Group] = [
        ("papers-must-read", "Must read", [paper for paper in papers if paper.must_read]),
        ("papers-more", "More papers", [paper for paper in papers if not paper.must_read]),
    ]
    return grouped_page("papers", "Papers", "Research papers, and the topics they belong to.", groups, over)


def projects_page(over: View) -> Page:
    """Projects by tier."""
    projects = over.index.roadmap.projects
    groups: list[Group] = [
        (f"tier-{tier}", words, [project for project in projects if project.tier is tier])
        for tier, words in TIERS.items()
    ]  # fmt: skip
    groups.append(("tier-other", "More projects", [project for project in projects if project.tier is None]))
    return grouped_page("projects", "Projects", "Things to build, by how demanding they are.", groups, over)


def topics_page(over: View) -> Page:
    """All topics from A to Z, under their first letter. Their search entries are those of their rows."""
    view = over.at("topics.md")
    letters: dict[str, list[Topic]] = {}
    for topic in sorted(view.index.topics.values(), key=lambda topic: (topic.title.casefold(), topic.id)):
        letters.setdefault(_letter(topic.title), []).append(topic)
    title = "Topics A–Z"
    return Page(
        path=view.path,
        group="topics",
        title=title,
        html=render("topics.html", view=view, title=title, letters=sorted(letters.items())),
        description="Every topic of the roadmap, from A to Z.",
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
