"""The frames of a large site, rendered by two processes."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

from learning_roadmap.cache import Cache, second_process

# For fewer, a copy of the process takes longer than it saves.
FEWEST_SHARED_FRAMES = 200


def frame_process(
    generated: Sequence[SitePage], current: SitePage, env: Environment, config: MkDocsConfig, nav: Navigation, files: Files, cache: Cache
) -> AbstractContextManager[Any]:
    """A second process that renders generated pages, the last ones first, and stores their frames in a cache, until the context ends.

    Args:
        current: the page that MkDocs is building.
    """
    pages = files.documentation_pages()

    def work() -> None:
        current.active = False
        for page in reversed(generated):
            # As MkDocs builds a page.
            page.active = True
            context = get_context(nav, pages, config, page)
            context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
            env.get_template(page.meta.get("template", "main.html")).render(context)
            page.active = False

    return second_process(work, cache, is_worth_it=len(generated) >= FEWEST_SHARED_FRAMES)
