"""What a topic teaches, on the pages of phases, resources, papers and disagreements."""

import json
import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from learning_roadmap.model import Paper
from learning_roadmap.pages import Page, Settings, Snippets, build_pages, make_client
from learning_roadmap.pages.coins import context_object
from tests.pages.conftest import Project, build_site, page_at
from tests.pages.teaching import TEACHING, relative, teaching_index
from tests.pages.webpage import see

INDEX = teaching_index()
REL = {"noopener", "noreferrer", "external"}


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {page.path: page for page in build_pages(INDEX, Settings(relative))}


@dataclass
class Row(HTMLParser):
    """One element of a page: its text, its links, and the text inside of its details by their summary."""

    links: dict[str, tuple[str, frozenset[str]]] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, int]] = []
        self._link: tuple[str, frozenset[str], int] | None = None
        self._summary: int | None = None
        self._inside: list[list[object]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "a":
            self._link = (values["href"], frozenset(values.get("rel", "").split()), len(self.text))
        elif tag == "details":
            self._inside.append(["", 0])
        elif tag == "summary":
            self._summary = len(self.text)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link:
            address, rel, start = self._link
            self.links[address] = (self.text[start:], rel)
        elif tag == "summary" and self._summary is not None:
            self._inside[-1] = [self.text[self._summary :], len(self.text)]
        elif tag in {"dt", "dd", "p", "li"}:
            self.text += " "
        elif tag == "details":
            summary, start = self._inside.pop()
            assert isinstance(start, int)
            self.details[" ".join(str(summary).split())] = " ".join(self.text[start:].split())

    def handle_data(self, data: str) -> None:
        self.text += data


def row(page: Page, id: str) -> Row:
    """The row of an entry, up to the next one."""
    html = page.html[page.html.index(f'id="{id}"') :]
    end = re.search(r'<li class="rm-(?:topic|entry)[" ]|<section|</fieldset>|<nav', html)
    parser = Row()
    parser.feed("<" + html[: end.start() if end else None])
    parser.close()
    parser.text = " ".join(parser.text.split())
    return parser


def test_a_topic_shows_its_facts_and_its_summary(pages: dict[str, Page]) -> None:
    text = row(pages["phases/dough.md"], "topic-gluten").text
    assert "intermediate · 1.5 h · preferred" in text
    assert "A net of proteins, as glutenin & gliadin." in text
    assert "<code>glutenin</code> &amp; gliadin" in pages["phases/dough.md"].html
    assert "beginner · 20 h · starting point" in row(pages["phases/dough.md"], "topic-flour").text


def test_one_element_holds_everything_else_about_a_topic(pages: dict[str, Page]) -> None:
    gluten = row(pages["phases/dough.md"], "topic-gluten")
    inside = gluten.details["3 readings · 1 paper · 1 question · 1 of 1 source: Gluten"]
    assert inside.startswith("intermediate · 1.5 h · preferred Read The net · Handbook ")
    assert "Needs Flour (gluten is made of its proteins)" in inside
    assert "Handbook · book" in inside and "School · paid" in inside
    assert "Proteins of Wheat · OpenAI" in inside
    assert "Opens up" in inside and "Baking" in inside
    assert "The Old Way: “The gluten”" in inside
    assert gluten.details["Why does salt help?"] == "It binds <b>water</b> & slows enzymes."


def test_readings_lead_to_the_exact_part(pages: dict[str, Page]) -> None:
    links = row(pages["phases/dough.md"], "topic-gluten").links
    assert links["https://example.org/book/chapter/net.html#gluten"] == ("The net", REL)
    assert links["https://example.org/book/"] == ("Handbook", REL)
    assert links["https://arxiv.org/abs/1907.00001"] == ("Proteins of Wheat", REL)
    assert links["../resources.md#resource-school"] == ("School", frozenset())
    assert links["#topic-flour"][0] == "Flour" and links["#section-baking"][0] == "Baking"
    assert links["../documents/old.md#line-3"][0] == "“The gluten”"


def test_links_to_other_sites_say_so(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for tag in re.findall(r'<a [^>]*href="https?:[^>]*>', page.html):
            assert set(re.findall(r'rel="([^"]*)"', tag)[0].split()) >= REL, tag


def test_a_stale_name_shows_what_became_of_it(pages: dict[str, Page]) -> None:
    machine = row(pages["phases/dough.md"], "topic-machine")
    assert "Discontinued since 2021; now An oven. Nobody sells it." in machine.text
    assert machine.links["#topic-flour"][0] == "An oven"
    assert "Renamed; now Academy." in row(pages["resources.md"], "resource-school").text
    assert "Replaced in 2020-05; now Bread sommelier." in row(pages["certifications.md"], "certification-master").text


def test_a_section_shows_its_summary_its_hours_and_its_prerequisites(pages: dict[str, Page]) -> None:
    text = " ".join("".join(see(pages["phases/dough.md"].html).text).split())
    assert "How gluten gets its strength." in text and "24.5 h" in text
    assert "Prerequisites: Gluten (it holds the gas)" in text


def test_exercises_and_projects_say_when_they_are_done(pages: dict[str, Page]) -> None:
    loaf = row(pages["phases/dough.md"], "practice-first-loaf").text
    assert "3 h" in loaf and "Done when: The crumb is open." in loaf and "Topics: Gluten" in loaf
    bakery = row(pages["projects.md"], "project-bakery").text
    assert row(pages["projects.md"], "project-bakery").links["dashboard/path.md#goal=bakery"][0] == "Path to it"
    assert "12 h" in bakery and "A shop of one day." in bakery and "Done when: All is sold." in bakery


def test_a_resource_lists_its_parts_with_their_topics(pages: dict[str, Page]) -> None:
    handbook = row(pages["resources.md"], "resource-handbook")
    assert "freebeginnerlanguage: enlicense: CC0checked 2026-11-21" in handbook.text
    assert handbook.details["2 parts · 1 topic: Handbook"] == "The net: Gluten History The whole: Gluten"
    assert handbook.links["https://example.org/book/history.html"] == ("History", REL)


def test_papers_are_in_reading_order(pages: dict[str, Page]) -> None:
    page = pages["papers.md"]
    # Crust comes before Oven, which needs it, although the map lists Oven first.
    assert re.findall(r'id="paper-([^"]+)"', page.html) == ["osborne", "hodge", "maillard", "stray"]
    assert [heading.title for heading in page.toc[0].children] == ["Dough", "More papers"]
    assert "In reading order" in "".join(see(page.html).text)
    assert {"papers.bib", "papers.json"} <= set(see(page.html).links)


def test_many_papers_have_a_page_for_each_phase() -> None:
    more = "".join(f"- {{id: p{number}, title: P{number}}}\n" for number in range(120))
    index = teaching_index(TEACHING.replace("- {id: stray, title: Stray}\n", "- {id: stray, title: Stray}\n" + more))
    pages = {page.path: page for page in build_pages(index, Settings(relative))}
    assert re.findall(r'id="paper-([^"]+)"', pages["papers/dough.md"].html) == ["osborne", "hodge", "maillard"]
    assert [heading.title for heading in pages["papers/dough.md"].toc[0].children] == ["Kneading", "Baking"]
    assert "papers/shop.md" not in pages and "paper-stray" in pages["papers.md"].anchors and "paper-hodge" not in pages["papers.md"].anchors
    assert {"papers/dough.md", "papers/dough.md#paper-hodge"} <= set(see(pages["papers.md"].html).links)
    assert row(pages["phases/dough.md"], "topic-oven").links["../papers/dough.md#paper-maillard"][0] == "Maillard, 1912"
    assert {"../papers.bib", "../papers.md"} <= set(see(pages["papers/dough.md"].html).links)
    files = make_client(index, Settings(relative)).files
    # The client leads old addresses, such as papers.html#paper-hodge, to the new page.
    locations = next(text for path, text in files.items() if "locations." in path)
    assert '"papers/dough.md":{"paper":["maillard","hodge","osborne"]}' in locations


def test_a_paper_shows_its_data(pages: dict[str, Page]) -> None:
    maillard = row(pages["papers.md"], "paper-maillard")
    assert "Louis Camille Maillard · 1912 · Comptes rendus" in maillard.text and "Names the reaction." in maillard.text
    assert maillard.links["https://example.org/maillard"][1] == REL
    hodge = row(pages["papers.md"], "paper-hodge")
    assert hodge.links["https://doi.org/10.1021/jf60015a004"][0] == "Dehydrated Foods" and "doi:10.1021/jf60015a004" in hodge.text


def fields_of(html: str) -> list[dict[str, list[str]]]:
    """The fields of each ContextObject on a page, decoded as Zotero does it."""
    objects = []
    for title in re.findall(r'<span class="Z3988" title="([^"]*)"></span>', html):
        fields: dict[str, list[str]] = {}
        for pair in unescape(title).split("&"):
            key, value = pair.split("=")
            fields.setdefault(key, []).append(unquote(value.replace("+", " ")))
        objects.append(fields)
    return objects


def test_reference_managers_find_every_paper(pages: dict[str, Page]) -> None:
    osborne, hodge, maillard, stray = fields_of(pages["papers.md"].html)
    assert maillard == {
        "ctx_ver": ["Z39.88-2004"], "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"], "rft.genre": ["article"],
        "rft.atitle": ["Action des acides & sucres"], "rft.jtitle": ["Comptes rendus"], "rft.au": ["Maillard, Louis Camille"],
        "rft.date": ["1912"], "rft_id": ["https://example.org/maillard"],
    }  # fmt: skip
    assert hodge["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:book"] and hodge["rft.genre"] == ["proceeding"]
    assert hodge["rft.au"] == ["Hodge, John E.", "van der Maaten, Laurens"]
    assert hodge["rft_id"] == ["info:doi/10.1021/jf60015a004", "https://doi.org/10.1021/jf60015a004"]
    assert osborne["rft.type"] == ["preprint"] and osborne["rft.title"] == ["Proteins of Wheat"] and osborne["rft.source"] == ["arXiv"]
    assert stray["rft.title"] == ["Stray"] and "rft_id" not in stray


def test_a_name_of_an_organization_is_not_divided() -> None:
    assert "rft.aucorp=Google%20and%20others" in context_object(Paper(id="a", title="A", authors=("Google and others",)))


def test_the_page_of_disagreements_shows_positions_choice_and_reason(pages: dict[str, Page]) -> None:
    page = pages["disagreements.md"]
    text = " ".join("".join(see(page.html).text).split())
    assert "The Old Way (line 3, The Old Way): Salt at the start <i>." in text and "The Old Way: Or at the end." in text
    assert "This roadmap: At the end." in text and "Why: Salt slows yeast." in text
    assert {"documents/old.md", "documents/old.md#line-3"} <= set(see(page.html).links)
    assert "../disagreements.md" in see(pages["documents/index.md"].html).links


@pytest.mark.parametrize(
    ("phase", "sentence"),
    [
        ("dough", "About 130 hours. The documents say 6-8 weeks; at 10 hours a week it takes about 13 weeks."),
        ("shop", "About 50 hours: 5 weeks at 10 hours a week."),
        ("fame", "At least 4 hours; 1 topic has no hours yet."),
    ],
)
def test_a_phase_says_how_long_it_takes(pages: dict[str, Page], phase: str, sentence: str) -> None:
    # The first phase has 21.5 hours of kneading with an exercise of 3, and 105.5 of baking; the machine is optional.
    data = TEACHING.replace("title: Bread machine\n", "title: Bread machine\n      hours: 900\n")
    page = next(page for page in build_pages(teaching_index(data), Settings(relative)) if page.path == f"phases/{phase}.md")
    assert sentence in "".join(see(page.html).text)


def test_without_a_pace_ten_hours_a_week_are_assumed() -> None:
    pages = build_pages(teaching_index(TEACHING.replace("hours_per_week: 10\n", "")), Settings(relative))
    assert "5 weeks at 10 hours a week" in next(page.html for page in pages if page.path == "phases/shop.md")


def test_milestones_say_what_their_months_mean() -> None:
    data = TEACHING.replace("title: Bread machine\n", "title: Bread machine\n      hours: 900\n")
    page = next(page for page in build_pages(teaching_index(data), Settings(relative)) if page.path == "milestones.md")
    assert re.findall(r'rm-time">(.*?)</p>', page.html) == [
        "Up to here, the goals take about 25 hours: 6 hours a week for 1 month.",
        "Up to here, the goals take about 132 hours: 15 hours a week for 2 months. At 10 hours a week, it is about 3 months.",
        "Up to here, the goals take about 182 hours: 1 hour a week for 30 months.",
        "Up to here, the goals take at least 186 hours; 1 topic has no hours yet.",
    ]


def test_summaries_and_authors_are_searched(pages: dict[str, Page]) -> None:
    found = {entry.anchor: entry.text for page in pages.values() for entry in page.search}
    assert "A net of proteins" in found["topic-gluten"] and "How gluten gets" in found["section-kneading"]
    assert "John E. Hodge" in found["paper-hodge"] and "At the end." in found["disagreement-salt-first"]


def test_only_the_client_data_that_needs_them_has_summaries_and_questions() -> None:
    files = {path.rpartition("/")[2].partition(".")[0]: text for path, text in make_client(INDEX, Settings(relative)).files.items()}
    assert [name for name in ("map", "topics", "locations", "summaries") if "A net of proteins" in files[name]] == ["summaries"]
    assert "slows enzymes" in files["questions"] and "slows enzymes" not in files["topics"]


def test_the_statistics_are_a_table() -> None:
    html = Snippets("about.md", INDEX, Settings(relative)).statistics()
    cells = [re.findall("<td>(.*?)</td>", unescape(line)) for line in html.split("<tr>")]
    assert ["Topics with a summary", "2 of 8", "25 %"] in cells and ["Papers with an arXiv id or DOI", "2 of 4", "50 %"] in cells


def test_the_license_is_in_the_footer_of_every_page_and_in_the_data(project: Project) -> None:
    site = build_site(project(TEACHING, index="# Home\n"))
    for name in ("index", "phases/dough", "papers", "documents/old"):
        footer = page_at(site, name).partition('<footer class="md-footer"')[2]
        assert 'Content: <a href="https://creativecommons.org/licenses/by/4.0/" rel="license noopener noreferrer external">CC BY 4.0</a>' in footer
    data = json.loads((site / "roadmap.json").read_text("utf-8"))
    assert data["license"] == {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
    assert (site / "papers.bib").read_text("utf-8").startswith("@article{maillard,")
    assert [paper["id"] for paper in json.loads((site / "papers.json").read_text("utf-8"))] == ["maillard", "hodge", "osborne", "stray"]


def test_a_copyright_of_the_site_stays(project: Project) -> None:
    site = build_site(project(TEACHING, index="# Home\n", copyright="© The bakers"))
    footer = page_at(site, "index").partition('<footer class="md-footer"')[2]
    assert "© The bakers<br>Content: <a" in footer


def test_dependents_and_readers_are_found() -> None:
    assert [entry.id for entry in INDEX.needed_by["gluten"]] == ["baking"]
    assert [topic.id for topic in INDEX.readers_of["handbook", "net"]] == ["gluten"]
    assert [topic.id for topic in INDEX.readers_of["school", None]] == ["gluten"]
