"""What a new project consists of: each file with its content, made of a document by a real import."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from learning_roadmap import __version__
from learning_roadmap.datafile import ID_FIX, one_line, schema_text, write_roadmap
from learning_roadmap.diagnostics import Invalid, Option, Problem, ProblemsFound, excerpt
from learning_roadmap.merge import import_documents
from learning_roadmap.model import Id, Text, id_of, slug
from learning_roadmap.pages import coded
from learning_roadmap.project import Listed, Source, realpath
from learning_roadmap.starter.requirement import requirement
from learning_roadmap.starter.writing import in_the_way

FILES = Path(__file__).parent / "files"
SAMPLE = FILES / "sample.md"
DATA = "content/roadmap.yml"
SCHEMA = "content/roadmap.schema.json"
MARKER = re.compile("«([a-z-]+)»")

# Where each file of the starter goes. Their names here are such that no tool takes them for its own.
COPIED = {
    "mkdocs.yml": "mkdocs.yml",
    "index.md": "content/pages/index.md",
    "manifest.yml": "content/sources/manifest.yml",
    "source.html": "overrides/partials/source.html",
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    "gitignore.txt": ".gitignore",
    "pages.yml": ".github/workflows/pages.yml",
    "check.yml": ".github/workflows/check.yml",
}
START = "{{ start() }} [Study guide, PDF](study-guide.pdf){ .md-button }"


@dataclass(frozen=True)
class ProjectOptions:
    """What is asked of a new project; the document says what is not asked.

    Attributes:
        document: the document to begin with.
        title: of the roadmap and the site.
        id: of the roadmap; every learner's ticks are kept under it. Made of the title and the folder's name if not given.
        install_from: the repository or path from which this package is installed; the package index if not given.
    """

    document: Path = SAMPLE
    title: str | None = None
    id: str | None = None
    install_from: str | None = None


def new_project(
    folder: Path, wishes: ProjectOptions, progress: Callable[[str], None] = lambda text: None
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Every file of a new project by its path, and what is odd about its document.

    Raises:
        ProblemsFound: when the title, the id or the document cannot be taken, or something is in the way in ``folder``.
    """
    name = id_of(wishes.document.stem)
    document = f"content/sources/{name}.md"
    if problems := [*_unfit(wishes), *in_the_way(folder, (*COPIED.values(), document, DATA, SCHEMA))]:
        raise ProblemsFound(problems)
    source = Source(wishes.document, Listed(id=name, file=f"{name}.md"))
    imported = import_documents(folder / DATA, [source], progress)
    title = wishes.title or imported.roadmap.title
    id = wishes.id or own_id(title, folder)
    roadmap = imported.roadmap.model_copy(update={"title": title, "id": id})
    words = {
        # MkDocs and its themes print the name of a site as HTML, between quotes too.
        "site-name": one_line(escape(title)),
        "title-markdown": coded(title, " ,'-?!()"),
        "document-id": one_line(name),
        "document-file": one_line(f"{name}.md"),
        "buttons": START if roadmap.phases else "",
        "requirement": requirement(wishes.install_from, __version__) or "",
    }
    made = {path: _filled(FILES / name, words).encode() for name, path in COPIED.items()}
    made[document] = wishes.document.read_bytes()
    made[DATA] = write_roadmap(roadmap).encode()
    made[SCHEMA] = schema_text().encode()
    return made, imported.warnings


def own_id(title: str, folder: Path) -> str:
    """An id for the roadmap of a folder: two projects that begin with the same document are two roadmaps.

    >>> own_id("Bread", Path("/home/me/bread")), own_id("Learning the violin", Path("/home/me/my-course"))
    ('bread', 'learning-the-violin-my-course')
    """
    name, place = slug(title, 40), realpath(folder).name
    return id_of(title, 40) if not place or slug(place, 39) == name else f"{name}-{slug(place, 39)}"


def _filled(path: Path, words: dict[str, str]) -> str:
    return MARKER.sub(lambda found: words[found[1]], path.read_text(encoding="utf-8"))


def _unfit(wishes: ProjectOptions) -> Iterator[Problem]:
    if requirement(wishes.install_from, __version__) is None:
        what = f"'{excerpt(wishes.install_from or '', 60)}' is neither the address of a repository nor an existing path"
        yield Problem(Option("--install-from"), "SCH-INSTALL-FROM", what, "use the https:// address of a Git repository, or the path of a local copy")
    for field, kind, value, fix in (
        ("title", Text, wishes.title, "write one line of plain text, at most 4,000 characters"),
        ("id", Id, wishes.id, ID_FIX),
    ):
        try:
            if value is not None:
                TypeAdapter(kind).validate_python(value)
        except ValidationError as error:
            invalid = error.errors(include_url=False)[0].get("ctx", {}).get("error")
            code, message = f"SCH-{field.upper()}", f"'{excerpt(value or '', 40)}' is not a valid {field}"
            if isinstance(invalid, Invalid):
                message, fix = invalid.message, invalid.fix
            yield Problem(Option(f"--{field}"), code, message, fix)
