"""The parts of the project's mkdocs.yml that an export uses: name, description, navigation, strings."""

from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import yaml

from learning_roadmap.diagnostics import Place, Problem, ProblemsFound
from learning_roadmap.text import MEBIBYTE, read_text


@dataclass(frozen=True)
class SiteConfig:
    """The site's name, description and navigation as plain text, and its folder of pages; None where mkdocs.yml does not set them."""

    name: str | None = None
    description: str | None = None
    nav: list[Any] | None = None
    file: str = "mkdocs.yml"
    strings: Path | None = None
    lines: tuple[str, ...] = ()
    docs_dir: Path | None = None

    def place_of(self, text: str) -> Place:
        """The first place in mkdocs.yml that has this text."""
        number, line = next(((number, line) for number, line in enumerate(self.lines, 1) if text in line), (1, text))
        return Place(self.file, number, line.index(text) + 1)


def read_site_config(path: Path) -> SiteConfig:
    """The settings in a mkdocs.yml; the defaults if there is no file.

    Raises:
        ProblemsFound: when the file cannot be read.
    """
    if not path.exists():
        return SiteConfig()
    lines = tuple(read_text(path, MEBIBYTE).lines)
    try:
        # BaseLoader reads every value as text and ignores tags such as !ENV or !!python.
        config = yaml.load("\n".join(lines), Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = f"invalid YAML ({error.problem})" if error.problem else "invalid YAML"
        raise ProblemsFound([Problem.at(str(path), place, "YML-SYNTAX", message, "correct it, or use another file with --config")]) from None
    if not isinstance(config, dict):
        return SiteConfig()
    name, description, nav = (config.get(key) for key in ("site_name", "site_description", "nav"))
    return SiteConfig(
        # Generators print them as HTML, so authors may use character references.
        unescape(name) if isinstance(name, str) else None,
        unescape(description) if isinstance(description, str) else None,
        nav if isinstance(nav, list) else None,
        str(path),
        _strings_file(config.get("plugins"), path.parent),
        lines,
        path.parent / docs_dir if isinstance(docs_dir := config.get("docs_dir"), str) else None,
    )


def _strings_file(plugins: object, folder: Path) -> Path | None:
    """The file with the site's own texts, from the options of our plugin."""
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        options = entry.get("learning-roadmap") if isinstance(entry, dict) else None
        if isinstance(options, dict) and isinstance(name := options.get("strings"), str) and name:
            return folder / name
    return None
