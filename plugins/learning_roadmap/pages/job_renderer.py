"""The pages of jobs, rendered, or found in the cache when nothing that they show has changed.

A page does not depend on the titles of topics, except for those that were read when it was rendered.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape

from pydantic import TypeAdapter

from learning_roadmap.cache import Cache, code_key, key_of
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.pages.anchors import Addresses
from learning_roadmap.pages.build import Job
from learning_roadmap.pages.build_mark import is_ours
from learning_roadmap.pages.client_scripts import styles_in
from learning_roadmap.pages.linked_data import page_nodes
from learning_roadmap.pages.page import Page, Settings
from learning_roadmap.pages.page_html import PageHtml
from learning_roadmap.pages.page_keys import phase_keys, rest_key, titles_of
from learning_roadmap.pages.rendering import TEMPLATES, environment
from learning_roadmap.pages.template_keys import TemplateKeys
from learning_roadmap.pages.titles_read import titles_read
from learning_roadmap.pages.view import View

# No text of a roadmap contains a control character.
EDIT_LINK = re.compile("\x01([^\x01]*)\x01")


@dataclass(frozen=True)
class Facts:
    """What a site has to know of a page besides its text.

    Attributes:
        anchors: every id on the page.
        is_ours: whether it has elements that the client controls.
        has_title: whether it has a main heading.
        styles: which of :data:`PAGE_STYLES` it needs.
        nodes: what it is in the words of schema.org, each as JSON.
    """

    anchors: tuple[str, ...]
    is_ours: bool
    has_title: bool
    styles: tuple[str, ...]
    nodes: tuple[str, ...]


# The pages that were rendered together, by the keys of their jobs
Rendered = dict[str, list[tuple[Page, Facts]]]


@dataclass(frozen=True)
class _Used:
    """What the pages of a job have used.

    Attributes:
        templates: by name.
        titles: those of topics, by id.
    """

    templates: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


STORED_PAGES, STORED_USED = TypeAdapter(list[tuple[Page, Facts]]), TypeAdapter(_Used)


class JobRenderer:
    """Renders the pages of jobs, or finds them in the cache.

    Attributes:
        html: that of all pages it has seen.
    """

    def __init__(self, index: RoadmapIndex, settings: Settings, cache: Cache, last: Rendered | None) -> None:
        self._index, self._settings, self._cache = index, settings, cache
        self._last = last or {}
        self._rest, self._phase_keys, self._titles = rest_key(index, settings), phase_keys(index), titles_of(index)
        self._view = View("", index, Addresses(index), replace(settings, edit=lambda id: f"\x01{id}\x01" if settings.edit(id) else None))
        # Read before a page is rendered: otherwise it could be stored under the key of a template that was changed in the meantime.
        self._templates = TemplateKeys(TEMPLATES)
        self._templates.read_all()
        self.html = PageHtml(cache, partial(_with_edit_links, settings))

    def found(self, job: Job) -> tuple[str, list[tuple[Page, Facts]]] | None:
        """The pages of a job and their key, if they are stored, or were rendered in this process."""
        # Only a guess: what is used is part of the key, and what was really used is stored.
        key = self._key(job, self._guess(job))
        rendered = self._last.get(key)
        if rendered is None and (cached := self._cache.get("pages", key)):
            rendered = STORED_PAGES.validate_json(cached)
        if rendered is None:
            return None
        for page, _ in rendered:
            self.html.add(page, key, partial(job.make, self._view), is_stored=True)
        return key, rendered

    def rendered(self, job: Job) -> tuple[str, list[tuple[Page, Facts]]]:
        """The pages of a job and their key, after they are rendered and stored."""
        render = partial(job.make, self._view)
        environment().requested.clear()
        with titles_read() as ids:
            complete = list(render())
        used = _Used(tuple(sorted(environment().requested)), tuple(sorted(ids)))
        if used != self._guess(job):
            self._cache.put("used", self._used_key(job), STORED_USED.dump_json(used))
        key = self._key(job, used)
        rendered = [(self.html.add(page, key, render, is_stored=False), facts_of(page, self._index, self._settings)) for page in complete]
        self._cache.put("pages", key, STORED_PAGES.dump_json(rendered))
        return key, rendered

    def render_backwards(self, jobs: Sequence[Job]) -> None:
        """Render and store the pages of jobs, the last ones first."""
        for job in reversed(jobs):
            self.rendered(job)

    def _key(self, job: Job, used: _Used) -> str:
        phase_key = self._phase_keys[job.phase.id] if job.phase else ""
        titles = [self._titles.get(id, "") for id in used.titles]
        # Joined: some pages show hundreds of titles, and none of them contains a control character.
        return key_of(self._rest, job.name, phase_key, self._templates.key(used.templates), "\0".join(used.titles), "\0".join(titles))

    def _guess(self, job: Job) -> _Used:
        return STORED_USED.validate_json(self._cache.get("used", self._used_key(job)) or "{}")

    def _used_key(self, job: Job) -> str:
        return key_of(code_key(), job.name)


def facts_of(page: Page, index: RoadmapIndex, settings: Settings) -> Facts:
    """What a site has to know of a page besides its text."""
    nodes = page_nodes(page, index, settings)
    return Facts(tuple(sorted(page.anchors)), is_ours(page.html), "<h1" in page.html, styles_in(page.html), nodes)


def _with_edit_links(settings: Settings, text: str) -> str:
    # Few sites have such links.
    return EDIT_LINK.sub(lambda link: escape(settings.edit(link[1]) or ""), text) if "\x01" in text else text
