"""The line of a new project's requirements.txt that says where this package is installed from."""

import re
from pathlib import Path

DISTRIBUTION = "mkdocs-learning-roadmap"
# A repository: its address, with or without pip's prefix, and perhaps a branch or commit behind an @.
REPOSITORY = re.compile(r"(?:git\+)?(?:https|ssh)://[^\s#;]+")


def requirement(source: str | None, version: str) -> str | None:
    """A requirement of this package: from the package index, from a Git repository, or from a folder or wheel on this machine.

    Args:
        source: the address of a repository, or a path; None for the package index.
        version: the version to require from the package index.

    Returns:
        The line, or None when ``source`` is neither an address nor an existing path.

    >>> requirement(None, "0.1.0")
    'mkdocs-learning-roadmap==0.1.0'
    >>> requirement("https://example.org/team/roadmap.git@main", "0.1.0")
    'mkdocs-learning-roadmap @ git+https://example.org/team/roadmap.git@main'
    """
    if source is None:
        return f"{DISTRIBUTION}=={version}"
    if REPOSITORY.fullmatch(source):
        return f"{DISTRIBUTION} @ git+{source.removeprefix('git+')}"
    path = Path(source)
    return f"{DISTRIBUTION} @ {path.resolve().as_uri()}" if source and path.exists() else None
