"""List the files of an installed theme once in a process.

Every build looks for static files among all files of its theme. Material has 14,000, and nearly all are icons in a hidden folder, of which MkDocs
takes none: to find and to refuse them is a third of the build of a small site.
"""

import sysconfig
from functools import cache
from typing import Any

from jinja2 import FileSystemLoader

INSTALLED = sysconfig.get_path("purelib")
_list: Any = FileSystemLoader.list_templates


@cache
def _installed(folder: str) -> frozenset[str]:
    """What a build may take of the files in a folder of an installed theme, which no test changes."""
    return frozenset(name for name in _list(FileSystemLoader(folder)) if not name.startswith("."))


def _list_once(loader: FileSystemLoader) -> list[str]:
    names: set[str] = set()
    for folder in map(str, loader.searchpath):
        names.update(_installed(folder) if folder.startswith(INSTALLED) else _list(FileSystemLoader(folder)))
    return sorted(names)


def share_theme_listing() -> None:
    """From now on, builds list the files of each installed theme once."""
    FileSystemLoader.list_templates = _list_once  # type: ignore[method-assign]
