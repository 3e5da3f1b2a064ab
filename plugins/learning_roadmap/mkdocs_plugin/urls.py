"""Addresses as MkDocs writes them: of a page, from one page to another, and of an entry's lines in the repository."""

import posixpath
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url


def url_of(config: MkDocsConfig) -> Callable[[str], str]:
    """A function that returns the address of a page in the site, with or without directory URLs."""
    urls: dict[str, str] = {}

    def url(path: str) -> str:
        if path not in urls:
            urls[path] = File(path, None, config.site_dir, config.use_directory_urls).url
        return urls[path]

    return url


def relative_url(config: MkDocsConfig) -> Callable[[str, str], str]:
    """A function that returns the address of a page relative to another."""
    url = url_of(config)
    return lambda here, there: get_relative_url(url(there), url(here))


def edit_url(config: MkDocsConfig, template: str, path: Path, lines: dict[str, int]) -> Callable[[str], str | None]:
    """A function that returns the address where an entry's lines can be edited, or None."""
    if not template and config.repo_url and config.edit_uri:
        # edit_uri is the address of the folder of pages; the data file is relative to it.
        relative_path = posixpath.relpath(path.resolve().as_posix(), Path(config.docs_dir).resolve().as_posix())
        template = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri + relative_path) + "#L{line}"
    if not template:
        return lambda _: None
    return lambda id: template.replace("{line}", str(lines[id])) if id in lines else None
