"""Texts of files that are made from the roadmap, or that an earlier build has made."""

from collections.abc import Callable, Iterable

from learning_roadmap.model import Roadmap, RoadmapIndex

# Returns the text with a name, which the function makes.
MakeText = Callable[[str, Callable[[], str]], str]


def made(_: str, make: Callable[[], str]) -> str:
    """The text that the function makes."""
    return make()


class RememberedTexts:
    """Texts in memory, for a site that is built again and again, mostly from the same roadmap."""

    def __init__(self) -> None:
        self._made_from: tuple[RoadmapIndex, str] | None = None
        self._texts: dict[str, str] = {}
        self._parts: tuple[Roadmap, list[bytes]] | None = None

    def parts(self, roadmap: Roadmap, make: Callable[[Roadmap], Iterable[bytes]]) -> list[bytes]:
        """The parts of what a function makes of a roadmap, made once until it is called with another roadmap."""
        if not self._parts or self._parts[0] is not roadmap:
            self._parts = roadmap, list(make(roadmap))
        return self._parts[1]

    def of(self, index: RoadmapIndex, key: str) -> MakeText:
        """Makes each text once, until it is called with another roadmap or another key: that of all else that the texts depend on."""
        if (index, key) != self._made_from:
            self._made_from, self._texts = (index, key), {}
        return self._text

    def _text(self, name: str, make: Callable[[], str]) -> str:
        if name not in self._texts:
            self._texts[name] = make()
        return self._texts[name]
