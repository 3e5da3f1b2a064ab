"""Pages and data for the client that a former build has made, reused while nothing that they show has changed.

Most of a roadmap's text is summaries and questions, and only the page of their phase shows them. So the page of a phase depends on the
phase, and every page on the rest of the roadmap without these texts: after a change of a summary or a question, one page is rendered. Pages
are stored without the numbers of lines in the data file, which a new line changes for all entries after it. The client's data shows at most
whether a topic has such a text.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import lru_cache, partial
from html import escape
from importlib.metadata import version
from typing import Any

from pydantic import TypeAdapter

from learning_roadmap.cache import Cache, code_key, key_of
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.pages.anchors import Addresses
from learning_roadmap.pages.build import jobs
from learning_roadmap.pages.build_mark import is_ours
from learning_roadmap.pages.client_scripts import styles_in
from learning_roadmap.pages.made_texts import MakeText
from learning_roadmap.pages.page import Page, Settings
from learning_roadmap.pages.page_html import PageHtml
from learning_roadmap.pages.rendering import TEMPLATES, environment, keep_compiled
from learning_roadmap.pages.snippets import SNIPPETS, Snippets
from learning_roadmap.pages.template_keys import TemplateKeys
from learning_roadmap.pages.view import View

LONG_TEXTS: dict[str, Any] = {"summary": True, "check": True}
# Snippets that count summaries and questions.
COUNTING_TEXTS = frozenset({"statistics"})
# Texts of topics that are deeper inside others count as the rest of the roadmap.
DEPTH = 4
# The libraries that determine the HTML of pages and the picture of the map
LIBRARIES = ("jinja2", "markupsafe", "pygraphviz")
# No text of a roadmap contains a control character.
EDIT_LINK = re.compile("\x01([^\x01]*)\x01")


@dataclass(frozen=True)
class Facts:
    """What a site has to know of a page's HTML.

    Attributes:
        anchors: every id on the page.
        is_ours: whether it has elements that the client controls.
        has_title: whether it has a main heading.
        styles: which of :data:`PAGE_STYLES` it needs.
    """

    anchors: tuple[str, ...]
    is_ours: bool
    has_title: bool
    styles: tuple[str, ...]


# The pages that were rendered together, by the keys of their jobs
Rendered = dict[str, list[tuple[Page, Facts]]]


def options_key(settings: Settings) -> str:
    """The key of the settings, except for addresses."""
    return key_of(*(repr(getattr(settings, field.name)) for field in fields(settings) if field.name not in ("relative", "edit")))


def site_key(index: RoadmapIndex, settings: Settings) -> str:
    """The key of everything that pages show, except for summaries and questions, and for the templates' own text."""
    # Where pages are depends on the site.
    addresses = json.dumps([settings.relative("index.md", path) for path in ("index.md", "phases/index.md", "phases/a.md")])
    # Pages are stored with places for the addresses of edit links, but an entry without such an address has no link.
    without_link = json.dumps([id for id in index.located if not settings.edit(id)])
    return key_of(code_key(), *map(version, LIBRARIES), addresses, without_link, options_key(settings), _key_without_long_texts(index))


# A served site is built again and again, mostly from the same roadmap.
@lru_cache(maxsize=1)
def _key_without_long_texts(index: RoadmapIndex) -> str:
    return key_of(index.roadmap.model_dump_json(exclude=_long_texts(), exclude_defaults=True))


@lru_cache(maxsize=1)
def _phase_keys(index: RoadmapIndex) -> dict[str, str]:
    return {phase.id: key_of(phase.model_dump_json(exclude_defaults=True)) for phase in index.roadmap.phases}


@dataclass(frozen=True)
class CachedPages:
    """Every page.

    Attributes:
        pages: the pages without their HTML, by their paths.
        html: their HTML, by their paths.
        facts: what a site has to know of their HTML, by their paths.
        rendered: the same by jobs, for the next build in this process.
    """

    pages: dict[str, Page]
    html: PageHtml
    facts: dict[str, Facts]
    rendered: Rendered


def cached_pages(index: RoadmapIndex, settings: Settings, cache: Cache, key: str = "", last: Rendered | None = None) -> CachedPages:
    """Every page, as ``build_pages`` makes them.

    Args:
        key: the :func:`site_key`, if it is known.
        last: what an earlier build in this process has rendered, which need not be read again.
    """
    rest = key or site_key(index, settings)
    phase_keys = _phase_keys(index)
    view = View("", index, Addresses(index), replace(settings, edit=lambda id: f"\x01{id}\x01" if settings.edit(id) else None))
    stored = TypeAdapter(list[tuple[Page, Facts]])
    keep_compiled(environment(), cache)
    # Read before a page is rendered: otherwise it could be stored under the key of a template that was changed in the meantime.
    templates = TemplateKeys(TEMPLATES)
    templates.read_all()
    html = PageHtml(cache, partial(_with_edit_links, settings))
    all_rendered: Rendered = {}
    for job in jobs(index):
        depends_on, render = key_of(rest, job.name, phase_keys[job.phase.id] if job.phase else ""), partial(job.make, view)
        # Only a guess: the names are part of the key, and those that were really used are stored.
        names_key = key_of(code_key(), job.name)
        names = json.loads(cache.get("templates", names_key) or "[]")
        job_key = key_of(depends_on, templates.key(names))
        rendered = last.get(job_key) if last else None
        if rendered is None and (cached := cache.get("pages", job_key)):
            rendered = stored.validate_json(cached)
        if rendered is not None:
            for page, _ in rendered:
                html.add(page, job_key, render, is_stored=True)
        else:
            environment().requested.clear()
            complete = list(render())
            used_names = sorted(environment().requested)
            if used_names != names:
                cache.put("templates", names_key, json.dumps(used_names).encode())
            job_key = key_of(depends_on, templates.key(used_names))
            rendered = [(html.add(page, job_key, render, is_stored=False), facts_of(page)) for page in complete]
            cache.put("pages", job_key, stored.dump_json(rendered))
        all_rendered[job_key] = rendered
    pages = [page_and_facts for rendered in all_rendered.values() for page_and_facts in rendered]
    return CachedPages({page.path: page for page, _ in pages}, html, {page.path: facts for page, facts in pages}, all_rendered)


def _with_edit_links(settings: Settings, text: str) -> str:
    # Few sites have such links.
    return EDIT_LINK.sub(lambda link: escape(settings.edit(link[1]) or ""), text) if "\x01" in text else text


def cached_texts(index: RoadmapIndex, cache: Cache, key: str) -> MakeText:
    """Makes the client's data once for each :func:`site_key`. Not for texts that contain summaries or questions."""
    has_texts = bytes(bool(topic.summary) + 2 * bool(topic.check) for topic in index.topics.values())

    def text(name: str, make: Callable[[], str]) -> str:
        text_key = key_of(key, has_texts, name)
        if (cached := cache.get("client", text_key)) is not None:
            return cached.decode()
        made = make()
        cache.put("client", text_key, made.encode())
        return made

    return text


def cached_snippet(snippets: Snippets, name: str, arguments: tuple[str, ...], text: MakeText, version: str) -> Any:
    """A snippet of a hand-written page, made once for each :func:`site_key`.

    Args:
        text: from :func:`cached_texts`.
        version: of the data, for what counts summaries and questions.

    Raises:
        UnknownName: for an id that is not in the roadmap.
    """
    templates = TemplateKeys(TEMPLATES).key([SNIPPETS])
    key = f"{name}{arguments} {snippets.path} {templates} {version if name in COUNTING_TEXTS else ''}"
    # As JSON, because a count is a number.
    return json.loads(text(key, lambda: json.dumps(getattr(snippets, name)(*arguments))))


def _long_texts() -> dict[str, Any]:
    """The fields that are left out, as pydantic wants them."""
    topics = LONG_TEXTS
    for _ in range(DEPTH):
        topics = {**LONG_TEXTS, "topics": {"__all__": topics}}
    return {"phases": {"__all__": {"sections": {"__all__": {"summary": True, "topics": {"__all__": topics}}}}}}


def facts_of(page: Page) -> Facts:
    """What a site has to know of a page's HTML."""
    return Facts(tuple(sorted(page.anchors)), is_ours(page.html), "<h1" in page.html, styles_in(page.html))
