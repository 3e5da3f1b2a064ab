"""What one guide contains: its chapters, the ids that have a page in it, and the numbers of its questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from learning_roadmap.guide.chapters import Chapter
from learning_roadmap.guide.options import Options
from learning_roadmap.guide.text import prose
from learning_roadmap.model import Prerequisite, Roadmap, RoadmapIndex, Topic, kind_of

Data = dict[str, Any]


@dataclass(frozen=True)
class Edition:
    """A guide with these options.

    Attributes:
        roadmap: the roadmap with only those activities and that material which this guide prints.
    """

    index: RoadmapIndex
    options: Options
    chapters: Sequence[Chapter]
    roadmap: Roadmap

    @cached_property
    def topics(self) -> list[Topic]:
        """The topics of all chapters."""
        return [topic for chapter in self.chapters for topic in chapter.topics()]

    @cached_property
    def topic_ids(self) -> frozenset[str]:
        return frozenset(topic.id for topic in self.topics)

    @cached_property
    def printed_ids(self) -> frozenset[str]:
        """Ids that page references can lead to."""
        return self.topic_ids.union(entry.id for entry in (*self.roadmap.papers, *self.roadmap.resources))

    def place(self, id: str) -> str:
        """The name under which the layout marks the place of a topic, resource or paper."""
        return f"{kind_of(self.index.located[id].entry).name}-{id}"

    @cached_property
    def question_numbers(self) -> dict[str, list[str]]:
        """The numbers of each topic's questions, such as 3.12 for the twelfth of chapter 3."""
        return dict(self._numbered())

    def _numbered(self) -> Iterator[tuple[str, list[str]]]:
        for chapter_number, chapter in enumerate(self.chapters, 1):
            count = 0
            for topic in chapter.topics():
                yield topic.id, [f"{chapter_number}.{count + position}" for position in range(1, len(topic.check) + 1)]
                count += len(topic.check)

    def topic_list(self, ids: Sequence[str]) -> list[Data]:
        """Topics to refer to. The id is empty for one that is not in this guide."""
        return [{"id": id if id in self.topic_ids else "", "title": self.index.topics[id].title} for id in ids]

    def needs_list(self, needs: Sequence[Prerequisite]) -> list[Data]:
        """Prerequisites with their reasons."""
        return [
            {**topic, "reason": prose(need.reason or "")} for topic, need in zip(self.topic_list([need.topic for need in needs]), needs, strict=True)
        ]
