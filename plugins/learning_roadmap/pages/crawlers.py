"""Files for programs that read the site: robots.txt, llms.txt (llmstxt.org), and the site map without private pages."""

import re
from collections.abc import Iterable

from learning_roadmap.model import RoadmapIndex
from learning_roadmap.pages.page import PRIVATE_GROUPS, Page, Settings
from learning_roadmap.pages.rendering import render

# What programs can read, beside the pages.
DATA_FILES = ("roadmap.json", "roadmap.schema.json", "papers.bib", "papers.json", "study-guide.pdf", "roadmap-poster.pdf", "feed.xml")
URL_ELEMENT = re.compile(r"<url>\s*<loc>([^<]*)</loc>.*?</url>", re.DOTALL)
# A namespace for pages that are in the site map only for the theme. The protocol allows namespaces of one's own; search engines skip them.
PRIVATE = "urn:learning-roadmap:private"


def robots_text(sitemaps: Iterable[str]) -> str:
    """The text of ``robots.txt``. Nothing is forbidden: what should not be listed says so itself, which crawlers have to read.

    Args:
        sitemaps: absolute addresses of the site maps, one for each language.
    """
    return "User-agent: *\nAllow: /\n\nSitemap: " + "\nSitemap: ".join(sitemaps) + "\n"


def llms_text(index: RoadmapIndex, settings: Settings, site_name: str, pages: Iterable[Page], files: Iterable[str]) -> str:
    """The text of ``llms.txt``: what the site is, its pages, and its data.

    Args:
        files: paths of files with data in the site, of those in :data:`DATA_FILES`.
    """
    public = [page for page in pages if page.group not in PRIVATE_GROUPS]
    phases = [page for page in public if _is_of_phase(page)]
    others = [page for page in public if not _is_of_phase(page)]
    described = [(path, settings.strings.text(f"pages.files.{re.sub('[.-]', '_', path)}")) for path in files]
    values = {"roadmap": index.roadmap, "site_name": site_name, "phases": phases, "pages": others, "files": described, "address": settings.absolute}
    return render("llms.txt", **values)


def _is_of_phase(page: Page) -> bool:
    return page.group == "phases" and bool(page.entry)


def without_private(sitemap: str, addresses: Iterable[str]) -> str:
    """A site map in which search engines do not find these addresses.

    They stay in it in another namespace, because instant navigation of the theme follows only links to pages of the site map.
    """
    private = set(addresses)

    def hidden(element: re.Match[str]) -> str:
        return re.sub(r"<(/?)(?=[a-z])", r"<\1private:", element[0]) if element[1].strip() in private else element[0]

    changed = URL_ELEMENT.sub(hidden, sitemap)
    return changed if changed == sitemap else changed.replace("<urlset ", f'<urlset xmlns:private="{PRIVATE}" ', 1)
