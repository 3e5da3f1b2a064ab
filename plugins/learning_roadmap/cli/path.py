"""`roadmap path`: the topics that lead to a goal."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from learning_roadmap.cli.common import load_data, reporting_errors, say, say_json
from learning_roadmap.cli.completion import ids_of
from learning_roadmap.cli.entry import require_entry
from learning_roadmap.cli.options import data_option, format_option, quiet_option
from learning_roadmap.diagnostics import Option, Problem, ProblemsFound, visible
from learning_roadmap.graph import LearningPath, Requirements, next_topics, path_to, reasons_of, requirements, topic_graph
from learning_roadmap.model import Entry, Phase, Practice, Project, RoadmapIndex, Section, Topic, kind_of, plural, word_for

WIDTH = 80
# Names in a list on one line; the others are counted.
MAX_NAMES = 6
KINDS = "a topic, section, phase, exercise, project, milestone, goal or role"


@click.command()
@click.argument("goal", shell_complete=ids_of())
@click.option(
    "--known", multiple=True, metavar="ID", shell_complete=ids_of(), help="Topic, section, phase, exercise or project that is done. Repeatable."
)
@data_option
@format_option("text", "json")
@quiet_option
def path(goal: str, known: tuple[str, ...], data: Path, style: str) -> None:
    """Print what to learn for a goal, in order and with reasons.

    GOAL is the id or name of a topic, section, phase, exercise, project, milestone, goal or role. Topics come after
    their prerequisites. Where some of several entries are enough, those that add the fewest hours are taken.

    As JSON: goal; topics with id, title, hours, phase, section and needed_for; tasks; hours and untimed, the hours of the topics
    and how many have none; builds_on, the known topics used; next, the topics that need nothing before them.
    """
    with reporting_errors(writes=False):
        view = PathView(RoadmapIndex(load_data(data).roadmap), goal, known)
        if style == "json":
            say_json(view.plain())
        else:
            say("\n".join(line for text in view.lines() for line in textwrap.wrap(visible(text), WIDTH, subsequent_indent=_indent(text)) or [""]))


class PathView:
    """The path to a goal, as text and as plain values.

    Raises:
        ProblemsFound: when the goal or something known is unknown, or the goal takes nothing.
    """

    def __init__(self, index: RoadmapIndex, goal: str, known: tuple[str, ...]) -> None:
        self.index = index
        self.graph = topic_graph(index)
        self.goal = require_entry(index, "GOAL", goal, KINDS)
        needed = requirements(index, self.graph).get(self.goal.id)
        if needed is None:
            message = f"the {word_for(self.goal)} '{self.goal.id}' names nothing to learn or do"
            raise ProblemsFound([Problem(Option("GOAL"), "REF-KIND", message, f"use {KINDS} with topics, exercises or projects")])
        self.needed: Requirements = needed
        topics, self.done = _known_entries(index, known)
        number = {id: number for number, id in enumerate(self.graph.ids)}
        self.known = {number[id] for id in topics}
        self.path: LearningPath = path_to(self.graph, needed, self.known, self.done)

    def plain(self) -> dict[str, object]:
        """The path as plain values; the help of the command describes them."""
        return {
            "goal": {"id": self.goal.id, "kind": kind_of(self.goal).name, "title": self.goal.title},
            "topics": [self._plain_topic(step.topic, step.opens) for step in self.path.steps],
            "tasks": [
                {"id": task.id, "kind": kind_of(task).name, "title": task.title, "hours": getattr(task, "hours", None)} for task in self._tasks()
            ],
            "hours": round(sum(self._hours()), 2),
            "untimed": len(self.path.topics) - len(self._hours()),
            "builds_on": [self.graph.ids[topic] for topic in self.path.known],
            "next": [self.graph.ids[topic] for topic in self._next()],
        }

    def lines(self) -> Iterator[str]:
        """The path as text, a paragraph a line. Leading blanks are those of its first line."""
        yield f"Path to {self.goal.title} ({word_for(self.goal)})"
        yield self._summary()
        if not any(self.graph.needs):
            yield "This roadmap has no prerequisites, so topics are in the order of the map."
        if self.needed.choices:
            yield "Where some of several entries are enough, the path takes those that add the fewest hours."
        if self.path.known:
            yield f"Builds on: {self._names(self.path.known)}"
        if len(self._next()) > 1:
            yield f"Needs nothing before it: {self._names(self._next())}"
        if self.path.steps:
            yield ""
        digits = len(str(len(self.path.steps)))
        for number, step in enumerate(self.path.steps, 1):
            topic = self._topic(step.topic)
            yield f"{number:>{digits + 2}}. {topic.title}" + (f", {_hours_text(topic.hours)}" if topic.hours else "")
            if step.opens:
                yield " " * (digits + 4) + self._purpose(step.topic, step.opens)
        if self.path.tasks:
            yield ""
            yield "Then:" if self.path.steps else "To do:"
            for task in self._tasks():
                hours = getattr(task, "hours", None)
                yield f"  - {task.title} ({word_for(task)})" + (f", {_hours_text(hours)}" if hours else "")

    def _summary(self) -> str:
        if not self.path.steps:
            return "No topics are left to learn."
        topics, hours = plural(len(self.path.topics), "topic"), self._hours()
        if not hours:
            return f"{topics} without hours"
        untimed = len(self.path.topics) - len(hours)
        return f"{topics}, {_hours_text(sum(hours))}" + (f" ({untimed} {'has' if untimed == 1 else 'have'} no hours)" if untimed else "")

    def _purpose(self, topic: int, opens: tuple[int, ...]) -> str:
        """The first topic of the path that needs this one, with the reason; one without a reason only if there is no other."""
        reasons = {other: reasons_of(self.index, self.graph, other)[topic] for other in opens}
        first = next((other for other in opens if reasons[other]), opens[0])
        return f"for {self._topic(first).title}" + (f": {reasons[first]}" if reasons[first] else "")

    def _plain_topic(self, number: int, opens: tuple[int, ...]) -> dict[str, object]:
        topic = self._topic(number)
        ancestors = self.index.located[topic.id].ancestors
        needed_for = [{"topic": self.graph.ids[other], "reason": reasons_of(self.index, self.graph, other)[number]} for other in opens]
        return {
            "id": topic.id,
            "title": topic.title,
            "hours": topic.hours,
            "phase": ancestors[0].id,
            "section": ancestors[1].id,
            "needed_for": needed_for,
        }

    def _topic(self, number: int) -> Topic:
        return self.index.topics[self.graph.ids[number]]

    def _tasks(self) -> list[Entry]:
        return [self.index.located[id].entry for id in self.path.tasks]

    def _hours(self) -> list[float]:
        return [hours for topic in self.path.topics if (hours := self.graph.hours[topic]) is not None]

    def _next(self) -> list[int]:
        return next_topics(self.graph, self.known, self.path.topics)

    def _names(self, topics: tuple[int, ...] | list[int]) -> str:
        names = [self._topic(topic).title for topic in topics[:MAX_NAMES]]
        return "; ".join(names) + (f" and {len(topics) - MAX_NAMES} more" if len(topics) > MAX_NAMES else "")


def _known_entries(index: RoadmapIndex, names: tuple[str, ...]) -> tuple[set[str], set[str]]:
    """The ids of the counted topics in some entries, and of the exercises and projects among them."""
    topics: set[str] = set()
    tasks: set[str] = set()
    for name in names:
        match require_entry(index, "--known", name, "a topic, section, phase, exercise or project"):
            case Phase() | Section() | Topic() as entry:
                topics.update(leaf.id for leaf in index.leaves_of(entry))
            case Practice() | Project() as task:
                tasks.add(task.id)
            case other:
                message = f"'{visible(name)}' is a {word_for(other)}, not a topic"
                raise ProblemsFound([Problem(Option("--known"), "REF-KIND", message, "use a topic, section, phase, exercise or project")])
    return topics, tasks


def _indent(text: str) -> str:
    """The blanks before the words of a paragraph, after a number or bullet."""
    words = text.lstrip(" 0123456789.-") if text.startswith(" ") else text
    return " " * (len(text) - len(words))


def _hours_text(hours: float) -> str:
    return f"{hours:,.6g} {'hour' if hours == 1 else 'hours'}"
