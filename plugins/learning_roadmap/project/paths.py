"""Whether a path stays inside a folder: what a project names in its files, or links to, is read and published."""

import os
from pathlib import Path, PurePosixPath, PureWindowsPath


def realpath(path: Path) -> Path:
    """The path without links. Other than ``Path.resolve``, it takes links that go in a circle for what they are: no file."""
    return Path(os.path.realpath(path))


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path leads into a folder, links followed. Neither need exist."""
    return realpath(path).is_relative_to(realpath(folder))


def is_relative(name: str) -> bool:
    r"""Whether a name, as someone has written it, is a path from here downwards on every system.

    >>> is_relative("a.md"), is_relative("more/a.md"), is_relative("../a.md"), is_relative("/a.md"), is_relative("C:a.md"), is_relative("..\\a.md")
    (True, True, False, False, False, False)
    """
    windows = PureWindowsPath(name)
    return not (PurePosixPath(name).is_absolute() or windows.drive or windows.root or ".." in windows.parts)
