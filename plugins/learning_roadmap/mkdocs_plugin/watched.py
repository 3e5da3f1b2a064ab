"""What ``mkdocs serve`` watches beside the pages."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def watch(config: MkDocsConfig, paths: Iterable[Path]) -> None:
    """Let a served site follow files and folders. What is in a watched folder would be noticed twice, and so the site built twice."""
    for path in paths:
        watched = [Path(folder).resolve() for folder in (config.docs_dir, *config.watch)]
        if path.exists() and not any(path.resolve().is_relative_to(folder) for folder in watched):
            config.watch.append(str(path))
