"""List the files of an installed theme once in a process.

A build looks for a theme's static files among all of its files. Material has 14,000, most of them icons, and tests change none of them.
"""

import sysconfig
from functools import cache
from typing import Any

from jinja2 import FileSystemLoader

INSTALLED = sysconfig.get_path("purelib")
_list: Any = FileSystemLoader.list_templates


@cache
def _installed(folder: str) -> frozenset[str]:
    return frozenset(_list(FileSystemLoader(folder)))


def _list_once(loader: FileSystemLoader) -> list[str]:
    names: set[str] = set()
    for folder in loader.searchpath:
        names.update(_installed(folder) if folder.startswith(INSTALLED) else _list(FileSystemLoader(folder)))
    return sorted(names)


def share_theme_listing() -> None:
    """From now on, builds list the files of each installed theme once."""
    FileSystemLoader.list_templates = _list_once  # type: ignore[method-assign]
