"""Checks that paths stay inside a folder: files that a project names or links to are read and published."""

import os
from pathlib import Path, PurePosixPath, PureWindowsPath


def realpath(path: Path) -> Path:
    """The path without symbolic links. Unlike ``Path.resolve``, it does not fail on circular links."""
    return Path(os.path.realpath(path))


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path is inside a folder after following links. Neither need exist."""
    return realpath(path).is_relative_to(realpath(folder))


def not_a_folder(path: Path) -> Path | None:
    """The first of a path and the paths above it that exists but is not a folder; None if a folder can be created there."""
    return next((part for part in (path, *path.parents) if (part.exists() or part.is_symlink()) and not part.is_dir()), None)


def is_relative(name: str) -> bool:
    r"""Whether a name is a relative path without ``..`` on every operating system.

    >>> is_relative("a.md"), is_relative("more/a.md"), is_relative("../a.md"), is_relative("/a.md"), is_relative("C:a.md"), is_relative("..\\a.md")
    (True, True, False, False, False, False)
    """
    windows = PureWindowsPath(name)
    return not (PurePosixPath(name).is_absolute() or windows.drive or windows.root or ".." in windows.parts)
