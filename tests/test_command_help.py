"""The command's help: one complete line for each command, and a description for each option."""

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from learning_roadmap.cli.main import COMMANDS, main


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


ALL = list(commands(main))
# Commands that write other files than the data file.
WRITERS = ("export", "guide", "init", "schema", "suggestion")


@pytest.mark.parametrize("group", ["", "add", "attach", "detach"])
def test_no_summary_is_cut_off(group: str) -> None:
    text = CliRunner().invoke(main, [*group.split(), "--help"], terminal_width=80).stdout
    lines = [line.split(maxsplit=1) for line in text.splitlines()]
    for (*path, name), command in ALL:
        if path == group.split():
            assert [name, (command.help or "").split("\n")[0]] in lines


def test_the_summaries_of_the_list_are_those_of_the_commands() -> None:
    assert {name: listed.summary for name, listed in COMMANDS.items()} == {
        name: (command.help or "").split("\n")[0] for (name, *more), command in ALL if not more
    }


@pytest.mark.parametrize(("path", "command"), ALL, ids=[" ".join(path) for path, _ in ALL])
def test_every_command_has_help_a_quiet_option_and_json(path: tuple[str, ...], command: click.Command) -> None:
    """Groups have subcommands in place of options; commands that write other files than the data file have no output format."""
    assert CliRunner().invoke(main, [*path, "--help"]).stdout.startswith(f"Usage: main {' '.join(path)}")
    if isinstance(command, click.Group):
        return
    options = {flag: option for option in command.params for flag in option.opts}
    assert "--quiet" in options and "-q" in options
    assert path[0] in WRITERS or "json" in options["--format"].type.choices


@pytest.mark.parametrize(("path", "command"), ALL, ids=[" ".join(path) for path, _ in ALL])
def test_every_command_and_option_has_a_one_line_description(path: tuple[str, ...], command: click.Command) -> None:
    summary = (command.help or "").split("\n")[0]
    assert summary.endswith(".") and len(summary) <= 70
    undescribed = [option.name for option in command.params if isinstance(option, click.Option) and not option.help]
    assert not undescribed
