"""What an export takes over from the project's own mkdocs.yml: name, description, navigation."""

from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import yaml

from learning_roadmap.diagnostics import Problem, ProblemsFound
from learning_roadmap.text import MEBIBYTE, read_text


@dataclass(frozen=True)
class SiteConfig:
    """The project's words on its site, as text; None where it has none."""

    name: str | None = None
    description: str | None = None
    nav: list[Any] | None = None
    file: str = "mkdocs.yml"
    strings: Path | None = None


def read_site_config(path: Path) -> SiteConfig:
    """What a mkdocs.yml says; nothing when there is none.

    Raises:
        ProblemsFound: when it is there, and cannot be read.
    """
    if not path.exists():
        return SiteConfig()
    text = "\n".join(read_text(path, MEBIBYTE).lines)
    try:
        # It takes every value for text, and a tag such as !ENV or !!python for nothing.
        found = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = f"invalid YAML ({error.problem})" if error.problem else "invalid YAML"
        raise ProblemsFound([Problem.at(str(path), place, "YML-SYNTAX", what, "correct it, or use another file with --config")]) from None
    if not isinstance(found, dict):
        return SiteConfig()
    name, description, nav = (found.get(key) for key in ("site_name", "site_description", "nav"))
    return SiteConfig(
        # Generators print them as HTML, so they may be written with character references.
        unescape(name) if isinstance(name, str) else None,
        unescape(description) if isinstance(description, str) else None,
        nav if isinstance(nav, list) else None,
        str(path),
        _strings_file(found.get("plugins"), path.parent),
    )


def _strings_file(plugins: object, folder: Path) -> Path | None:
    """The file with the site's own texts that the options of our plugin name."""
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        options = entry.get("learning-roadmap") if isinstance(entry, dict) else None
        if isinstance(options, dict) and isinstance(name := options.get("strings"), str) and name:
            return folder / name
    return None
