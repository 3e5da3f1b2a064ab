"""The files of a new project, with a data file imported from its document."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from learning_roadmap import __version__
from learning_roadmap.check import check_text
from learning_roadmap.datafile import ID_FIX, one_line, schema_text, write_roadmap
from learning_roadmap.diagnostics import Invalid, Option, Place, Problem, ProblemsFound, excerpt
from learning_roadmap.merge import import_documents
from learning_roadmap.model import Id, Text, id_of, slug
from learning_roadmap.pages import coded
from learning_roadmap.project import Listed, Source, realpath
from learning_roadmap.starter.existing_site import is_data_published, site_file
from learning_roadmap.starter.requirement import DISTRIBUTION, requirement
from learning_roadmap.starter.rollback import conflicts
from learning_roadmap.text import decode

STARTER_FILES = Path(__file__).parent / "files"
SAMPLE = STARTER_FILES / "sample.md"
DATA_PATH = "content/roadmap.yml"
SCHEMA_PATH = "content/roadmap.schema.json"
VALUE_MARK = re.compile("«([a-z-]+)»")

# The path of each starter file in the project. The names here are not recognized by any tool.
# A site that exists gets only what the roadmap needs; everything else is up to its owner.
ROADMAP_PATHS = {"manifest.yml": "content/sources/manifest.yml"}
# Files of a project that may exist already, and stay as they are.
SITE_PATHS = {
    "mkdocs.yml": "mkdocs.yml",
    "index.md": "content/pages/index.md",
    "privacy.md": "content/pages/privacy.md",
    "source.html": "overrides/partials/source.html",
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    "gitignore.txt": ".gitignore",
    "pages.yml": ".github/workflows/pages.yml",
    "check.yml": ".github/workflows/check.yml",
}
# The dashboard exists if there is something to tick.
BACKUP = "[Backup & sync](dashboard/backup.md)"


@dataclass(frozen=True)
class ProjectOptions:
    """Options of a new project. What is not set comes from the document.

    Attributes:
        document: the document to start from.
        title: of the roadmap and the site.
        id: of the roadmap, part of the keys of stored progress. Made from the title and the folder's name by default.
        install_from: the repository or path to install this package from; the package index by default.
    """

    document: Path = SAMPLE
    title: str | None = None
    id: str | None = None
    install_from: str | None = None


def new_project(
    folder: Path, options: ProjectOptions, progress: Callable[[str], None] = lambda text: None
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Every file to write by its path, and the warnings about the document. A folder with a site gets a roadmap only; its files stay.

    Raises:
        ProblemsFound: when the title, id or document is invalid, or ``folder`` already contains a roadmap.
    """
    name = id_of(options.document.stem)
    document = f"content/sources/{name}.md"
    kept = kept_files(folder)
    paths = {name: path for name, path in (ROADMAP_PATHS | (SITE_PATHS if site_file(folder) is None else {})).items() if path not in kept}
    problems = [*_invalid_options(options), *conflicts(folder, (*paths.values(), document, DATA_PATH, SCHEMA_PATH)), *_published_data(folder)]
    if problems:
        raise ProblemsFound(problems)
    source = Source(options.document, Listed(id=name, file=f"{name}.md"))
    imported = import_documents(folder / DATA_PATH, [source], progress)
    title = options.title or imported.roadmap.title
    id = options.id or own_id(title, folder)
    roadmap = imported.roadmap.model_copy(update={"title": title, "id": id})
    values = {
        # MkDocs and its themes print the name of a site as HTML, between quotes too.
        "site-name": one_line(escape(title)),
        "title-markdown": coded(title, " ,'-?!()"),
        "document-id": one_line(name),
        "document-file": one_line(f"{name}.md"),
        "backup": BACKUP if roadmap.phases else "Backup & sync",
        "requirement": requirement(options.install_from, __version__) or "",
    }
    files = {path: _filled(STARTER_FILES / name, values).encode() for name, path in paths.items()}
    files[document] = options.document.read_bytes()
    files[DATA_PATH] = write_roadmap(roadmap).encode()
    text = decode(files[DATA_PATH], str(options.document))
    if errors := check_text(text, folder / DATA_PATH).errors:
        raise ProblemsFound(replace(problem, location=Place(str(options.document))) for problem in errors)
    files[SCHEMA_PATH] = schema_text().encode()
    return files, imported.warnings


def kept_files(folder: Path, install_from: str | None = None) -> dict[str, tuple[str, ...]]:
    """The files of a new project that exist already and are kept, with the lines that they lack; none if there is a site."""
    if site_file(folder) is not None:
        return {}
    wanted = {
        ".gitignore": (STARTER_FILES / "gitignore.txt").read_text("utf-8").split(),
        "requirements.txt": [requirement(install_from, __version__) or ""],
    }
    kept = {}
    for path in SITE_PATHS.values():
        if (folder / path).is_file():
            text = (folder / path).read_text("utf-8", "replace") if path in wanted else ""
            lines = {line.strip().strip("/") for line in text.splitlines()}
            is_required = path == "requirements.txt" and DISTRIBUTION in text
            kept[path] = tuple(line for line in wanted.get(path, ()) if not is_required and line.strip("/") not in lines)
    return kept


def _published_data(folder: Path) -> Iterator[Problem]:
    if (site := site_file(folder)) and is_data_published(site, folder / DATA_PATH):
        message = f"its docs_dir contains '{DATA_PATH}', so the site would publish the data and the documents as pages"
        yield Problem(Place(str(site)), "INIT-SITE", message, "set docs_dir to a folder of the pages alone, such as content/pages")


def own_id(title: str, folder: Path) -> str:
    """An id for the roadmap of a folder. Two projects that start from the same document get different ids.

    >>> own_id("Bread", Path("/home/me/bread")), own_id("Learning the violin", Path("/home/me/my-course"))
    ('bread', 'learning-the-violin-my-course')
    """
    name, place = slug(title, 40), realpath(folder).name
    return id_of(title, 40) if not place or slug(place, 39) == name else f"{name}-{slug(place, 39)}"


def _filled(path: Path, values: dict[str, str]) -> str:
    return VALUE_MARK.sub(lambda marker: values[marker[1]], path.read_text(encoding="utf-8"))


def _invalid_options(options: ProjectOptions) -> Iterator[Problem]:
    if requirement(options.install_from, __version__) is None:
        message = f"'{excerpt(options.install_from or '', 60)}' is neither the address of a repository nor an existing path"
        yield Problem(
            Option("--install-from"), "SCH-INSTALL-FROM", message, "use the https:// address of a Git repository, or the path of a local copy"
        )
    for field, kind, value, fix in (
        ("title", Text, options.title, "write one line of plain text, at most 4,000 characters"),
        ("id", Id, options.id, ID_FIX),
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
