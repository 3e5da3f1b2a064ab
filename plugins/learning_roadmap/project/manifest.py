"""The manifest of sources: the documents in their order, with ids and titles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from learning_roadmap.datafile import Block, TreeReader, explain, position, rejections
from learning_roadmap.diagnostics import Place, Problem, ProblemsFound, excerpt
from learning_roadmap.model import Document, Id, Record, Text, id_of, record
from learning_roadmap.project.paths import is_inside, is_relative, realpath
from learning_roadmap.text import MEBIBYTE, read_text

if TYPE_CHECKING:  # only for type checking: finding documents must not load the reader
    from learning_roadmap.sources import Reading

MANIFEST = "manifest.yml"
COPY = "put the document itself into the folder"


@record
class Listed(Record):
    """A document of the manifest."""

    id: Id
    file: Text
    title: Text | None = None


@record
class Manifest(Record):
    """All documents, in the order in which they are merged."""

    documents: tuple[Listed, ...] = ()


@dataclass(frozen=True)
class Source:
    """A document to read: its file and its entry in the manifest."""

    path: Path
    listed: Listed | None = None

    def titled(self, reading: "Reading") -> "Reading":
        """The reading without the warning that it has no title, when the manifest gives one."""
        if not (self.listed and self.listed.title):
            return reading
        return replace(reading, warnings=tuple(w for w in reading.warnings if w.code != "MD-NOTITLE"))

    def document(self, reading: "Reading") -> Document:
        """The document of a reading, with the id and title of the manifest if it has them.

        Raises:
            ProblemsFound: when the file name is not valid in the data file.
        """
        title = (self.listed and self.listed.title) or reading.title or self.path.stem.replace("-", " ").replace("_", " ").title()
        try:
            return Document(
                id=self.listed.id if self.listed else id_of(self.path.stem),
                title=title,
                file=self.listed.file if self.listed else self.path.name,
                level=reading.level,
                updated=reading.updated,
                outline=reading.outline,
            )
        except ValidationError as error:
            raise ProblemsFound(
                Problem(Place(str(self.path)), rejection.code, rejection.message, "rename the file") for _, rejection in rejections(error)
            ) from None


def read_manifest(path: Path) -> Manifest:
    """The manifest in the folder of documents; an empty one if there is no file.

    Raises:
        ProblemsFound: with every problem.
    """
    if not path.exists():
        return Manifest()
    text = read_text(path, MEBIBYTE)
    reader = TreeReader(text)
    tree = reader.read()
    if reader.problems or not isinstance(tree, Block):
        problems = reader.problems or [Problem(Place(str(path)), "SCH-ROOT", "the file is not a mapping of fields", "begin with 'documents:'")]
        raise ProblemsFound(problems)
    try:
        manifest = Manifest.model_validate(tree)
    except ValidationError as error:
        raise ProblemsFound(explain(error, tree, str(path), Manifest)) from None
    if problems := list(_outside(manifest, tree, path)):
        raise ProblemsFound(problems)
    return manifest


def _outside(manifest: Manifest, tree: Block, path: Path) -> Iterator[Problem]:
    """Problems for files outside of the manifest's folder. Documents are published, and a pull request can contain a manifest."""
    for number, entry in enumerate(manifest.documents):
        mark = position(tree, ("documents", number, "file"))
        if not is_relative(entry.file):
            message = f"'{excerpt(entry.file)}' is not a path inside the folder of the manifest"
            yield Problem.at(str(path), mark, "SRC-OUTSIDE", message, "move the document into that folder, and write its path relative to it")
        elif not is_inside(path.parent / entry.file, path.parent):
            yield Problem.at(str(path), mark, "SRC-OUTSIDE", f"'{excerpt(entry.file)}' is a link to a file outside the folder of the manifest", COPY)


def find_sources(folder: Path, files: Sequence[Path] = ()) -> list[Source]:
    """The documents to read: ``files`` if there are any, else those of the manifest and all other Markdown files of the folder.

    Raises:
        ProblemsFound: when the manifest is invalid or lists a missing file, or a link leads out of the folder.
    """
    if (folder / MANIFEST).is_symlink() and not is_inside(folder / MANIFEST, folder):
        raise ProblemsFound([_link_problem(folder / MANIFEST)])
    manifest = read_manifest(folder / MANIFEST)
    listed = {realpath(folder / entry.file): entry for entry in manifest.documents}
    if files:
        return [Source(path, listed.get(realpath(path)) or _by_name(manifest, path)) for path in files]
    missing = [
        Problem(Place(str(folder / MANIFEST)), "SRC-MISSING", f"file not found: '{excerpt(entry.file)}'", "add it, or remove it from the manifest")
        for path, entry in listed.items() if not path.exists()
    ]  # fmt: skip
    if missing:
        raise ProblemsFound(missing)
    sources = [Source(folder / entry.file, entry) for entry in manifest.documents]
    others = sorted(path for path in folder.glob("*.md") if realpath(path) not in listed)
    if problems := [_link_problem(path) for path in others if not is_inside(path, folder)]:
        raise ProblemsFound(problems)
    return sources + [Source(path) for path in others]


def _link_problem(path: Path) -> Problem:
    return Problem(Place(str(path)), "SRC-OUTSIDE", "a link to a file outside its folder", COPY)


def _by_name(manifest: Manifest, path: Path) -> Listed | None:
    return next((entry for entry in manifest.documents if entry.file == path.name), None)
