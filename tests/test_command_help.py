"""The command's help: one complete line for each command, and a description for each option."""

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from learning_roadmap.cli.main import main


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


ALL = list(commands(main))


@pytest.mark.parametrize("arguments", [(), ("add",)], ids=["roadmap", "roadmap add"])
def test_no_summary_is_cut_off(arguments: tuple[str, ...]) -> None:
    text = CliRunner().invoke(main, [*arguments, "--help"], terminal_width=80).stdout
    summaries = text.partition("Commands:")[2].strip()
    assert summaries and "..." not in summaries


@pytest.mark.parametrize(("path", "command"), ALL, ids=[" ".join(path) for path, _ in ALL])
def test_every_command_and_option_has_a_one_line_description(path: tuple[str, ...], command: click.Command) -> None:
    summary = (command.help or "").split("\n")[0]
    assert summary.endswith(".") and len(summary) <= 70
    undescribed = [option.name for option in command.params if isinstance(option, click.Option) and not option.help]
    assert not undescribed
