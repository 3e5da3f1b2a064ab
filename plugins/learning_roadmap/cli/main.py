"""The command `roadmap` and the list of its subcommands."""

from importlib import import_module
from typing import NamedTuple

import click
from click.shell_completion import CompletionItem

from learning_roadmap import __version__
from learning_roadmap.cli.options import quiet_option


class Listed(NamedTuple):
    """Where a command is defined, and what it does."""

    module: str
    attribute: str
    summary: str


# Commands by group, in the order of the help. A module is imported only when its command is called, so the summary stands here, too.
GROUPS: dict[str, dict[str, Listed]] = {
    "Read the roadmap": {
        "show": Listed("show", "show", "Show an entry and everything that refers to it."),
        "list": Listed("list", "list_command", "List entries, such as all topics without hours."),
        "search": Listed("search", "search", "Find entries by words, also misspelled ones."),
        "path": Listed("path", "path", "Print what to learn for a goal, in order and with reasons."),
        "stats": Listed("stats", "stats", "Print how complete the roadmap is, and how long it takes."),
        "papers": Listed("papers", "papers", "Print the papers as BibTeX or CSL-JSON."),
    },
    "Edit the roadmap": {
        "add": Listed("add", "add_group", "Add an entry to the roadmap."),
        "set": Listed("set", "set_command", "Change a field of an entry, or of the roadmap."),
        "need": Listed("references", "need_command", "Make a topic a prerequisite of another."),
        "attach": Listed("references", "attach_group", "Add a resource or paper to topics."),
        "detach": Listed("references", "detach_group", "Remove a resource or paper from topics."),
        "rename": Listed("edit", "rename_command", "Change the title of an entry."),
        "move": Listed("edit", "move_command", "Move an entry to another place."),
        "merge": Listed("edit", "merge_command", "Merge an entry into another one."),
        "split": Listed("edit", "split_command", "Split an entry into two or more."),
        "retire": Listed("edit", "retire_command", "Remove an entry and keep its id reserved."),
    },
    "Check the roadmap": {
        "check": Listed("check", "check_command", "Check the roadmap and report every problem."),
        "diff": Listed("diff", "diff", "Describe what changed since BASE."),
        "fmt": Listed("edit", "fmt", "Format the data file."),
        "links": Listed("links", "links", "Check every web address in the data file."),
        "migrate": Listed("migrate", "migrate_command", "Rewrite the data file in the present format."),
        "schema": Listed("check", "schema", "Write the JSON Schema of the data file."),
    },
    "Merge documents": {
        "import": Listed("documents", "import_command", "Merge documents into the data file."),
        "sources": Listed("documents", "sources", "Show what is read from the documents."),
        "suggestion": Listed("suggestion", "suggestion", "Apply the suggestion of a labelled issue."),
    },
    "Publish": {
        "init": Listed("init", "init", "Create a new roadmap project."),
        "guide": Listed("guide", "guide", "Write the study guide as a PDF."),
        "export": Listed("export", "export", "Export the site as Markdown, without this plugin."),
        "cache": Listed("cache", "cache_command", "Show the size of the build cache, or delete it."),
    },
}
COMMANDS = {name: listed for group in GROUPS.values() for name, listed in group.items()}

# What other tools call these commands.
OTHER_NAMES = {
    **dict.fromkeys(("remove", "delete", "rm", "del"), "retire"),
    **dict.fromkeys(("edit", "change", "update"), "set"),
    **dict.fromkeys(("require", "depend", "prerequisite"), "need"),
    **dict.fromkeys(("create", "new"), "add"),
    **dict.fromkeys(("find", "grep"), "search"),
    **dict.fromkeys(("view", "get", "info", "cat"), "show"),
    **dict.fromkeys(("validate", "lint", "verify"), "check"),
    "ls": "list",
    "mv": "move",
    "format": "fmt",
    "link": "attach",
    "unlink": "detach",
    "upgrade": "migrate",
    "pdf": "guide",
}
UNDO = "commands do not undo others; 'git restore -- FILE' brings back the last committed version of a file"


class Commands(click.Group):
    """A group that imports a subcommand when it is called."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of all subcommands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The subcommand of that name, or None."""
        if name not in COMMANDS:
            return None
        listed = COMMANDS[name]
        command: click.Command = getattr(import_module(f"learning_roadmap.cli.{listed.module}"), listed.attribute)
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of all subcommands, without importing them."""
        width = max(map(len, COMMANDS))
        for heading, group in GROUPS.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(width), listed.summary) for name, listed in group.items()])

    def shell_complete(self, context: click.Context, incomplete: str) -> list[CompletionItem]:
        """The subcommands that begin with a text, without importing them, and the group's options."""
        names = [CompletionItem(name, help=listed.summary) for name, listed in COMMANDS.items() if name.startswith(incomplete)]
        return [*names, *click.Command.shell_complete(self, context, incomplete)]

    def resolve_command(self, context: click.Context, arguments: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that the arguments begin with, and the rest of them.

        Raises:
            UsageError: for an unknown command, with the one that is probably meant.
        """
        name = arguments[0]
        if name not in COMMANDS and not name.startswith("-") and not context.resilient_parsing:
            context.fail(_unknown(name))
        return super().resolve_command(context, arguments)


def _unknown(name: str) -> str:
    from learning_roadmap.diagnostics import did_you_mean, visible

    if name == "undo":
        fix = UNDO
    elif name in OTHER_NAMES:
        fix = f"did you mean '{OTHER_NAMES[name]}'?"
    else:
        fix = did_you_mean(name, COMMANDS, "'roadmap --help' lists all commands")
    return f"unknown command '{visible(name)}' — {fix}"


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__)
@quiet_option
def main() -> None:
    """Merge, check and publish learning roadmaps."""
