"""The search of the client, in place of Material's: its dialog in the header, and what it searches.

Material's header shows the template ``partials/search.html`` if there is a plugin named ``material/search``. That plugin
also writes an index for a worker, which browsers do not start for pages opened from disk. Here, a plugin that does nothing
has its name, and our template replaces the theme's.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage

from learning_roadmap.cache import Cache, code_key, key_of
from learning_roadmap.mkdocs_plugin.escaping import striptags
from learning_roadmap.mkdocs_plugin.page_sections import PageSection, page_sections
from learning_roadmap.pages import SearchedPage, SearchEntry

THEME = Path(__file__).parent.parent / "theme_search"
NAME = "material/search"
# What Material's own search needs in the browser.
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/search.")
SUGGESTION_FORM = ".github/ISSUE_TEMPLATE/suggest-topic.yml"


class SearchInHeader(BasePlugin):  # type: ignore[type-arg]
    """What Material's header asks about the search."""

    def __init__(self) -> None:
        self.config = {"enabled": True}


def add_search(config: MkDocsConfig) -> None:
    """Show our search in the theme's header. Call it before the theme's templates are loaded.

    Raises:
        PluginError: if the theme is not Material, or has a search of its own.
    """
    if config.theme.name != "material":
        raise PluginError("the option 'search' needs the theme material — remove the option, and add the plugin 'search'")
    own = config.plugins.get(NAME)
    if "search" in config.plugins or (own is not None and not isinstance(own, SearchInHeader)):
        raise PluginError("two searches: the plugin 'search' and the option 'search' of learning-roadmap — remove one of them")
    config.plugins[NAME] = SearchInHeader()
    if str(THEME) not in config.theme.dirs:
        # After a site's own templates, before those of the theme.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))


def suggestion_form(config: MkDocsConfig) -> str:
    """The address of the form to suggest a topic; empty if the repository is unknown or has no such form."""
    folder = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    if not config.repo_url or not (folder / SUGGESTION_FORM).is_file():
        return ""
    return f"{config.repo_url.rstrip('/')}/issues/new?template={Path(SUGGESTION_FORM).name}"


def remove_unused(files: Files) -> None:
    """Remove the scripts of Material's own search."""
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)


def sources_of(files: Iterable[File]) -> str:
    """All that the sections of handwritten pages depend on, as one text."""
    return "".join(f"{file.src_uri}\0{file.content_string}\0" for file in files)


def searched_pages(pages: Iterable[SitePage], cache: Cache) -> Iterator[SearchedPage]:
    """Handwritten pages as they are searched.

    As in Material's search, ``search: exclude`` and ``search: boost`` in their front matter count.
    """
    for page in pages:
        options = page.meta.get("search")
        options = options if isinstance(options, dict) else {}
        boost = options.get("boost", 1)
        if options.get("exclude") or page.content is None:
            continue
        start, *sections = _sections(page.content, cache)
        title = str(striptags(page.title or "").unescape())
        # The page's main heading is the page itself.
        if sections and sections[0].title == title:
            start.text = f"{start.text} {sections.pop(0).text}".strip()
        entries = [SearchEntry(title, start.text), *(SearchEntry(one.title, one.text, one.anchor) for one in sections)]
        yield SearchedPage(page.url, title, tuple(entries), boost if isinstance(boost, int | float) else 1)


def _sections(html: str, cache: Cache) -> list[PageSection]:
    """The sections of a page, read once: a page with the picture of a large map takes longer than all else that is done with it."""
    key = key_of(code_key(), html)
    if stored := cache.get("sections", key):
        return [PageSection(**section) for section in json.loads(stored)]
    sections = page_sections(html)
    cache.put("sections", key, json.dumps([vars(section) for section in sections]).encode())
    return sections
