"""`roadmap suggestion`: turn an issue form into a change for a pull request."""

from pathlib import Path

import click

from learning_roadmap.cli.common import SOURCES, data_option, reporting_errors, say, write_atomic
from learning_roadmap.diagnostics import Place, Problem, ProblemsFound, visible
from learning_roadmap.suggestions import Applied, Paths, Suggestion, answers, apply, read_event, read_forms, reply


@click.command()
@click.argument("event", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder for the text of the pull request.")
@click.option("--forms", type=click.Path(path_type=Path), default=Path(".github/ISSUE_TEMPLATE"), show_default=True, help="Folder of issue forms.")
@data_option
@click.option("--sources", type=click.Path(path_type=Path), default=SOURCES, show_default=True, help="Folder with the documents and their manifest.")
def suggestion(event: Path, out: Path, forms: Path, data: Path, sources: Path) -> None:
    """Apply the suggestion of a labelled issue.

    EVENT is the GitHub event file of the label. Writes the data file, and the title, text and comment of a
    pull request into OUT. If the suggestion cannot be applied, writes only the comment for the issue; exit code 1.
    """
    with reporting_errors():
        try:
            told, done = _carried_out(event, forms, Paths(data, sources))
            for path, text in done.files.items():
                write_atomic(path, text)
        except ProblemsFound as found:
            write_atomic(out / "comment.md", reply.refusal(found.problems))
            raise
        except OSError as error:
            fix = "a maintainer has to look at the run"
            problem = Problem(Place(Path(error.filename or "a file").name), "FILE", f"cannot be read or written: {error.strerror}", fix)
            write_atomic(out / "comment.md", reply.refusal([problem]))
            raise
        write_atomic(out / "title.txt", reply.title(told, done.changes) + "\n")
        write_atomic(out / "body.md", reply.body(told))
        write_atomic(out / "comment.md", reply.comment(done.changes, done.findings.warnings))
        for line in done.said:
            say(visible(line))


def _carried_out(event: Path, forms: Path, paths: Paths) -> tuple[Suggestion, Applied]:
    """The suggestion and what it comes to; nothing is written yet."""
    told = read_event(event)
    known = read_forms(forms)
    if told.kind not in known:
        message = f"there is no form for {told.kind!r}"
        raise ProblemsFound([Problem(Place(told.name), "FORM-EVENT", message, "use one of the forms of this repository")])
    form = known[told.kind]
    return told, apply(form, answers(form, told.text, told.name), paths)
