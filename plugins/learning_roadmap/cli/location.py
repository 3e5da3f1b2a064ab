"""Where the project is: commands work in every folder of it."""

import os
from pathlib import Path

DATA = Path("content/roadmap.yml")
SOURCES = Path("content/sources")
SITE = Path("mkdocs.yml")
FORMS = Path(".github/ISSUE_TEMPLATE")
PLUGIN = "learning-roadmap"


def in_project(path: Path) -> Path:
    """A path in the project that the current folder is in, relative to the current folder; outside of projects, the path itself."""
    project = _project()
    return path if project is None else Path(os.path.relpath(project / path))


def is_in_project() -> bool:
    """Whether the current folder is in a project."""
    return _project() is not None


def data_file() -> Path:
    """The data file of the project: the one that the site's configuration names, or else the usual one."""
    return in_project(_named_in(in_project(SITE)) or DATA)


def _project() -> Path | None:
    """The nearest folder with a data file or with a site that has our plugin: the current one or one above it, at most the home folder."""
    try:
        current = Path.cwd()
    except OSError:  # the folder was removed
        return None
    home = Path(os.path.expanduser("~"))
    for folder in (current, *current.parents):
        if os.path.isfile(folder / DATA) or PLUGIN in _text(folder / SITE):
            return folder
        if folder == home:
            break
    return None


def _named_in(site: Path) -> Path | None:
    """The data file that the options of our plugin name."""
    if "file:" not in (text := _text(site)) or PLUGIN not in text:
        return None
    import yaml

    try:
        # BaseLoader reads every value as text and ignores tags such as !ENV or !!python.
        config = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:  # commands that need the site's configuration report it
        return None
    plugins = config.get("plugins") if isinstance(config, dict) else None
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        options = entry.get(PLUGIN) if isinstance(entry, dict) else None
        if isinstance(options, dict) and isinstance(name := options.get("file"), str) and name:
            return Path(name)
    return None


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""
