"""`roadmap set`: change a field of an entry, or of the roadmap itself."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from learning_roadmap.cli.changes import change, edit_options
from learning_roadmap.cli.completion import ids_of


def _complete_fields(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from learning_roadmap.edit import own_fields
    from learning_roadmap.model import KINDS, fields_in, names_in, record_of, shape_of

    names: dict[str, None] = {}
    for fields in (own_fields(), *(fields_in(kind.model) for kind in KINDS)):
        for name, field in fields.items():
            record = record_of(field) if shape_of(field) == "record" else None
            names |= dict.fromkeys(f"{name}.{inner}" for inner in names_in(record)) if record else {name: None}
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def _complete_entries(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    own = [CompletionItem("roadmap", help="The roadmap itself")] if "roadmap".startswith(incomplete) else []
    return [*own, *ids_of()(context, parameter, incomplete)]


@click.command("set")
@click.argument("entry", shell_complete=_complete_entries)
@click.argument("field", shell_complete=_complete_fields)
@click.argument("values", metavar="[VALUE]...", nargs=-1)
@click.option("--add", "is_added", is_flag=True, help="Add the values to a list.")
@click.option("--remove", "is_removed", is_flag=True, help="Remove the values from a list.")
@edit_options
def set_command(entry: str, field: str, values: tuple[str, ...], is_added: bool, is_removed: bool, data: Path, dry_run: bool, reformat: bool) -> None:
    """Change a field of an entry, or of the roadmap.

    ENTRY is an id, a title or kind:id; 'roadmap' is the roadmap itself, with its title, description and license. FIELD is a name
    in the data file, such as hours, also, status.since or checked.in; an unknown one lists all. An empty VALUE ("") removes an
    optional field. A list gets all VALUES, in place of what it had or with --add or --remove. A question is --add QUESTION ANSWER,
    a part of a resource --add TITLE ADDRESS, a skill --add ENTRY REASON.
    """
    from learning_roadmap import edit

    if is_added and is_removed:
        raise click.UsageError("--add and --remove cannot be combined.")
    if not values:
        raise click.UsageError('Missing VALUE. An empty one ("") removes the field.')
    how = edit.How.ADD if is_added else edit.How.REMOVE if is_removed else edit.How.REPLACE
    change(data, dry_run, reformat, lambda session: edit.set_field(session, entry, field, values, how))
