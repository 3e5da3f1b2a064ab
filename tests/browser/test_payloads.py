"""Dozens of payloads in every text field of every kind of entry, in a real browser without a policy: none of them runs."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from learning_roadmap.datafile import load
from learning_roadmap.datafile.write import write_roadmap
from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.guide import Options, make_guide
from learning_roadmap.merge.importer import import_documents
from learning_roadmap.model import Roadmap
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.model.records import Record
from learning_roadmap.project.manifest import Source
from tests.browser.guarded_page import check_nothing_ran, guarded_page, normalized, read
from tests.browser.payloads import NOT_SHOWN, PAYLOADS, Hostile
from tests.browser.sites import served, small_site
from tests.families import family

INDEX = """# Home

{{ progress() }} {{ start() }} {{ phases() }}

{{ documents() }}

| a | b |
|---|---|
""" + "".join(
    f'| {{{{ topic("part-{n}") }}}} {{{{ phase("phase-{n}") }}}} | {{{{ resource("resource-{n}") }}}} {{{{ paper("paper-{n}") }}}} |\n'
    for n in range(len(PAYLOADS))
)
EXTENSIONS = ["attr_list", "md_in_html", "tables", "admonition", "def_list", "footnotes", "smarty", "pymdownx.snippets", "pymdownx.emoji",
              "pymdownx.magiclink", "pymdownx.betterem", "pymdownx.superfences", "pymdownx.critic", "pymdownx.keys", "pymdownx.mark"]  # fmt: skip
MACROS = {"modules": ["learning_roadmap.mkdocs_plugin.macros"], "on_undefined": "strict"}
# Of a list of results.
TAGS = set("div ol li a article h1 h2 p mark del details summary ul svg path wbr".split())


@dataclass(frozen=True)
class Site:
    """A site in which each text wants more, and its twin, which has harmless words in the same places."""

    folder: Path
    twin: Path
    texts: dict[int, tuple[type[Record], str, str]]
    data: Path


def built(folder: Path, text: str) -> Path:
    """The folder of a site of the payloads with the search of the theme, without a policy."""
    plugins = ["search", {"learning-roadmap": {"file": "roadmap.yml"}}, {"macros": MACROS}]
    features = ["navigation.instant", "search.suggest", "search.highlight", "navigation.tabs", "toc.follow", "content.tooltips"]
    theme = {"name": "material", "font": False, "features": features}
    return small_site(folder, text, INDEX, plugins=plugins, markdown_extensions=EXTENSIONS, theme=theme, site_url="http://127.0.0.1/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    def harmless(number: int, payload: str) -> str:
        return f"https://example.org/{number}" if payload.startswith("http") else f"# harmless `code` {number}"

    folders = []
    evil, good = Hostile(), Hostile(harmless)
    for one in (evil, good):
        folder = tmp_path_factory.mktemp("payloads")
        text = write_roadmap(Roadmap.model_validate(one.data()))
        built(folder, text)
        folders.append(folder)
    return Site(folders[0] / "site", folders[1] / "site", evil.texts, folders[0] / "roadmap.yml")


@pytest.fixture
def guarded(browser: Browser) -> Iterator[Page]:
    with guarded_page(browser) as page:
        yield page


def search(page: Page, query: str) -> None:
    field = page.locator('[data-md-component="search-query"]').first
    field.fill("")
    field.click()
    page.keyboard.type(query)


def without_code(text: str) -> str:
    """Text without the backticks that mark code: pages show code as such."""
    return text.replace("`", "")


def html_files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


# Pages of the dashboard that a test opens with records of a learner; without them they show little.
WITH_RECORDS = ("", "plan/", "remaining/", "journal/", "backup/", "print/")


def opened(names: list[str]) -> list[str]:
    """The pages that are opened; the others are read as a browser reads them. Phases are alike, and documents: `make test` opens one of each. Nor
    does it open the dashboard's pages that another test opens, and former addresses of its pages, which show nothing."""
    folders = [[name for name in names if name.startswith(f"{folder}/") and name != f"{folder}/index.html"] for folder in ("phases", "documents")]
    only_read = {name for folder in folders for name in folder[1:]} | {f"dashboard/{name}index.html" for name in WITH_RECORDS}
    return family(names, *(name for name in names if name not in only_read and not name.startswith("desk/")))


def test_every_payload_is_shown_as_text_and_never_runs(guarded: Page, site: Site) -> None:
    assert html_files(site.folder) == html_files(site.twin)
    text = ""
    with served(site.folder) as evil, served(site.twin) as good:
        guarded.route("**/redirect.js*", lambda route: route.fulfill(body=""))
        # The harmless pages are only read, not opened.
        guarded.goto(f"{good}/404.html")
        known = set(guarded.evaluate("structure", [f"{good}/{name}" for name in html_files(site.twin)]))
        names = html_files(site.folder)
        for name in opened(names):
            guarded.goto(f"{evil}/{name}")
            assert check_nothing_ran(guarded) <= known, name
            text += normalized(guarded.evaluate("document.documentElement.textContent"))
        for name in sorted({*names}.difference(opened(names))):
            assert set(guarded.evaluate("structure", [f"{evil}/{name}"])) <= known, name
            text += read(guarded, f"{evil}/{name}")
    assert "7777777" not in text
    text = without_code(text)
    missing = [(number, kind.__name__, field, said) for number, (kind, field, said) in site.texts.items()
               if without_code(normalized(said)) not in text and (kind, field) not in NOT_SHOWN]  # fmt: skip
    assert missing == []


def test_no_payload_runs_during_navigation_clicks_or_in_the_panel(guarded: Page, site: Site) -> None:
    with served(site.folder) as root:
        guarded.goto(root)
        # Material goes to pages without loading them once it has read the site map, and does not say when that is.
        for _ in range(20):
            guarded.evaluate("globalThis.isSameDocument = true")
            guarded.locator('.md-content a[href$="phases/phase-0/"]').first.click()
            guarded.wait_for_url("**/phases/phase-0/")
            expect(guarded.locator("#phase-phase-0")).to_be_visible()
            guarded.locator(".md-header__button.md-logo").click()
            guarded.wait_for_url(f"{root}/")
            if guarded.evaluate("globalThis.isSameDocument === true"):
                break
        for number in range(0, len(PAYLOADS), 4):
            guarded.locator(f'.md-content a[href$="phases/phase-{number}/"]').first.click()
            guarded.wait_for_url(f"**/phases/phase-{number}/")
            expect(guarded.locator(f"#phase-phase-{number}")).to_be_visible()
            assert guarded.evaluate("globalThis.isSameDocument === true")
            guarded.locator(f"#topic-part-{number} .rm-tick").first.check()
            guarded.locator("details summary:visible").first.click()
            guarded.locator(f'.rm-more[data-entry="part-{number}"]').first.click()
            expect(guarded.locator(".rm-panel")).to_be_visible()
            guarded.locator(".rm-panel textarea").fill(f"{PAYLOADS[number]} {PAYLOADS[-1 - number]}".replace("N", "7"))
            guarded.mouse.move(400, 300)
            check_nothing_ran(guarded)
            guarded.locator(".md-header__button.md-logo").click()
            guarded.wait_for_url(f"{root}/")


def test_the_search_of_the_theme_shows_results_as_text(guarded: Page, site: Site) -> None:
    with served(site.folder) as root:
        guarded.goto(root)
        for query in ("fired", "onerror", "svg", "javascript", "amp", "lt", "gt", "quot", "img src", "<script>", "x2f", "39"):
            search(guarded, query)
            guarded.wait_for_timeout(300)
            tags = set(guarded.evaluate("[...document.querySelectorAll('.md-search-result *')].map((one) => one.localName)"))
            assert tags <= TAGS, query
            attributes = set(guarded.evaluate("[...document.querySelectorAll('.md-search-result li *')].flatMap((one) => one.getAttributeNames())"))
            assert attributes <= {"href", "class", "tabindex", "data-md-score", "xmlns", "viewBox", "d"}, query
            check_nothing_ran(guarded)
            assert guarded.evaluate("document.querySelectorAll('.md-search__suggest *').length") == 0
        for number in range(3):
            search(guarded, "onerror")
            expect(guarded.locator(".md-search-result")).to_contain_text("onerror=fired(")
            found = guarded.locator(".md-search-result__item > .md-search-result__link").nth(number)
            expect(found).to_have_attribute("href", re.compile("h=onerror"))
            found.click()
            guarded.wait_for_url(lambda url: "h=onerror" in url)
            guarded.wait_for_timeout(300)
            check_nothing_ran(guarded)


def test_the_dashboard_shows_names_as_text(guarded: Page, site: Site) -> None:
    with served(site.folder) as root:
        guarded.goto(root + "/dashboard/")
        guarded.evaluate(
            """() => roadmap.store.write([["plan/current", { start: "2026-01-05", hours: 10, pace: 10, off: [], order: "map", optional: true }],
              ...roadmapMap.leaves.slice(0, 40).map((id, at) => [`state/${id}`, { state: at % 2 ? "done" : "learning" }]),
              ["note/part-1", { text: "<img src=x onerror=fired(1)> [a](javascript:fired(2))" }]])"""
        )
        guarded.goto(f"{root}/dashboard/print/")
        expect(guarded.locator('.md-content [data-state="done"]').first).to_be_attached()
        assert "fired(" in guarded.locator(".md-content").inner_text()
        check_nothing_ran(guarded)
        for name in WITH_RECORDS[:-1]:
            guarded.goto(f"{root}/dashboard/{name}")
            expect(guarded.locator("[data-rm-desk] h2, [data-rm-desk] li").first).to_be_attached()
            for summary in guarded.locator("[data-rm-desk] summary:visible").all()[:5]:
                summary.click()
            wanted = guarded.locator("[data-rm-desk]").first.inner_text()
            assert name == "backup/" or "fired(" in wanted
            check_nothing_ran(guarded)


def test_the_published_data_contains_every_payload(site: Site) -> None:
    def texts(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            for inner in value.values() if isinstance(value, dict) else value:
                yield from texts(inner)

    held = set(texts(json.loads((site.folder / "roadmap.json").read_text("utf-8"))))
    assert {said for _, _, said in site.texts.values()} - held == set()


def test_the_study_guide_shows_payloads_as_text(site: Site) -> None:
    pdf = make_guide(RoadmapIndex(load(site.data).roadmap), Options(date(2026, 1, 15), site="https://example.org/map/")).pdf
    reader = PdfReader(io.BytesIO(pdf))
    text = re.sub(r"[\W_]+", "", "".join(page.get_textpage().get_text_range() for page in PdfDocument(pdf)))
    printed = ("Phase", "Section", "Topic", "Practice", "Project", "Resource", "Paper", "Tip", "Milestone", "Goal", "RoutineItem", "FormField")
    missing = [(kind.__name__, said) for number, (kind, field, said) in site.texts.items()
               if field == "title" and kind.__name__ in printed and f"fired{number}" not in text]  # fmt: skip
    assert missing == []
    assert "7777777" not in text
    for page in reader.pages:
        for found in page.get("/Annots") or ():
            action = found.get_object().get("/A") or {}
            assert action.get("/S") in (None, "/URI", "/GoTo")
            assert str(action.get("/URI", "https://")).startswith(("https://", "http://"))
    raw = str(reader.trailer["/Root"])
    assert "/JavaScript" not in raw and "/OpenAction" not in raw


def test_a_document_of_payloads_is_read_as_text(guarded: Page, tmp_path: Path) -> None:
    lines = ["# " + PAYLOADS[0], "", "Intro " + PAYLOADS[9], ""]
    for number, payload in enumerate(PAYLOADS):
        text = payload.replace("fired(N)", f"fired({number})")
        lines += [f"## Phase {number}: {text}", "", f"**Goal:** {text}", "", f"### {number}.1 {text}", ""]
        lines += [f"- [ ] {text}", f"- **{text}**: {text}, {text}", f"  - {text}", f"- [{text}](javascript:fired({number}))"]
        lines += [f"- [{text}](https://example.org/{number})", "", text, ""]
    source = tmp_path / "evil.md"
    source.write_text("\n".join(lines), "utf-8")
    target = tmp_path / "roadmap.yml"
    # Addresses that are none of the web's are refused, line by line; the rest is taken.
    with pytest.raises(ProblemsFound) as refused:
        import_documents(target, [Source(source)])
    assert {problem.code for problem in refused.value.problems} == {"URL-SCHEME"}
    for problem in refused.value.problems:
        assert "javascript:" in lines[problem.line - 1]
        lines[problem.line - 1] = ""
    source.write_text("\n".join(lines), "utf-8")
    text = import_documents(target, [Source(source)]).text
    target.write_text(text, "utf-8")
    roadmap = load(target).roadmap
    assert len(roadmap.phases) > len(PAYLOADS) // 2
    plugins = [{"learning-roadmap": {"file": "roadmap.yml"}}]
    folder = small_site(tmp_path / "site", text, plugins=plugins, site_url="http://127.0.0.1/")
    shown = ""
    with served(folder) as root:
        names = html_files(folder)
        for name in opened(names):
            guarded.goto(f"{root}/{name}")
            check_nothing_ran(guarded)
        for name in names:
            shown += read(guarded, f"{root}/{name}", ".md-content")
    for topic in RoadmapIndex(roadmap).topics.values():
        assert normalized(topic.title) in shown
