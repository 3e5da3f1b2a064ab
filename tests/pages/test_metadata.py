"""What a site says of itself elsewhere: heads of pages, previews, feed, site map, and files for programs that read it."""

import json
import re
import struct
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from learning_roadmap.cache import SWITCH
from learning_roadmap.datafile import load
from learning_roadmap.guide import CARD_SIZE, Card, cached_cards
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.pages import PageHead, Settings, feed, with_head, without_private
from learning_roadmap.pages.client_data import client_data
from tests.pages.conftest import MACROS, SMALL, Project, build_site, page_at

pytestmark = pytest.mark.slow

URL = "https://example.org/course/"
HISTORY = """
history:
- {id: tensors, was: merged, kind: topic, into: [vectors], on: '2026-03-01', reason: 'the <same> & more'}
- {id: unhelpful, was: retired, kind: topic, on: '2026-03-01'}
- {id: sums, was: split, kind: topic, into: [matrices, vectors], on: '2026-02-01'}
- {id: unknown-day, was: retired, kind: topic}
"""
PUBLISHED = SMALL.read_text("utf-8").replace("title: A small roadmap\n", "title: A small roadmap\npublished: '2026-01-01'\n", 1)
PUBLISHED = PUBLISHED.replace("title: Attention\n", "title: Attention\n      added: '2026-03-02'\n", 1)
PUBLISHED = PUBLISHED.replace("title: Matrices\n", "title: Matrices\n        added: '2026-02-01'\n", 1) + HISTORY
ABOUT = "# About\n\nShort.\n\nThis page says at length what the site is about, in words that nobody else uses.\n"


def with_about(folder: Path) -> Path:
    (folder / "content" / "pages" / "about.md").write_text(ABOUT, "utf-8")
    return folder


@pytest.fixture(scope="module", params=[False, True], ids=["file-urls", "directory-urls"])
def public(request: pytest.FixtureRequest, project: Project) -> Path:
    """A site with an address, without our overrides and with a policy."""
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    plugins = ["search", {"learning-roadmap": {"csp": True}}, {"macros": MACROS}]
    folder = project(data=PUBLISHED, site_url=URL, theme=theme, plugins=plugins, use_directory_urls=request.param, site_name="R&D <School>")
    return build_site(with_about(folder))


@pytest.fixture(scope="module")
def local(project: Project) -> Path:
    """A site without an address."""
    return build_site(with_about(project(data=PUBLISHED)))


def pages_of(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*.html") if path.name != "404.html" and not path.is_relative_to(site / "desk"))
    return {str(path.relative_to(site)): path.read_text("utf-8") for path in files}


def meta(html: str, name: str) -> list[str]:
    return re.findall(rf'<meta (?:name|property)="{re.escape(name)}" content="([^"]*)">', html)


def linked_data(html: str) -> list[dict[str, object]]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    graph: list[dict[str, object]] = json.loads(text)["@graph"]
    return graph


def address(site: Path, path: str) -> str:
    return f"{URL}{path}/" if (site / path).is_dir() and not (site / f"{path}.html").exists() else f"{URL}{path}.html"


def test_each_page_has_a_description_of_its_own(public: Path) -> None:
    descriptions = {path: meta(html, "description") for path, html in pages_of(public).items()}
    assert all(len(found) == 1 for path, found in descriptions.items() if not path.startswith("index"))
    assert "in words that nobody else uses" in page_at(public, "about").partition("</head>")[0]
    texts = [found[0] for found in descriptions.values() if found]
    assert len(set(texts)) == len(texts)


def test_each_page_has_one_title_and_preview(public: Path) -> None:
    for path, html in pages_of(public).items():
        for name in ("og:title", "og:url", "og:image", "twitter:card", "og:site_name"):
            assert len(meta(html, name)) == 1, (path, name)
        assert meta(html, "og:site_name") == ["R&amp;D &lt;School&gt;"]
    assert meta(page_at(public, "index"), "og:title") == ["R&amp;D &lt;School&gt;"]
    phase = page_at(public, "phases/foundations")
    assert meta(phase, "og:title") == ["Foundations"] and meta(phase, "og:url") == [address(public, "phases/foundations")]
    assert meta(phase, "og:image") == [f"{URL}assets/cards/phase-foundations.png"]
    assert meta(page_at(public, "about"), "og:image") == [f"{URL}assets/cards/site.png"]


def test_pictures_have_the_size_that_their_pages_state(public: Path) -> None:
    pictures = sorted((public / "assets" / "cards").iterdir())
    assert [path.name for path in pictures] == ["phase-deep-learning.png", "phase-foundations.png", "site.png"]
    for path in pictures:
        content = path.read_bytes()
        assert content.startswith(b"\x89PNG\r\n\x1a\n") and struct.unpack(">II", content[16:24]) == CARD_SIZE
        assert len(content) < 300_000
    assert meta(page_at(public, "about"), "og:image:width") == ["1200"] and meta(page_at(public, "about"), "og:image:height") == ["630"]


def test_linked_data_names_course_phases_papers_and_the_way(public: Path) -> None:
    (home,) = linked_data(page_at(public, "index"))
    assert (home["@type"], home["name"], home["dateModified"]) == ("Course", "A small roadmap", "2026-03-02")
    phase, way = linked_data(page_at(public, "phases/foundations"))
    assert phase["@type"] == "LearningResource" and phase["isPartOf"] == {"@id": home["@id"]} and phase["teaches"] == ["Mathematics"]
    assert [item["name"] for item in way["itemListElement"]] == ["R&D <School>", "Phases", "Foundations"]  # type: ignore[attr-defined]
    assert [item["item"] for item in way["itemListElement"]][-1] == address(public, "phases/foundations")  # type: ignore[attr-defined]
    papers, _ = linked_data(page_at(public, "papers"))
    assert papers["itemListElement"][0]["item"]["@type"] == "ScholarlyArticle"  # type: ignore[index]
    for html in pages_of(public).values():
        assert "<School>" not in "".join(re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL))


def test_private_pages_are_not_listed(public: Path) -> None:
    private = {path for path, html in pages_of(public).items() if meta(html, "robots") == ["noindex"]}
    assert private == {path for path in pages_of(public) if path.startswith("dashboard/")} and len(private) >= 8
    assert all("application/ld+json" not in pages_of(public)[path] for path in private)
    root = ElementTree.parse(public / "sitemap.xml").getroot()
    listed = {element.text or "" for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert address(public, "phases/foundations") in listed and not [url for url in listed if "/dashboard/" in url]
    # Instant navigation finds them by local names, whatever their namespace.
    assert len([element for element in root.iter() if element.tag.endswith("}url")]) == len(listed) + len(private)


def test_the_feed_is_atom_and_agrees_with_the_page(public: Path) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    root = ElementTree.parse(public / "feed.xml").getroot()
    assert root.tag == f"{atom}feed" and root.findtext(f"{atom}updated") == "2026-03-02T00:00:00Z"
    entries = root.findall(f"{atom}entry")
    assert [entry.findtext(f"{atom}updated") for entry in entries] == [f"2026-{day}T00:00:00Z" for day in ("03-02", "03-01", "02-01", "01-01")]
    ids = [entry.findtext(f"{atom}id") or "" for entry in entries]
    assert len(set(ids)) == 4 and all(id.startswith(f"{address(public, 'news')}#day-") for id in ids)
    page = page_at(public, "news")
    assert all(f'id="{id.partition("#")[2]}"' in page for id in ids)
    texts = [entry.findtext(f"{atom}content") or "" for entry in entries]
    assert f'New topic: <a href="{address(public, "phases/deep-learning")}#topic-attention">Attention</a>' in texts[0]
    assert "“tensors” is now part of" in texts[1] and "the &lt;same&gt; &amp; more" in texts[1] and "“unhelpful” was removed." in texts[1]
    # What a split creates is told by the split alone.
    assert texts[2].count("Matrices") == 1
    assert f'<link rel="alternate" type="application/atom+xml" href="{URL}feed.xml"' in page_at(public, "index")


def test_robots_and_llms_name_the_site(public: Path) -> None:
    assert (public / "robots.txt").read_text("utf-8") == f"User-agent: *\nAllow: /\n\nSitemap: {URL}sitemap.xml\n"
    text = (public / "llms.txt").read_text("utf-8")
    assert text.startswith("# R&D <School>\n\n> Two phases") and "dashboard" not in text
    for path in ("phases/foundations", "phases/deep-learning", "papers"):
        assert f"]({address(public, path)})" in text
    assert f"]({URL}roadmap.json)" in text and f"]({URL}feed.xml)" in text
    assert re.findall(r"\n- \[[^\n]+\n\n- ", text) == []


def test_without_an_address_only_what_needs_none_is_there(local: Path) -> None:
    for html in pages_of(local).values():
        assert "og:" not in html and "ld+json" not in html and "atom+xml" not in html
    for name in ("feed.xml", "robots.txt", "assets/cards"):
        assert not (local / name).exists()
    assert meta(page_at(local, "dashboard/plan"), "robots") == ["noindex"]
    assert "](phases/foundations/)" in (local / "llms.txt").read_text("utf-8")
    assert "New topic: <a" in page_at(local, "news")


def test_the_client_gets_added_topics_except_parts_of_a_split(tmp_path: Path) -> None:
    def added(text: str) -> object:
        (tmp_path / "roadmap.yml").write_text(text, "utf-8")
        index = RoadmapIndex(load(tmp_path / "roadmap.yml").roadmap)
        return json.loads(client_data(index).removeprefix("globalThis.roadmapMap=").removesuffix(";\n")).get("added")

    assert added(PUBLISHED) == [["2026-03-02", [[3, 4]]]]
    every = PUBLISHED.replace("into: [matrices, vectors]", "into: [vectors]")
    assert added(every) == [["2026-02-01", [[1, 2]]], ["2026-03-02", [[3, 4]]]]
    # Those of half a year.
    assert added(every.replace("2026-03-02", "2026-09-02")) == [["2026-09-02", [[3, 4]]]]
    assert added(SMALL.read_text("utf-8")) is None


def test_a_roadmap_that_is_not_published_has_no_news(site: Path) -> None:
    assert not list(site.rglob("news*")) and not (site / "feed.xml").exists()


def test_own_files_and_own_previews_take_precedence(project: Project) -> None:
    folder = project(site_url=URL, plugins=["search", {"learning-roadmap": {"cards": False}}, {"macros": MACROS}])
    (folder / "content" / "pages" / "robots.txt").write_text("mine\n", "utf-8")
    site = build_site(folder)
    assert (site / "robots.txt").read_text("utf-8") == "mine\n" and not (site / "assets" / "cards").exists()
    assert meta(page_at(site, "index"), "twitter:card") == ["summary"]
    html = with_head('<head><meta property="og:title" content="Mine"></head>', PageHead("A", "B", "C", URL))
    assert html.count("og:") == 1


def test_linked_data_cannot_end_its_element() -> None:
    node = json.dumps({"@type": "Thing", "name": "</script><script>alert(1)</script>&amp;"})
    head = PageHead("A", "B", "C", URL, nodes=[node])
    html = with_head("<head></head>", head)
    assert html.count("</script>") == 1
    assert linked_data(html)[0]["name"] == "</script><script>alert(1)</script>&amp;"


def test_a_feed_is_the_same_at_any_time() -> None:
    from learning_roadmap.datafile import parse
    from learning_roadmap.text import decode

    index = RoadmapIndex(parse(decode(PUBLISHED.encode(), "x.yml"), Path("x.yml")).roadmap)
    settings = Settings(lambda here, there: there.removesuffix(".md") + ".html", site_url=URL)
    assert feed(index, settings) == feed(index, settings)
    assert index.roadmap.published == date(2026, 1, 1) and load(SMALL).roadmap.published is None


def test_pictures_are_made_once_and_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cards = [Card("site", "A road", "above", "below"), Card("a", "Ζεύς & <b>*x*", "above", "below", 0), Card("b", "机器学习", "above", "below", 1)]
    first = cached_cards(cards, 2, (), tmp_path / "one")
    assert set(first) == {"site", "a"}, "no font has the title of the third"
    (file,) = (tmp_path / "one").iterdir()
    stored, number = file.read_bytes(), file.stat().st_ino
    # Those of a site in another language are kept beside them.
    cached_cards(cards[:1], 2, (), tmp_path / "one")
    assert cached_cards(cards, 2, (), tmp_path / "one") == first and file.stat().st_ino == number
    for damaged in (b"damaged", stored[:-3], stored[:-3] + b"abc"):
        file.write_bytes(damaged)
        assert cached_cards(cards, 2, (), tmp_path / "one") == first
        assert file.read_bytes() == stored
    monkeypatch.setenv(SWITCH, "0")
    assert cached_cards(cards, 2, (), tmp_path / "two") == first
    assert not (tmp_path / "two").exists()


def test_a_site_map_without_private_pages_stays_as_it_is() -> None:
    text = '<urlset xmlns="x">\n<url>\n<loc>a</loc>\n</url>\n</urlset>'
    assert without_private(text, []) == text
    assert "<private:loc>a</private:loc>" in without_private(text, ["a"])
