"""What an export takes over from the project's own mkdocs.yml: name, description, navigation."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import yaml

from learning_roadmap.diagnostics import Problem, ProblemsFound
from learning_roadmap.export.markdown import as_html
from learning_roadmap.pages import GROUPS
from learning_roadmap.text import MEBIBYTE, read_text

PLACEHOLDER = "roadmap:"
# Only a title that has one of these is spelt otherwise: a theme that escapes titles once more shows all others as they are.
MARKUP = re.compile('[<>"{]')


@dataclass(frozen=True)
class Given:
    """The project's words on its site, as text; None where it has none."""

    name: str | None = None
    description: str | None = None
    nav: list[Any] | None = None
    file: str = "mkdocs.yml"


def read_given(path: Path) -> Given:
    """What a mkdocs.yml says; nothing when there is none.

    Raises:
        ProblemsFound: when it is there, and cannot be read.
    """
    if not path.exists():
        return Given()
    text = "\n".join(read_text(path, MEBIBYTE).lines)
    try:
        # It takes every value for text, and a tag such as !ENV or !!python for nothing.
        found = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = error.problem or "this is no YAML"
        raise ProblemsFound([Problem.at(str(path), place, "YML-SYNTAX", what, "mend it, or name another file with --config")]) from None
    if not isinstance(found, dict):
        return Given()
    name, description, nav = (found.get(key) for key in ("site_name", "site_description", "nav"))
    return Given(
        # Generators print them as HTML, so they may be written with character references.
        unescape(name) if isinstance(name, str) else None,
        unescape(description) if isinstance(description, str) else None,
        nav if isinstance(nav, list) else None,
        str(path),
    )


def expanded(given: Given, paths_of: Callable[[str], list[str]]) -> list[Any]:
    """The navigation with each ``roadmap:<group>`` replaced by the pages of that group; what is empty vanishes.

    Raises:
        ProblemsFound: for a group that there is not.
    """

    def expand(nav: Any) -> Any:
        if isinstance(nav, list):
            return [inner for entry in nav for inner in flat(expand(entry)) if inner]
        if isinstance(nav, dict):
            made = {as_html(unescape(title)) if MARKUP.search(title) else title: single(expand(entry)) for title, entry in nav.items()}
            return {title: inner for title, inner in made.items() if inner}
        if not isinstance(nav, str) or not nav.startswith(PLACEHOLDER):
            return nav
        if (group := nav.removeprefix(PLACEHOLDER)) in GROUPS:
            return paths_of(group)
        known = ", ".join(PLACEHOLDER + name for name in GROUPS)
        raise ProblemsFound([Problem(given.file, 1, 1, "REF-UNKNOWN", f"nav: there is no '{nav}'", f"use one of {known}")])

    def flat(made: Any) -> list[Any]:
        return made if isinstance(made, list) else [made]

    def single(made: Any) -> Any:
        return made[0] if isinstance(made, list) and len(made) == 1 and isinstance(made[0], str) else made

    made: list[Any] = expand(given.nav)
    return made
