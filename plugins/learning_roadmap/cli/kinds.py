"""A command that takes a kind of entry first, such as `roadmap add topic`."""

import click


class KindCommands(click.Group):
    """A group with a subcommand for each kind. Who forgets the kind is told so, and not that a title is no command."""

    def resolve_command(self, context: click.Context, arguments: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that the arguments begin with, and the rest of them.

        Raises:
            UsageError: for an unknown kind, with the one that is probably meant.
        """
        from learning_roadmap.diagnostics import did_you_mean, visible

        name = arguments[0]
        if name not in self.commands and not name.startswith("-") and not context.resilient_parsing:
            kinds = list(self.commands)
            example = f"{context.command_path} {'topic' if 'topic' in kinds else kinds[0]} '{visible(name)}'"
            fix = did_you_mean(name, kinds, f"begin with a kind: {example}. Kinds: {', '.join(kinds)}")
            context.fail(f"'{visible(name)}' is not a kind of entry — {fix}")
        return super().resolve_command(context, arguments)
