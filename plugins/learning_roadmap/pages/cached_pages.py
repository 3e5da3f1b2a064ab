"""Pages and data for the client that a former build has made, reused while nothing that they show has changed.

The client's data shows at most whether a topic has a summary or a question.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from learning_roadmap.cache import Cache, key_of, second_process
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.pages.build import jobs
from learning_roadmap.pages.job_renderer import Facts, JobRenderer, Rendered
from learning_roadmap.pages.made_texts import MakeText
from learning_roadmap.pages.page import Page, Settings
from learning_roadmap.pages.page_html import PageHtml
from learning_roadmap.pages.page_keys import site_key
from learning_roadmap.pages.rendering import TEMPLATES, environment, keep_compiled
from learning_roadmap.pages.snippets import SNIPPETS, Snippets
from learning_roadmap.pages.template_keys import TemplateKeys
from learning_roadmap.pages.titles_read import titles_read

# Snippets that count summaries and questions.
COUNTING_TEXTS = frozenset({"statistics"})
# From this many missing jobs times topics on, two processes share them: for fewer, a copy takes longer than it saves.
FEWEST_SHARED = 30_000


@dataclass(frozen=True)
class CachedPages:
    """Every page.

    Attributes:
        pages: the pages without their HTML, by their paths.
        html: their HTML, by their paths.
        facts: what a site has to know of them besides their text, by their paths.
        rendered: the same by jobs, for the next build in this process.
    """

    pages: dict[str, Page]
    html: PageHtml
    facts: dict[str, Facts]
    rendered: Rendered


def cached_pages(
    index: RoadmapIndex, settings: Settings, cache: Cache, last: Rendered | None = None, fill: Callable[[], object] = lambda: None
) -> CachedPages:
    """Every page, as ``build_pages`` makes them.

    Args:
        last: what an earlier build in this process has rendered, which need not be read again.
        fill: puts into the cache what is needed after the pages. A second process does that first, if there is one.
    """
    keep_compiled(environment(), cache)
    renderer = JobRenderer(index, settings, cache, last)
    every = list(jobs(index))
    found = {job.name: one for job in every if (one := renderer.found(job))}
    # Pages of single entries last. Others may take as long as many of them, and where two processes meet, both render the same.
    missing = sorted((job for job in every if job.name not in found), key=lambda job: "/" in job.name)

    def work() -> None:
        fill()
        renderer.render_backwards(missing)

    is_worth_it = len(missing) > 1 and len(missing) * len(index.topics) >= FEWEST_SHARED
    with second_process(work, cache, is_worth_it=is_worth_it):
        for job in missing:
            found[job.name] = renderer.found(job) or renderer.rendered(job)
    all_rendered = dict(found[job.name] for job in every)
    pages = [page_and_facts for rendered in all_rendered.values() for page_and_facts in rendered]
    return CachedPages({page.path: page for page, _ in pages}, renderer.html, {page.path: facts for page, facts in pages}, all_rendered)


def cached_texts(index: RoadmapIndex, cache: Cache, rest: str) -> MakeText:
    """Makes the client's data once for all that it depends on. Not for texts that contain summaries or questions.

    Args:
        rest: the :func:`rest_key`.
    """
    has_texts = bytes(bool(topic.summary) + 2 * bool(topic.check) for topic in index.topics.values())
    with_titles = site_key(index, rest)

    def text(name: str, make: Callable[[], str]) -> str:
        # Many texts show no title of a topic.
        for key in (rest, with_titles):
            if (cached := cache.get("client", key_of(key, has_texts, name))) is not None:
                return cached.decode()
        with titles_read() as ids:
            made = make()
        cache.put("client", key_of(with_titles if ids else rest, has_texts, name), made.encode())
        return made

    return text


def cached_snippet(snippets: Snippets, name: str, arguments: tuple[str, ...], text: MakeText, version: str) -> Any:
    """A snippet of a hand-written page, made once for all that it depends on.

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
