"""The project's roadmap many times over, with other ids."""

from typing import Any

from learning_roadmap.datafile.write import to_plain
from learning_roadmap.model import Roadmap

REFERENCES = frozenset(
    {"id", "document", "topic", "resource", "part", "entry", "goal", "topics", "resources", "papers", "projects", "covers", "into"}
)


def times(roadmap: Roadmap, factor: int) -> Roadmap:
    """A roadmap with ``factor`` copies of every entry and every document."""
    plain = to_plain(roadmap)
    merged: dict[str, Any] = {}
    for number in range(factor):
        for name, value in _renumbered(plain, f"-copy-{number}" if number else "").items():
            if isinstance(value, list):
                merged.setdefault(name, []).extend(value)
            else:
                merged.setdefault(name, value)
    return Roadmap.model_validate(merged)


def _renumbered(value: Any, suffix: str, field: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _renumbered(inner, suffix, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_renumbered(inner, suffix, field) for inner in value]
    if isinstance(value, str) and field in REFERENCES:
        return value + suffix
    return value
