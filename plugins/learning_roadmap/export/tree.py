"""All files of an export: pages, data, client and configuration, by their paths."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from learning_roadmap.diagnostics import Place, Problem, ProblemsFound
from learning_roadmap.export.config import config_text
from learning_roadmap.export.handwritten import default_index, handwritten
from learning_roadmap.export.markdown import page_source
from learning_roadmap.export.site_config import SiteConfig
from learning_roadmap.guide import GUIDE_FILE, POSTER_FILE, Options, make_guide, make_poster
from learning_roadmap.model import RoadmapIndex, all_labels
from learning_roadmap.pages import DATA, Settings, build_mark, build_pages, coded, data_json, is_ours, make_client, redirect_pages
from learning_roadmap.strings import load_strings

NO_CONFIG = SiteConfig()
DOCS = "docs"


def relative(here: str, there: str) -> str:
    """The relative address of a page or another file from a page, without directory URLs.

    >>> relative("phases/a.md", "dashboard/index.md"), relative("a.md", "a.md")
    ('../dashboard/index.html', 'a.html')
    >>> relative("phases/a.md", "assets/a.js")
    '../assets/a.js'
    """
    address = posixpath.relpath(there, posixpath.dirname(here) or ".")
    return re.sub(r"\.md$", ".html", address)


def export_tree(
    index: RoadmapIndex, pages_folder: Path, day: date, site: SiteConfig = NO_CONFIG, progress: Callable[[str], None] = lambda text: None
) -> dict[str, bytes]:
    """Every file of an export by its path.

    Args:
        pages_folder: the folder of hand-written pages; it need not exist.
        day: the date on the study guide, which is made when a hand-written page links to it.
        site: the settings of the project's mkdocs.yml.

    Raises:
        ProblemsFound: when the site's strings or a hand-written page cannot be read or rendered, or a page has the path of a generated one.
    """
    settings = Settings(relative, strings=load_strings(site.strings, all_labels()))
    roadmap = index.roadmap
    progress("writing the pages")
    client = make_client(index, settings)
    mark = build_mark(client.build, settings.strings)
    pages = [replace(page, html=mark + page.html) if is_ours(page.html) else page for page in build_pages(index, settings)]
    files = {page.path: page_source(page).encode() for page in pages}
    files |= {name: text.encode() for name, text in client.files.items()} | {DATA: b"".join(data_json(roadmap))}
    progress("rendering the handwritten pages")
    own = handwritten(pages_folder, index, settings, Path(site.file).parent)
    if taken := sorted(own.keys() & files.keys()):
        raise ProblemsFound(
            Problem(Place(str(pages_folder / path)), "EXPORT-PAGE", "a generated page has the same path", "rename this page") for path in taken
        )
    redirects = {page.path: page.html for page in redirect_pages(index, settings, client.redirect_script) if page.path not in own}
    files |= {path.removesuffix(".md") + ".html": html.encode() for path, html in redirects.items()}
    if "index.md" not in own:
        own["index.md"] = default_index(roadmap.title, index, settings, lambda text: coded(text, " ")).encode()
    # After the text, because generators take the title of a page from its first line.
    own |= {path: text.rstrip(b"\n") + f"\n\n{mark}\n".encode() for path, text in own.items() if path.endswith(".md") and is_ours(text.decode())}
    for path, make in ((GUIDE_FILE, make_guide), (POSTER_FILE, make_poster)):
        if roadmap.phases and path not in own and any(path.encode() in text for name, text in own.items() if name.endswith(".md")):
            progress(f"typesetting {path}")
            files[path] = make(index, Options(day, strings=settings.strings)).pdf
    own_pages = [path for path in own if path.endswith(".md")]
    config = config_text(roadmap, site, own_pages, pages, (*client.styles, *client.page_styles.values()), client.scripts, settings.strings)
    return {"mkdocs.yml": config.encode()} | {f"{DOCS}/{path}": content for path, content in (files | own).items()}
