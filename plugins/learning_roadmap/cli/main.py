"""The command `roadmap` and the list of its subcommands."""

from importlib import import_module

import click

from learning_roadmap import __version__
from learning_roadmap.diagnostics import did_you_mean, visible

# Command name: module and attribute. A module is imported only when its command is called.
COMMANDS = {
    "add": "add:add_group",
    "cache": "cache:cache_command",
    "check": "check:check_command",
    "diff": "diff:diff",
    "export": "export:export",
    "fmt": "edit:fmt",
    "guide": "guide:guide",
    "init": "init:init",
    "import": "documents:import_command",
    "links": "links:links",
    "merge": "edit:merge_command",
    "migrate": "migrate:migrate_command",
    "move": "edit:move_command",
    "papers": "papers:papers",
    "path": "path:path",
    "rename": "edit:rename_command",
    "retire": "edit:retire_command",
    "schema": "check:schema",
    "sources": "documents:sources",
    "split": "edit:split_command",
    "stats": "stats:stats",
    "suggestion": "suggestion:suggestion",
}


class Commands(click.Group):
    """A group that imports a subcommand when it is called."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of all subcommands, sorted."""
        return sorted(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The subcommand of that name, or None."""
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name].partition(":")
        command: click.Command = getattr(import_module(f"learning_roadmap.cli.{module}"), attribute)
        return command

    def resolve_command(self, context: click.Context, arguments: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that the arguments begin with, and the rest of them.

        Raises:
            UsageError: for an unknown command, with the nearest one.
        """
        name = arguments[0]
        if name not in COMMANDS and not name.startswith("-") and not context.resilient_parsing:
            fix = did_you_mean(name, COMMANDS, "'roadmap --help' lists all commands")
            context.fail(f"unknown command '{visible(name)}' — {fix}")
        return super().resolve_command(context, arguments)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__)
def main() -> None:
    """Merge, check and publish learning roadmaps."""
