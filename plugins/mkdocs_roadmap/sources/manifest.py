"""The manifest of sources: which documents, in which order, and what they cannot say of themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import Field, ValidationError

from mkdocs_roadmap.datafile.explain import explain
from mkdocs_roadmap.datafile.tree import Block, TreeReader
from mkdocs_roadmap.merge.names import slug
from mkdocs_roadmap.model.documents import Document
from mkdocs_roadmap.model.fields import Id, Record, Text
from mkdocs_roadmap.problems import Problem, ProblemsFound
from mkdocs_roadmap.sources.reader import Reading
from mkdocs_roadmap.text import MEBIBYTE, read_text

NAME = "manifest.yml"


class Listed(Record):
    """A document of the manifest."""

    id: Id
    file: Text
    title: Text | None = None


class Manifest(Record):
    """All documents, in the order in which they are merged."""

    documents: tuple[Listed, ...] = Field(default=())


@dataclass(frozen=True)
class Source:
    """A document to read: its file, and what the manifest says of it."""

    path: Path
    listed: Listed | None = None

    def titled(self, reading: Reading) -> Reading:
        """The reading without the warning that it has no title, when the manifest gives one."""
        if not (self.listed and self.listed.title):
            return reading
        return replace(reading, warnings=tuple(w for w in reading.warnings if w.code != "MD-NOTITLE"))

    def document(self, reading: Reading) -> Document:
        """The document that a reading gives, under the id and title of the manifest where it has them."""
        title = (self.listed and self.listed.title) or reading.title or self.path.stem.replace("-", " ").replace("_", " ").title()
        return Document(
            id=self.listed.id if self.listed else slug(self.path.stem),
            title=title,
            file=self.listed.file if self.listed else self.path.name,
            level=reading.level,
            updated=reading.updated,
            outline=reading.outline,
        )


def read_manifest(path: Path) -> Manifest:
    """The manifest beside the sources; an empty one when there is none.

    Raises:
        ProblemsFound: with every problem.
    """
    if not path.exists():
        return Manifest()
    text = read_text(path, MEBIBYTE)
    reader = TreeReader(text)
    tree = reader.read()
    if reader.problems or not isinstance(tree, Block):
        problems = reader.problems or [Problem(str(path), 1, 1, "SCH-ROOT", "no mapping", "begin with 'documents:'")]
        raise ProblemsFound(problems)
    try:
        return Manifest.model_validate(tree)
    except ValidationError as error:
        raise ProblemsFound(explain(error, tree, str(path))) from None


def find_sources(folder: Path, files: Sequence[Path] = ()) -> list[Source]:
    """The documents to read: the given files, else all that the manifest lists, else all Markdown files of the folder.

    Raises:
        ProblemsFound: when the manifest is wrong, or lists a file that is not there.
    """
    manifest = read_manifest(folder / NAME)
    listed = {(folder / entry.file).resolve(): entry for entry in manifest.documents}
    if files:
        return [Source(path, listed.get(path.resolve()) or _by_name(manifest, path)) for path in files]
    missing = [
        Problem(str(folder / NAME), 1, 1, "SRC-MISSING", f"there is no file {entry.file}", "add it, or take it off the list")
        for path, entry in listed.items() if not path.exists()
    ]  # fmt: skip
    if missing:
        raise ProblemsFound(missing)
    sources = [Source(folder / entry.file, entry) for entry in manifest.documents]
    others = sorted(path for path in folder.glob("*.md") if path.resolve() not in listed)
    return sources + [Source(path) for path in others]


def _by_name(manifest: Manifest, path: Path) -> Listed | None:
    return next((entry for entry in manifest.documents if entry.file == path.name), None)
