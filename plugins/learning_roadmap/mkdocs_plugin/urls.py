"""Addresses as MkDocs writes them: of a page, from one page to another, and of an entry's lines in the repository."""

import posixpath
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url


def url_of(config: MkDocsConfig) -> Callable[[str], str]:
    """Addresses of pages in the site, with or without directory URLs."""
    known: dict[str, str] = {}

    def url(path: str) -> str:
        if path not in known:
            known[path] = File(path, None, config.site_dir, config.use_directory_urls).url
        return known[path]

    return url


def relative_url(config: MkDocsConfig) -> Callable[[str, str], str]:
    """Addresses between pages."""
    url = url_of(config)
    return lambda here, there: get_relative_url(url(there), url(here))


def edit_url(config: MkDocsConfig, template: str, path: Path, lines: dict[str, int]) -> Callable[[str], str | None]:
    """Addresses at which an entry's lines can be edited."""
    if not template and config.repo_url and config.edit_uri:
        # edit_uri leads to the folder of the pages; from there it goes to the data file.
        way = posixpath.relpath(path.resolve().as_posix(), Path(config.docs_dir).resolve().as_posix())
        template = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri + way) + "#L{line}"
    if not template:
        return lambda _: None
    return lambda id: template.replace("{line}", str(lines[id])) if id in lines else None
