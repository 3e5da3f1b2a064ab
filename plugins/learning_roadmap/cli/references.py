"""`roadmap need`, `attach` and `detach`: what one entry has to do with another."""

from collections.abc import Sequence
from pathlib import Path

import click

from learning_roadmap.cli.changes import change, edit_options
from learning_roadmap.cli.completion import ids_of
from learning_roadmap.cli.kinds import KindCommands

MATERIALS = {"resource": "resources", "paper": "papers"}


@click.command("need")
@click.argument("entry", shell_complete=ids_of("sections", "topics"))
@click.argument("topic", shell_complete=ids_of("topics"))
@click.option("--because", metavar="REASON", help="What of TOPIC is used in ENTRY.")
@click.option("--remove", is_flag=True, help="Remove the prerequisite.")
@edit_options
def need_command(entry: str, topic: str, because: str | None, remove: bool, data: Path, dry_run: bool, reformat: bool) -> None:
    """Make a topic a prerequisite of another.

    ENTRY, a topic or section, then needs TOPIC. Each is an id or a title. For an existing prerequisite, --because changes the reason.
    """
    from learning_roadmap import edit

    if remove and because is not None:
        raise click.UsageError("--because and --remove cannot be combined.")
    if remove:
        change(data, dry_run, reformat, lambda session: edit.remove_need(session, entry, topic))
    else:
        change(data, dry_run, reformat, lambda session: edit.need(session, entry, topic, because))


def _commands(verb: str, summary: str, details: str) -> Sequence[click.Command]:
    """The commands that attach or detach each kind of material."""

    def command_for(kind: str, list_name: str) -> click.Command:
        def command(material: str, topics: tuple[str, ...], data: Path, dry_run: bool, reformat: bool, part: str | None = None) -> None:
            from learning_roadmap import edit

            operation = edit.attach if verb == "attach" else edit.detach
            change(data, dry_run, reformat, lambda session: operation(session, kind, material, topics, part))

        arguments: list[click.Parameter] = [
            click.Argument(["material"], metavar=kind.upper(), shell_complete=ids_of(list_name)),
            click.Argument(["topics"], metavar="TOPIC...", nargs=-1, required=True, shell_complete=ids_of("topics")),
        ]
        if kind == "resource":
            arguments.append(click.Option(["--part"], metavar="PART", help="Part of the resource, by id or title, instead of the whole."))
        return edit_options(click.Command(kind, callback=command, params=arguments, help=f"{summary.format(kind)}\n\n{details}"))

    return [command_for(kind, list_name) for kind, list_name in MATERIALS.items()]


@click.group(
    "attach",
    cls=KindCommands,
    commands=_commands("attach", "Add a {} to topics.", "It is added at the end of what each TOPIC has. Name each by id or title."),
)
def attach_group() -> None:
    """Add a resource or paper to topics."""


@click.group(
    "detach", cls=KindCommands, commands=_commands("detach", "Remove a {} from topics.", "The entry itself stays. Name each by id or title.")
)
def detach_group() -> None:
    """Remove a resource or paper from topics."""
