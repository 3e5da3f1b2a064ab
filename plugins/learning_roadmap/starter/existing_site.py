"""The plugin and its pages, added to the mkdocs.yml of an existing site. It is changed as text: comments, order and quotes stay."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from learning_roadmap.project import is_inside

PLUGIN = "learning-roadmap"
PREFIX = "roadmap:"
# Names of configurations, in the order in which MkDocs and ProperDocs look for them.
SITE_FILES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
# Groups without entries are left out when the site is built.
NAVIGATION = """\
- Roadmap:
    - Dashboard: roadmap:dashboard
    - Map: roadmap:map
    - Phases: roadmap:phases
    - Roles: roadmap:roles
    - Sources: roadmap:documents
    - Library:
        - roadmap:topics
        - roadmap:resources
        - roadmap:papers
        - roadmap:projects
        - roadmap:certifications
        - roadmap:disagreements
    - Track:
        - roadmap:milestones
        - roadmap:routine
        - roadmap:tips
        - roadmap:tracking
        - roadmap:news
"""


@dataclass(frozen=True)
class Insertion:
    """Lines to add to a mkdocs.yml.

    Attributes:
        key: the list that they belong to.
        lines: as an item of that list, without indentation.
        item: the same, as YAML reads it.
        before: items that the list needs as well when it does not exist yet.
    """

    key: str
    lines: str
    item: object
    before: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.key}:\n" + "".join(f"  {line}\n" for line in (*(f"- {item}" for item in self.before), *self.lines.splitlines()))


# A site without a list of plugins has the search, and loses it when a list names others only.
ADD_PLUGIN = Insertion("plugins", f"- {PLUGIN}\n", PLUGIN, ("search",))
ADD_PAGES = Insertion("nav", NAVIGATION, yaml.load(NAVIGATION, Loader=yaml.BaseLoader)[0])


class NotSafe(ValueError):
    """A mkdocs.yml that cannot be changed without a risk; the message says why. ``insertions`` are for the author to make."""

    def __init__(self, reason: str, insertions: list[Insertion]) -> None:
        super().__init__(reason)
        self.insertions = insertions


def site_file(folder: Path) -> Path | None:
    """The configuration of the site in a folder; None if there is none."""
    return next((folder / name for name in SITE_FILES if (folder / name).is_file()), None)


def is_data_published(site: Path, data: Path) -> bool:
    """Whether the data file is in the folder of the site's pages."""
    try:
        config = yaml.load(site.read_bytes(), Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return False
    docs_dir = config.get("docs_dir") if isinstance(config, dict) else None
    return is_inside(data, site.parent / (docs_dir if isinstance(docs_dir, str) else "docs"))


def with_roadmap(text: str) -> str:
    """The text of a mkdocs.yml with the plugin, and with a section for its pages if there is a navigation.

    Raises:
        NotSafe: when the text is not valid YAML, inherits from another file, or is written in a way that this function does not change.
    """
    try:
        config = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        raise NotSafe("it is not valid YAML", [ADD_PLUGIN]) from None
    if not isinstance(config, dict):
        raise NotSafe("it has no settings", [ADD_PLUGIN])
    insertions = list(_missing(config))
    for insertion in insertions:
        if "INHERIT" in config and insertion.key not in config:
            raise NotSafe(f"its '{insertion.key}' may be in the file that it inherits from", insertions)
        text = _inserted(text, insertion)
        config = _expected(config, insertion)
        try:
            is_expected = yaml.load(text, Loader=yaml.BaseLoader) == config
        except yaml.YAMLError:
            is_expected = False
        if not is_expected:
            raise NotSafe(f"its '{insertion.key}' is written in an unusual way", insertions)
    return text


def has_plugin(config: object) -> bool:
    """Whether a configuration, as YAML reads it, already has the plugin."""
    plugins = config.get("plugins") if isinstance(config, dict) else None
    entries = plugins if isinstance(plugins, list | dict) else []
    return any(entry == PLUGIN or (isinstance(entry, dict) and PLUGIN in entry) for entry in entries)


def _missing(config: dict[str, object]) -> Iterator[Insertion]:
    if not has_plugin(config):
        yield ADD_PLUGIN
    # Without a navigation, the pages follow the site's own.
    if config.get("nav") and PREFIX not in repr(config["nav"]):
        yield ADD_PAGES


def _expected(config: dict[str, object], insertion: Insertion) -> dict[str, object]:
    value = config.get(insertion.key)
    if isinstance(value, dict):
        return {**config, insertion.key: {**value, insertion.item: ""}}
    items = list(value) if isinstance(value, list) else [*insertion.before]
    return {**config, insertion.key: [*items, insertion.item]}


def _inserted(text: str, insertion: Insertion) -> str:
    """The text with the lines behind the last item of their list. The caller tests whether the result is what it should be."""
    end = "\r\n" if "\r\n" in text else "\n"
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    assert isinstance(root, yaml.MappingNode)
    node = next((value for key, value in root.value if key.value == insertion.key), None)
    if node is None:
        separator = "" if text.endswith("\n") else end
        return f"{text}{separator}{end}{str(insertion).replace(chr(10), end)}"
    if not isinstance(node, yaml.CollectionNode) or not node.value:
        return text
    if node.flow_style:
        position = node.end_mark.index - 1
        return f"{text[:position].rstrip()}, {insertion.lines.removeprefix('- ').strip()}{text[position:]}"
    is_list = isinstance(node, yaml.SequenceNode)
    lines = insertion.lines.splitlines() if is_list else [f"{insertion.lines.removeprefix('- ').strip()}:"]
    rows = text.split("\n")
    indent, last = " " * node.start_mark.column, _last_row(node)
    added = [f"{indent}{line}" + ("\r" if end == "\r\n" else "") for line in lines]
    if last + 1 == len(rows):  # the text has no line end behind its last line
        rows[last] += "\r" if end == "\r\n" else ""
        added[-1] = added[-1].rstrip("\r")
    return "\n".join([*rows[: last + 1], *added, *rows[last + 1 :]])


def _last_row(node: yaml.Node) -> int:
    """The row on which the content of a node ends; the mark of a block's end is behind the comments that follow it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return max(map(_last_row, last)) if isinstance(last, tuple) else _last_row(last)
    mark = node.end_mark
    return int(mark.line - 1 if mark.column == 0 and mark.line > node.start_mark.line else mark.line)
