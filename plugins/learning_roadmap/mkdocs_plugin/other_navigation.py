"""Navigations that other plugins make, from files of their own or from the files of the site."""

import posixpath
import re
from collections.abc import Callable, Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from learning_roadmap.pages import Page, UnknownGroup, expand_navigation

# The files that these plugins read, and what leads to a folder of pages in them.
PLUGINS: dict[str, tuple[str, str]] = {
    "awesome-nav": (".nav.yml", "- Phases: phases"),
    "awesome-pages": (".pages", "- Phases: phases"),
    "literate-nav": ("SUMMARY.md", "* [Phases](phases/)"),
}
PLACEHOLDER = re.compile(r"roadmap:[a-z-]+")


def navigation_plugin(config: MkDocsConfig) -> str | None:
    """The name of the plugin that makes the site's navigation; None if the configuration alone does."""
    return next((name for name in PLUGINS if name in config.plugins), None)


def expand_files(name: str, config: MkDocsConfig, files: Files, pages: Iterable[Page]) -> None:
    """Replace each placeholder in the navigation files of a plugin by the folder of the group's pages, or by its only page.

    Raises:
        PluginError: for an unknown group, and for a file that the plugin reads from disk.
    """
    address = _addresses(list(pages), "/" if name == "literate-nav" else "")
    file_name = _file_name(name, config)
    for file in files:
        if posixpath.basename(file.src_uri) != file_name or not PLACEHOLDER.search(text := file.content_string):
            continue
        folder = posixpath.dirname(file.src_uri)
        try:
            addresses = {entry: address(entry) for entry in PLACEHOLDER.findall(text)}
        except UnknownGroup as error:
            raise PluginError(f"{file.src_uri}: {error} — {error.fix}") from None
        if empty := [entry for entry, path in addresses.items() if not path]:
            raise PluginError(f"{file.src_uri}: the roadmap has no pages for {', '.join(empty)} — remove it from this file")
        if name == "awesome-pages":
            examples = ", ".join(f"'{path}' in place of '{entry}'" for entry, path in addresses.items())
            raise PluginError(f"{file.src_uri}: the plugin awesome-pages does not know the roadmap's groups of pages — write {examples}")
        parts = re.split(f"({PLACEHOLDER.pattern})", text)
        file.content_string = "".join(_relative(addresses[part], folder) if part in addresses else part for part in parts)


def missing_pages(name: str, config: MkDocsConfig) -> str:
    """What to say when none of the roadmap's pages is in a navigation."""
    entry = PLUGINS[name][1]
    return f"the navigation made by {name} has no page of the roadmap — add them to {_file_name(name, config)}, such as: {entry}"


def _file_name(name: str, config: MkDocsConfig) -> str:
    options = config.plugins[name].config
    return str(options.get("nav_file") or options.get("filename") or PLUGINS[name][0])


def _addresses(pages: list[Page], end: str) -> Callable[[str], str]:
    def address(entry: str) -> str:
        paths = expand_navigation([entry], pages)
        folder = posixpath.dirname(paths[0]) if paths else ""
        return folder + end if folder else next(iter(paths), "")

    return address


def _relative(path: str, folder: str) -> str:
    relative = posixpath.relpath(path, folder or ".")
    return f"{relative}/" if path.endswith("/") else relative
