"""The line of a new project's requirements.txt that says where this package is installed from."""

import re
from importlib.metadata import PackageNotFoundError, distribution
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


def requirement_warning(source: str | None) -> str | None:
    """Why another machine may be unable to install that requirement; None if it can.

    >>> requirement_warning("https://example.org/team/roadmap.git@main")
    """
    fix = "Before you share or publish the project, write the address of a repository there (see --install-from)."
    if source is None:
        return f"requirements.txt names a release of this package, but this copy is not from the package index. {fix}" if _is_copy() else None
    if REPOSITORY.fullmatch(source):
        return None
    return f"requirements.txt installs this package from a path on this machine, which other machines do not have. {fix}"


def _is_copy() -> bool:
    """Whether this package was installed from a folder, file or repository (PyPA, "Recording the Direct URL Origin")."""
    try:
        return distribution(DISTRIBUTION).read_text("direct_url.json") is not None
    except PackageNotFoundError:
        return True
