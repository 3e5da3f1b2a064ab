"""The folder of an export. Checksums tell which files an export wrote; no other file is ever changed."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from learning_roadmap.diagnostics import Option, PartlyWritten, Place, Problem, ProblemsFound, visible
from learning_roadmap.project import is_inside, not_a_folder

MARKER = ".roadmap-export"
MARKER_HEADER = "# Files written by 'roadmap export'. The next export replaces these files, and leaves all others unchanged.\n"
MARKER_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
Write = Callable[[Path, bytes], None]


@dataclass(frozen=True)
class Target:
    """A folder to export to.

    Attributes:
        former: the checksums of the previous export by path; None when there was none.
    """

    folder: Path
    former: Mapping[str, frozenset[str]] | None

    @classmethod
    def at(cls, folder: Path, pages: Path, option: str) -> "Target":
        """A folder that is new, empty, or contains a previous export. It must not be inside the folder of pages, or it would become one of them.

        Raises:
            ProblemsFound: when the folder is not suitable.
        """
        name = f"'{visible(str(folder))}'"
        if is_inside(folder, pages):
            message = f"{name} is inside the folder of pages '{visible(str(pages))}', and would become part of the next export"
            raise ProblemsFound([Problem(Option(option), "EXPORT-FOLDER", message, "choose a folder elsewhere")])
        marker = folder / MARKER
        if marker.is_file():
            return cls(folder, _read_marker(marker))
        if folder.is_symlink() or (blocking := not_a_folder(folder)):
            message = f"'{visible(str(folder if folder.is_symlink() else blocking))}' is not a folder"
            raise ProblemsFound([Problem(Option(option), "EXPORT-FOLDER", message, "choose another one")])
        if folder.exists() and any(folder.iterdir()):
            message = f"{name} contains files that are not from an export"
            raise ProblemsFound([Problem(Option(option), "EXPORT-FOLDER", message, "choose an empty or new folder")])
        return cls(folder, None)

    def write(self, files: Mapping[str, bytes], write: Write, force: bool = False) -> None:
        """Replace the previous export by ``files``. Files changed by hand since then are overwritten only with ``force``.

        Raises:
            ProblemsFound: before anything is written, when a file was changed by hand or is not part of an export, or nothing can be written.
            PartlyWritten: when a file cannot be written after others were. The same export can be repeated.
        """
        old_sums = self.former or {}
        if problems := [*self._foreign(files), *(() if force else self._changed(old_sums))]:
            raise ProblemsFound(problems)
        new_sums = {path: frozenset([_sum(content)]) for path, content in files.items()}
        # Until all files are written, the marker lists old and new checksums, so that an interrupted export can be repeated.
        write(
            self.folder / MARKER,
            _marker_text({path: old_sums.get(path, frozenset()) | new_sums.get(path, frozenset()) for path in old_sums.keys() | new_sums}),
        )
        try:
            for path, content in files.items():
                target = self.folder / path
                if not target.is_file() or target.read_bytes() != content:
                    write(target, content)
            for path in old_sums.keys() - files.keys():
                self._remove(self.folder / path)
            write(self.folder / MARKER, _marker_text(new_sums))
        except ProblemsFound as error:
            raise PartlyWritten(error.problems) from error

    def _foreign(self, files: Iterable[str]) -> Iterable[Problem]:
        for path in files:
            target = self.folder / path
            fix = "remove it, or choose another folder"
            if not is_inside(target.parent, self.folder):
                yield Problem(Place(str(target)), "EXPORT-FOREIGN", "a link to a file outside the folder", fix)
            elif path not in (self.former or {}) and (target.exists() or target.is_symlink()):
                yield Problem(Place(str(target)), "EXPORT-FOREIGN", "the file already exists and is not from an export", fix)

    def _changed(self, former: Mapping[str, frozenset[str]]) -> Iterable[Problem]:
        for path, sums in former.items():
            target = self.folder / path
            if target.is_file() and _sum(target.read_bytes()) not in sums:
                message = "the file was changed after the export"
                yield Problem(Place(str(target)), "EXPORT-CHANGED", message, "keep a copy and run again with --force, or choose another folder")

    def _remove(self, path: Path) -> None:
        if not is_inside(path.parent, self.folder):
            return
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent == self.folder or not parent.is_dir() or any(parent.iterdir()):
                return
            parent.rmdir()


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _marker_text(sums: Mapping[str, frozenset[str]]) -> bytes:
    return (MARKER_HEADER + "".join(f"{sum}  {path}\n" for path in sorted(sums) for sum in sorted(sums[path]))).encode()


def _read_marker(marker: Path) -> dict[str, frozenset[str]]:
    sums: dict[str, frozenset[str]] = {}
    for number, line in enumerate(marker.read_text(encoding="utf-8", errors="replace").split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        match = MARKER_LINE.fullmatch(line)
        if match is None or PurePosixPath(match[2]).is_absolute() or ".." in PurePosixPath(match[2]).parts:
            message = "invalid line in the list of exported files"
            raise ProblemsFound(
                [Problem(Place(str(marker), number), "EXPORT-MARKER", message, "choose another folder; this list was changed by hand")]
            )
        sums[match[2]] = sums.get(match[2], frozenset()) | {match[1]}
    return sums
