"""The export's mkdocs.yml: what MkDocs, ProperDocs and Zensical all understand, and nothing of ours."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Any

import yaml

from learning_roadmap.export.markdown import as_html
from learning_roadmap.export.site_config import Given, expanded
from learning_roadmap.model import Roadmap
from learning_roadmap.pages import GROUPS, Page

HEADER = """# Written by 'roadmap export'. Build the site with one of:
#   mkdocs build        (needs mkdocs-material)
#   properdocs build    (needs mkdocs-material)
#   zensical build
"""


def config_text(roadmap: Roadmap, given: Given, own: Iterable[str], pages: Sequence[Page], css: Sequence[str], scripts: Sequence[str]) -> str:
    """The text of mkdocs.yml; ``own`` are the paths of the pages written by hand.

    Raises:
        ProblemsFound: when the given navigation names a group that there is not.
    """
    config: dict[str, Any] = {"site_name": as_html(given.name or roadmap.title)}
    if description := given.description or roadmap.description:
        config["site_description"] = as_html(description)

    def paths_of(group: str) -> list[str]:
        return [page.path for page in pages if page.group == group]

    config |= {
        "docs_dir": "docs",
        # The links within the pages are written for these addresses.
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "font": False,
            "features": ["navigation.indexes", "navigation.top", "search.highlight", "toc.follow"],
        },
        "nav": navigation(own, pages) if given.nav is None else expanded(given, paths_of),
        "not_in_nav": "".join(f"/{page.path}\n" for page in pages if page.group not in GROUPS),
        "plugins": ["search"],
        "markdown_extensions": [
            "admonition",
            "attr_list",
            "tables",
            "pymdownx.highlight",
            "pymdownx.superfences",
            {"toc": {"permalink": "#", "permalink_title": "Link to this place"}},
        ],
        "extra_css": list(css),
        "extra_javascript": list(scripts),
    }
    return HEADER + yaml.safe_dump(config, sort_keys=False, allow_unicode=True, width=1000)


def navigation(own: Iterable[str], pages: Sequence[Page]) -> list[Any]:
    """Pages written by hand, then each group; titles of pages stand in the pages.

    >>> navigation(["index.md", "more/a.md"], [])
    ['index.md', {'More': ['more/a.md']}]
    """
    nav = _nested(sorted(own, key=lambda path: (PurePosixPath(path).name != "index.md", path)))
    for group in GROUPS:
        paths = [page.path for page in pages if page.group == group]
        if paths:
            nav.append({group.capitalize(): paths if len(paths) > 1 else paths[0]})
    return nav


def _nested(paths: Iterable[str], depth: int = 0) -> list[Any]:
    entries: list[Any] = []
    folders: dict[str, list[str]] = {}
    for path in paths:
        parts = PurePosixPath(path).parts
        if len(parts) == depth + 1:
            entries.append(path)
        else:
            folders.setdefault(parts[depth], []).append(path)
    for name, inner in folders.items():
        entries.append({as_html(name.replace("-", " ").replace("_", " ").capitalize()): _nested(inner, depth + 1)})
    return entries
