"""The macros of hand-written pages, as a pluglet of mkdocs-macros: ``{{ topic("lora") }}`` and others."""

from collections.abc import Callable
from typing import Any

from markupsafe import escape

from learning_roadmap.diagnostics import printable
from learning_roadmap.mkdocs_plugin.plugin import log
from learning_roadmap.pages import Snippets, UnknownName, cached_snippet

NAMES = ("topic", "progress", "resource", "paper", "phase", "count", "phases", "map", "documents", "welcome", "start", "rules", "statistics")


def define_env(env: Any) -> None:
    """Called by mkdocs-macros. A pluglet, because macros that a plugin registers do not survive a second build."""
    for name in NAMES:
        env.macro(_macro(env, name), name)


def _macro(env: Any, name: str) -> Callable[..., Any]:
    def macro(*arguments: str) -> Any:
        path = env.page.file.src_uri
        roadmap = env.conf.plugins.get("learning-roadmap")
        if roadmap is None:
            raise LookupError(f"{name}() needs the plugin 'learning-roadmap' — add it under plugins in mkdocs.yml")
        try:
            snippet = cached_snippet(Snippets(path, roadmap.index, roadmap.settings), name, arguments, roadmap.make_text, roadmap.version)
        except UnknownName as error:
            # A warning fails a strict build; else the page shows what is missing.
            call = ", ".join(f'"{argument}"' for argument in arguments)
            log.warning("%s", printable(f"{path}: {{{{ {name}({call}) }}}}: {error}"))
            return f"<strong>{escape(error)}</strong>"
        roadmap.large_html.remember(snippet)
        return snippet

    macro.__name__ = name
    macro.__doc__ = getattr(Snippets, name).__doc__
    return macro
