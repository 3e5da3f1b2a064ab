"""`roadmap suggestion`: an issue's form becomes a change, ready for a pull request."""

from pathlib import Path

import click

from mkdocs_roadmap.commands.common import SOURCES, data_option, people_friendly, say, write_whole
from mkdocs_roadmap.problems import Problem, ProblemsFound, visible
from mkdocs_roadmap.suggestions import Applied, Suggestion, apply, read_event, telling
from mkdocs_roadmap.suggestions.applying import Paths
from mkdocs_roadmap.suggestions.form import answers
from mkdocs_roadmap.suggestions.reading import read_forms


@click.command()
@click.argument("event", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder for the words of the pull request.")
@click.option("--forms", type=click.Path(path_type=Path), default=Path(".github/ISSUE_TEMPLATE"), show_default=True, help="Folder of the forms.")
@data_option
@click.option("--sources", type=click.Path(path_type=Path), default=SOURCES, show_default=True, help="Folder of documents and manifest.")
def suggestion(event: Path, out: Path, forms: Path, data: Path, sources: Path) -> None:
    """Carry out the suggestion in EVENT, the file of the event that labelled an issue.

    Writes the data file, and into OUT the title, text and comment of a pull request; or, when the suggestion cannot be
    carried out for whatever reason, only the comment for its issue, and ends with exit code 1.
    """
    with people_friendly():
        try:
            told, done = _carried_out(event, forms, Paths(data, sources))
            for path, text in done.files.items():
                write_whole(path, text)
        except ProblemsFound as found:
            write_whole(out / "comment.md", telling.refusal(found.problems))
            raise
        except OSError as error:
            fix = "a maintainer has to look at the run"
            problem = Problem(Path(error.filename or "a file").name, 1, 1, "FILE", f"cannot be read or written: {error.strerror}", fix)
            write_whole(out / "comment.md", telling.refusal([problem]))
            raise
        write_whole(out / "title.txt", telling.title(told, done.changes) + "\n")
        write_whole(out / "body.md", telling.body(told))
        write_whole(out / "comment.md", telling.comment(done.changes, done.findings.warnings))
        for line in done.said:
            say(visible(line))


def _carried_out(event: Path, forms: Path, paths: Paths) -> tuple[Suggestion, Applied]:
    """The suggestion and what it comes to; nothing is written yet."""
    told = read_event(event)
    known = read_forms(forms)
    if told.kind not in known:
        message = f"there is no form for {told.kind!r}"
        raise ProblemsFound([Problem(told.name, 1, 1, "FORM-EVENT", message, "use one of the forms of this repository")])
    form = known[told.kind]
    return told, apply(form, answers(form, told.text, told.name), paths)
