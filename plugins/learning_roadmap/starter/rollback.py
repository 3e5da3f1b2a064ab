"""All-or-nothing creation of several files in a folder, without overwriting any."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from learning_roadmap.diagnostics import Option, Place, Problem, visible
from learning_roadmap.project import not_a_folder

CONFLICT_FIX = "remove it, or choose another folder"


def conflicts(folder: Path, paths: Iterable[str]) -> list[Problem]:
    """One problem for each existing path that prevents a file of ``paths`` in ``folder``, or its folder, from being created."""
    if blocking := not_a_folder(folder):
        message = f"'{visible(str(blocking))}' is not a folder"
        return [Problem(Option("DIR"), "INIT-EXISTS", message, "choose another folder")]
    problems = {}
    for path in paths:
        target = folder / path
        if target.exists() or target.is_symlink():
            problems[target] = Problem(Place(str(target)), "INIT-EXISTS", "the file already exists", CONFLICT_FIX)
        for parent in target.relative_to(folder).parents:
            folder_path = folder / parent
            if (folder_path.exists() or folder_path.is_symlink()) and not folder_path.is_dir():
                problems[folder_path] = Problem(Place(str(folder_path)), "INIT-EXISTS", "a folder is needed here, but this is a file", CONFLICT_FIX)
    return sorted(problems.values())


@contextmanager
def undone_on_failure(folder: Path, paths: Iterable[str]) -> Iterator[None]:
    """Remove new files, and the folders created for them, when writing fails."""
    files = [folder / path for path in paths]
    folders = {parent for file in files for parent in file.parents if not parent.exists()}
    try:
        yield
    except BaseException:
        for file in files:
            file.unlink(missing_ok=True)
        for new_folder in sorted(folders, key=lambda path: len(path.parts), reverse=True):
            if new_folder.is_dir() and not any(new_folder.iterdir()):
                new_folder.rmdir()
        raise
