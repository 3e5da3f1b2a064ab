"""Writing many files into a folder that may hold other things: all of them or none, and nothing is overwritten."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from learning_roadmap.diagnostics import Place, Problem

FIX = "remove it, or choose another folder"


def in_the_way(folder: Path, paths: Iterable[str]) -> list[Problem]:
    """One problem for each thing in ``folder`` that stands where a file of ``paths``, or a folder for it, belongs."""
    found = {}
    for path in paths:
        target = folder / path
        if target.exists() or target.is_symlink():
            found[target] = Problem(Place(str(target)), "INIT-EXISTS", "the file already exists", FIX)
        for parent in target.relative_to(folder).parents:
            place = folder / parent
            if (place.exists() or place.is_symlink()) and not place.is_dir():
                found[place] = Problem(Place(str(place)), "INIT-EXISTS", "a folder is needed here, but this is a file", FIX)
    return sorted(found.values())


@contextmanager
def undone_on_failure(folder: Path, paths: Iterable[str]) -> Iterator[None]:
    """Takes files that are new, and the folders that were made for them, away again when writing them fails half-way."""
    files = [folder / path for path in paths]
    folders = {parent for file in files for parent in file.parents if not parent.exists()}
    try:
        yield
    except BaseException:
        for file in files:
            file.unlink(missing_ok=True)
        for made in sorted(folders, key=lambda path: len(path.parts), reverse=True):
            if made.is_dir() and not any(made.iterdir()):
                made.rmdir()
        raise
