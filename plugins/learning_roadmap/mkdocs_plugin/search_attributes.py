"""Material's search removes its attributes, ``data-search-…``, from each page, with a pattern that tries to match at every character.

On a large site this takes a twentieth of a build. From pages that are not searched, we remove the attribute that our pages have.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

ANY_ATTRIBUTE = "data-search-"
OUR_ATTRIBUTE = ' data-search-exclude="true"'


def spare_pages(config: MkDocsConfig) -> None:
    """Let Material's search skip our pages. Call it when all plugins are there, before the first page is written."""
    methods = config.plugins.events["page_context"]
    # A method that was replaced before is a function.
    methods[:] = [_sparing(method) if hasattr(getattr(method, "__self__", None), "search_index") else method for method in methods]


def _sparing(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def on_page_context(context: Any, *, page: Page, **values: Any) -> Any:
        content = (page.content or "").replace(OUR_ATTRIBUTE, "")
        if not (page.meta.get("search") or {}).get("exclude") or ANY_ATTRIBUTE in content:
            return method(context, page=page, **values)
        page.content = ""
        try:
            return method(context, page=page, **values)
        finally:
            page.content = content

    return on_page_context
