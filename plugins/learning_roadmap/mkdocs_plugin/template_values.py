"""What the theme's templates can ask of the roadmap: globals that begin with ``roadmap_``."""

from collections.abc import Collection

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from learning_roadmap.mkdocs_plugin.languages import alternates
from learning_roadmap.mkdocs_plugin.site_search import suggestion_form
from learning_roadmap.mkdocs_plugin.theme import Footer
from learning_roadmap.pages import Settings, options_key, text_function


def set_template_values(
    env: Environment, config: MkDocsConfig, files: Files, settings: Settings, footer: Footer, pages: Collection[str], *, has_search: bool
) -> None:
    """Set the globals of a theme.

    Args:
        pages: the paths of generated pages.
    """
    env.globals["roadmap_text"] = text_function(settings.strings)
    env.globals["roadmap_is_offline"] = settings.is_offline
    env.globals["roadmap_alternates"] = lambda page: list(alternates(config, page, pages))
    env.globals["roadmap_footer"] = footer
    if has_search:
        env.globals["roadmap_suggest"] = suggestion_form(config)
        topics = files.get_file_from_path("topics.md")
        env.globals["roadmap_all_topics"] = topics.url if topics else ""


def printed_values(env: Environment, config: MkDocsConfig, files: Files, settings: Settings, pages: Collection[str]) -> str:
    """All that templates can print of these globals, as one text."""
    values = {name: value for name, value in env.globals.items() if name.startswith("roadmap_") and not callable(value)}
    languages = [list(alternates(config, file.page, pages)) for file in files.documentation_pages()]
    return repr((options_key(settings), values, languages))
