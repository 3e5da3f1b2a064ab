"""`roadmap suggestion`: turn an issue form into a change for a pull request."""

from pathlib import Path

import click

from learning_roadmap.cli.common import inform, reporting_errors, require_file, write_atomic
from learning_roadmap.cli.options import data_option, forms_option, quiet_option, sources_option
from learning_roadmap.cli.replacement import replacing
from learning_roadmap.diagnostics import Place, Problem, ProblemsFound, visible
from learning_roadmap.suggestions import Applied, Paths, Suggestion, answers, apply, read_event, read_forms, reply


@click.command()
@click.argument("event", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder for the text of the pull request.")
@forms_option
@data_option
@sources_option
@quiet_option
def suggestion(event: Path, out: Path, forms: Path, data: Path, sources: Path) -> None:
    """Apply the suggestion of a labelled issue.

    EVENT is the GitHub event file of the label. Writes the data file, and the title, text and comment of a
    pull request into OUT. If the suggestion cannot be applied, writes only the comment for the issue; exit code 1.
    """
    with reporting_errors(), replacing(data) as replace:
        require_file("EVENT", event)
        try:
            suggested, applied = _apply_event(event, forms, Paths(data, sources))
            for path, text in applied.files.items():
                replace(text.encode()) if path == data else write_atomic(path, text)
        except ProblemsFound as error:
            write_atomic(out / "comment.md", reply.refusal(error.problems))
            raise
        except OSError as error:
            fix = "a maintainer needs to look at the run"
            problem = Problem(Place(Path(error.filename or "a file").name), "FILE", f"cannot be read or written: {error.strerror}", fix)
            write_atomic(out / "comment.md", reply.refusal([problem]))
            raise
        write_atomic(out / "title.txt", reply.title(suggested, applied.changes) + "\n")
        write_atomic(out / "body.md", reply.body(suggested))
        write_atomic(out / "comment.md", reply.comment(applied.changes, applied.findings.warnings))
        for line in applied.messages:
            inform(visible(line))


def _apply_event(event: Path, forms: Path, paths: Paths) -> tuple[Suggestion, Applied]:
    """The suggestion and the change it results in. Writes nothing."""
    suggested = read_event(event)
    forms_by_kind = read_forms(forms)
    if suggested.kind not in forms_by_kind:
        message = f"unknown kind of suggestion '{visible(suggested.kind)}'"
        raise ProblemsFound([Problem(Place(suggested.name), "FORM-EVENT", message, "use one of the forms of this repository")])
    form = forms_by_kind[suggested.kind]
    return suggested, apply(form, answers(form, suggested.text, suggested.name), paths)
