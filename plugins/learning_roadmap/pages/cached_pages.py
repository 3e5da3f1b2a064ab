"""Pages and data for the client that a former build has made, reused while nothing that they show has changed.

Most of a roadmap's text is summaries and questions, and only the page of their phase shows them. So the page of a phase depends on the
phase, and every page on the rest of the roadmap without these texts: after a change of a summary or a question, one page is rendered. Nor does a
page depend on the titles of topics, except for those that were read when it was rendered. Pages are stored without the numbers of lines in the
data file, which a new line changes for all entries after it. The client's data shows at most whether a topic has a summary or a question.
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
from learning_roadmap.pages.build import Job, jobs
from learning_roadmap.pages.build_mark import is_ours
from learning_roadmap.pages.client_scripts import styles_in
from learning_roadmap.pages.made_texts import MakeText
from learning_roadmap.pages.page import Page, Settings
from learning_roadmap.pages.page_html import PageHtml
from learning_roadmap.pages.rendering import TEMPLATES, environment, keep_compiled
from learning_roadmap.pages.snippets import SNIPPETS, Snippets
from learning_roadmap.pages.template_keys import TemplateKeys
from learning_roadmap.pages.titles_read import titles_read
from learning_roadmap.pages.view import View

# The fields of topics on which not every page depends, as pydantic leaves them out
LOCAL_FIELDS: dict[str, Any] = {"title": True, "summary": True, "check": True}
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
    return key_of(_rest_key(index, settings), *_titles(index).values())


def _rest_key(index: RoadmapIndex, settings: Settings) -> str:
    """The same without the titles of topics."""
    # Where pages are depends on the site.
    addresses = json.dumps([settings.relative("index.md", path) for path in ("index.md", "phases/index.md", "phases/a.md")])
    # Pages are stored with places for the addresses of edit links, but an entry without such an address has no link.
    without_link = json.dumps([id for id in index.located if not settings.edit(id)])
    return key_of(code_key(), *map(version, LIBRARIES), addresses, without_link, options_key(settings), _key_without_local_fields(index))


# A served site is built again and again, mostly from the same roadmap.
@lru_cache(maxsize=1)
def _key_without_local_fields(index: RoadmapIndex) -> str:
    return key_of(index.roadmap.model_dump_json(exclude=_local_fields(), exclude_defaults=True))


def _titles(index: RoadmapIndex) -> dict[str, str]:
    """The titles of all topics, by their ids."""
    return {id: topic.title for id, topic in index.topics.items()}


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


@dataclass(frozen=True)
class _Used:
    """What the pages of a job have used.

    Attributes:
        templates: by name.
        titles: those of topics, by id.
    """

    templates: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


def cached_pages(index: RoadmapIndex, settings: Settings, cache: Cache, last: Rendered | None = None) -> CachedPages:
    """Every page, as ``build_pages`` makes them.

    Args:
        last: what an earlier build in this process has rendered, which need not be read again.
    """
    rest, phase_keys, titles = _rest_key(index, settings), _phase_keys(index), _titles(index)
    view = View("", index, Addresses(index), replace(settings, edit=lambda id: f"\x01{id}\x01" if settings.edit(id) else None))
    stored, stored_used = TypeAdapter(list[tuple[Page, Facts]]), TypeAdapter(_Used)
    keep_compiled(environment(), cache)
    # Read before a page is rendered: otherwise it could be stored under the key of a template that was changed in the meantime.
    templates = TemplateKeys(TEMPLATES)
    templates.read_all()
    html = PageHtml(cache, partial(_with_edit_links, settings))
    all_rendered: Rendered = {}

    def job_key(job: Job, used: _Used) -> str:
        phase_key = phase_keys[job.phase.id] if job.phase else ""
        return key_of(rest, job.name, phase_key, templates.key(used.templates), *used.titles, *(titles.get(id, "") for id in used.titles))

    with titles_read() as ids:
        for job in jobs(index):
            render = partial(job.make, view)
            # Only a guess: what is used is part of the key, and what was really used is stored.
            used_key = key_of(code_key(), job.name)
            guess = stored_used.validate_json(cache.get("used", used_key) or "{}")
            key = job_key(job, guess)
            rendered = last.get(key) if last else None
            if rendered is None and (cached := cache.get("pages", key)):
                rendered = stored.validate_json(cached)
            if rendered is not None:
                for page, _ in rendered:
                    html.add(page, key, render, is_stored=True)
            else:
                environment().requested.clear()
                ids.clear()
                complete = list(render())
                used = _Used(tuple(sorted(environment().requested)), tuple(sorted(ids)))
                if used != guess:
                    cache.put("used", used_key, stored_used.dump_json(used))
                key = job_key(job, used)
                rendered = [(html.add(page, key, render, is_stored=False), facts_of(page)) for page in complete]
                cache.put("pages", key, stored.dump_json(rendered))
            all_rendered[key] = rendered
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


def _local_fields() -> dict[str, Any]:
    """The fields that are left out, as pydantic wants them."""
    topics = LOCAL_FIELDS
    for _ in range(DEPTH):
        topics = {**LOCAL_FIELDS, "topics": {"__all__": topics}}
    return {"phases": {"__all__": {"sections": {"__all__": {"summary": True, "topics": {"__all__": topics}}}}}}


def facts_of(page: Page) -> Facts:
    """What a site has to know of a page's HTML."""
    return Facts(tuple(sorted(page.anchors)), is_ours(page.html), "<h1" in page.html, styles_in(page.html))
