"""The page of a role: what the job takes; and the page that lists the roles."""

from dataclasses import dataclass

from learning_roadmap.graph import LearningPath, Requirements, TopicGraph, path_to, requirements, topic_graph
from learning_roadmap.model import KIND, Phase, Role, Topic, word_for
from learning_roadmap.pages.anchors import page_path
from learning_roadmap.pages.calm_rows import CalmRows
from learning_roadmap.pages.page import Heading, Page, SearchEntry
from learning_roadmap.pages.search import names_of
from learning_roadmap.pages.times import hours_in_words, weeks_in_words
from learning_roadmap.pages.view import View

ROLES_PATH = "roles/index.md"


def roles_page(root: View) -> Page:
    """The list of all roles."""
    view = root.at(ROLES_PATH)
    title = view.label(KIND["role"].heading)
    return Page(
        path=ROLES_PATH,
        group="roles",
        title=title,
        html=view.render("roles.html", title=title, roles=view.index.roadmap.roles),
        description=view.label(KIND["role"].about),
        toc=(Heading(title, "page-roles", 1),),
        search=(SearchEntry(title, ""),),
    )


@dataclass(frozen=True)
class Stage:
    """The topics of a path that are in one phase, in their order."""

    phase: Phase
    topics: tuple[Topic, ...]
    hours: float


def role_page(role: Role, root: View) -> Page:
    """The page of a role: how long it takes, required skills, optional ones with what they add, and all topics that lead to the required ones."""
    view = root.at(page_path("roles", role.id))
    graph = topic_graph(view.index)
    needed = requirements(view.index, graph)
    required = [skill for skill in role.skills if not skill.optional]
    optional = [skill for skill in role.skills if skill.optional]
    groups = [
        (id, words, skills)
        for id, words, skills in (("role-required", view.words("role.required"), required), ("role-optional", view.words("role.optional"), optional))
        if skills
    ]
    way = path_to(graph, needed.get(role.id, Requirements()))
    topics = set(way.topics)
    extra = {skill.entry: path_to(graph, needed.get(skill.entry, Requirements()), topics, way.tasks) for skill in optional}
    headings = [Heading(words, id, 2) for id, words, _ in groups]
    if topics:
        headings.append(Heading(view.words("role.topics"), "role-topics", 2))
    return Page(
        path=view.path,
        group="roles",
        title=role.title,
        html=view.render(
            "role.html",
            role=role,
            calm=CalmRows(view),
            groups=groups,
            work=_work_in_words(graph, way, view),
            weeks=weeks_in_words(_hours(graph, way), view),
            extra={id: _work_in_words(graph, more, view) for id, more in extra.items()},
            stages=_stages(graph, way, view),
        ),
        description=role.summary or view.words("role.description", title=role.title),
        toc=(Heading(role.title, view.anchor(role), 1, tuple(headings)),),
        search=(SearchEntry(role.title, role.summary or "", kind="role", label=view.label(word_for(role)), names=names_of(role)),),
        entry=role.id,
    )


def _stages(graph: TopicGraph, way: LearningPath, view: View) -> list[Stage]:
    """A path by phase, in the order in which it comes to them."""
    topics: dict[str, list[Topic]] = {}
    for number in way.topics:
        id = graph.ids[number]
        topics.setdefault(view.index.phase_of[id].id, []).append(view.index.topics[id])
    return [
        Stage(phase, tuple(group), sum(topic.hours or 0 for topic in group))
        for group in topics.values()
        for phase in [view.index.phase_of[group[0].id]]
    ]


def _work_in_words(graph: TopicGraph, way: LearningPath, view: View) -> str:
    """How many topics and tasks a path has, and how long they take; empty if it has none."""
    topics = view.words("counts.topics", count=len(way.topics)) if way.topics else ""
    tasks = view.words("counts.tasks", count=len(way.tasks)) if way.tasks else ""
    return view.words("list.separator").join(filter(None, (topics, tasks, hours_in_words(_hours(graph, way), view))))


def _hours(graph: TopicGraph, way: LearningPath) -> list[float | None]:
    return [*(graph.hours[topic] for topic in way.topics), *(graph.task_hours.get(task) for task in way.tasks)]
