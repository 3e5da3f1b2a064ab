"""Pages, guide, figures and the client's data count the same: each number is compared with one counted by hand."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from learning_roadmap.datafile import parse
from learning_roadmap.guide import Options
from learning_roadmap.guide.content import content
from learning_roadmap.model import RoadmapIndex, statistics
from learning_roadmap.pages import Snippets, build_pages
from learning_roadmap.pages.client_data import client_data
from learning_roadmap.text.decode import DecodedText
from tests.browser.dashboard.numbers_site import EXERCISES, GARDEN, HOURS, OPTIONAL, PROJECTS, TO_LEARN
from tests.guide.guides import DAY
from tests.pages.test_pages import SETTINGS

BAR = re.compile(r'class="rm-progress" data-scope="([^"]+)">.*?<span class="rm-count">(.*?)</span>', re.DOTALL)


@pytest.fixture(scope="module")
def garden() -> RoadmapIndex:
    return RoadmapIndex(parse(DecodedText("x.yml", tuple(GARDEN.splitlines())), Path("x.yml")).roadmap)


def words(scope: str) -> str:
    """What a bar says while nothing is done."""

    def noun(count: int, name: str) -> str:
        return f"0 of {count} {name}" + ("" if count == 1 else "s")

    parts = [
        noun(TO_LEARN[scope], "topic") if TO_LEARN.get(scope) else "",
        f"+ {OPTIONAL[scope]} optional" if OPTIONAL.get(scope) else "",
        noun(EXERCISES[scope], "exercise") if scope in EXERCISES else "",
        noun(PROJECTS[scope], "project") if scope in PROJECTS else "",
    ]
    return " · ".join(filter(None, parts))


def test_every_bar_says_the_counts(garden: RoadmapIndex) -> None:
    bars = [bar for page in build_pages(garden, SETTINGS) for bar in BAR.findall(page.html)]
    bars += BAR.findall(Snippets("index.md", garden, SETTINGS).progress())
    # The page to print has the client say it.
    bars = [(scope, text) for scope, text in bars if text]
    assert {scope for scope, _ in bars} >= {*TO_LEARN, "section:exhibits", "topic:fork"}
    for scope, text in bars:
        if scope != "topic:fork":
            plain = text.replace("&#43;", "+").replace("&#183;", "·")
            assert plain == words(scope), scope
    assert ("topic:fork", "0 of 2 topics") in bars, "all of a topic on a branch count for itself"


def test_the_client_has_the_same_sets(garden: RoadmapIndex) -> None:
    data = json.loads(client_data(garden).removeprefix("globalThis.roadmapMap=").removesuffix(";\n"))

    def size(sets: Mapping[str, list[list[int]]]) -> dict[str, int]:
        return {scope: sum(end - start for start, end in spans) for scope, spans in sets.items()}

    assert size(data["tasks"]["exercises"]["sets"]) == EXERCISES
    assert size(data["tasks"]["projects"]["sets"]) == PROJECTS
    counted = size(data["sets"])
    assert {scope: counted[scope] for scope in TO_LEARN} == {scope: TO_LEARN[scope] + OPTIONAL.get(scope, 0) for scope in TO_LEARN}
    [[first, second]] = data["branches"]
    ids = [[data["leaves"][at] for start, end in branch for at in range(start, end)] for branch in (first, second)]
    assert ids == [["grip", "turn"], ["spade"]], "the longest branch is the one that counts"


def test_figures_and_snippets_have_the_same_counts(garden: RoadmapIndex) -> None:
    figures = statistics(garden)
    counts = figures.counts
    assert (counts["topics_to_learn"], counts["optional_topics"]) == (TO_LEARN["all"], OPTIONAL["all"])
    assert counts["counted_topics"] == TO_LEARN["all"] + OPTIONAL["all"]
    snippets = Snippets("index.md", garden, SETTINGS)
    assert [snippets.count(name) for name in ("topics", "optional", "exercises", "projects")] == [7, 3, 1, 2]
    assert {time.id: time.hours for time in figures.phases} == HOURS


def test_phase_pages_and_the_guide_have_the_same_counts_and_hours(garden: RoadmapIndex) -> None:
    pages = {page.path: page.html for page in build_pages(garden, SETTINGS)}
    guide = content(garden, Options(day=DAY))
    hours = guide["hours"]
    assert f"{TO_LEARN['all']} topics" in " ".join(guide["counts"]).replace("\u00a0", " ")
    for chapter, row in zip(guide["chapters"], hours["rows"], strict=True):
        id = chapter["id"]
        assert f"{TO_LEARN[f'phase:{id}']} topic" in " ".join(chapter["facts"]).replace("\u00a0", " ")
        study, practice = (0 if row[name] == "–" else float(row[name]) for name in ("study", "practice"))
        assert study + practice == HOURS[id]
        assert f"About {HOURS[id]} hours" in pages[f"phases/{id}.md"]
    assert [row["projects"] for row in hours["rows"]] == ["–", "–", "30"], "projects are stated apart"
    assert float(hours["total"]["study"]) + float(hours["total"]["practice"]) == sum(HOURS.values())
