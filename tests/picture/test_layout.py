"""Where boxes and lines are: nothing overlaps, nothing is too wide, prerequisites come first."""

from itertools import combinations, pairwise

import pytest

from learning_roadmap.datafile import load
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.picture import LARGE, NARROW, PAPER, WIDE, Layout, Style, layout, section_graph
from learning_roadmap.picture.layout import layers_of
from learning_roadmap.picture.text_lines import text_width
from tests.paths import DATA
from tests.picture.course import COURSE_NEEDS, COURSE_PHASES
from tests.picture.maps import boxes, crossings, index_of, overlap

MANY = [f"s{number}" for number in range(100)]
ROADMAPS = {
    "one-section": index_of({"one": ["a"]}),
    "no-sections": index_of({"one": [], "two": []}),
    "no-prerequisites": index_of({"one": ["a", "b", "c"], "two": ["d", "e"]}),
    "chain": index_of({"one": MANY[:30]}, {after: [before] for before, after in pairwise(MANY)}),
    "star": index_of({"one": MANY}, {section: ["s0"] for section in MANY[1:]}),
    "cycle": index_of({"one": ["a", "b"], "two": ["c"]}, {"a": ["b", "c"], "b": ["a"], "c": ["a"]}),
    "many": index_of({"one": MANY[:60], "two": MANY[60:]}, {MANY[number]: [MANY[number - 7], MANY[number - 11]] for number in range(11, 100)}),
    "against-the-map": index_of({"one": ["a"], "two": ["b"], "three": ["c"]}, {"a": ["c"], "b": ["a"]}),
    "long-titles": index_of({"one": ["a", "b"]}, {"b": ["a"]}, title="Donaudampfschifffahrtsgesellschaftskapitän " * 9),
    "chinese": index_of({"one": ["a", "b"]}, {"b": ["a"]}, title="机器学习的数学基础与概率论导论以及线性代数"),
    "course": index_of(COURSE_PHASES, COURSE_NEEDS),
    "project": RoadmapIndex(load(DATA).roadmap),
}


def draw(index: RoadmapIndex, style: Style) -> Layout:
    return layout(index, section_graph(index), style)


@pytest.fixture(params=[WIDE, NARROW, PAPER, LARGE], ids=lambda style: style.name)
def style(request: pytest.FixtureRequest) -> Style:
    style: Style = request.param
    return style


@pytest.mark.parametrize("name", ROADMAPS)
def test_every_box_has_its_own_place_inside_its_phase(name: str, style: Style) -> None:
    picture = draw(ROADMAPS[name], style)
    assert {phase.box.entry.id for phase in picture.phases} == {phase.id for phase in ROADMAPS[name].roadmap.phases}
    assert {box.entry.id for box in boxes(picture)} == {section.id for phase in ROADMAPS[name].roadmap.phases for section in phase.sections}
    assert not [(one.entry.id, other.entry.id) for one, other in combinations(boxes(picture), 2) if overlap(one, other)]
    assert not any(overlap(one.box, other.box) for one, other in combinations(picture.phases, 2))
    for phase in picture.phases:
        assert 0 <= phase.box.x <= phase.box.x + phase.box.width <= picture.width
        assert 0 <= phase.box.y <= phase.box.y + phase.box.height <= picture.height
        for box in phase.sections:
            assert phase.box.x + style.head <= box.x <= box.x + box.width <= phase.box.x + phase.box.width
            assert phase.box.y < box.y < box.y + box.height < phase.box.y + phase.box.height


@pytest.mark.parametrize("name", ROADMAPS)
def test_what_is_needed_comes_first(name: str, style: Style) -> None:
    picture = draw(ROADMAPS[name], style)
    tops = {phase.box.entry.id: phase.box.y for phase in picture.phases}
    assert all(tops[line.needed] < tops[line.by] for line in picture.lines)
    for phase in picture.phases:
        places = {box.entry.id: (box.x, box.y) for box in phase.sections}
        directions = {(places[line.needed][0] < places[line.by][0], places[line.needed][1] < places[line.by][1]) for line in phase.lines}
        assert all(right or down for right, down in directions)


@pytest.mark.parametrize("name", ROADMAPS)
def test_slices_are_the_whole_picture(name: str, style: Style) -> None:
    picture = draw(ROADMAPS[name], style)
    slices = list(picture.slices())
    assert all(above.y + above.height == below.y for above, below in pairwise(slices))
    assert sum(slice.height for slice in slices) >= picture.height
    lines = {line for slice in slices for line in slice.lines}
    assert lines == {*picture.lines, *(line for phase in picture.phases for line in phase.lines)}


@pytest.mark.parametrize("name", ROADMAPS)
def test_titles_fit_their_boxes(name: str, style: Style) -> None:
    for box in boxes(draw(ROADMAPS[name], style)):
        assert 1 <= len(box.lines) <= style.lines
        assert all(text_width(line) * style.font_size * style.letters <= box.width - 2 * style.pad for line in box.lines)


def test_a_long_title_ends_with_an_ellipsis() -> None:
    box = boxes(draw(ROADMAPS["long-titles"], WIDE))[0]
    assert len(box.lines) == WIDE.lines and box.lines[-1].endswith("…")


def test_lines_begin_and_end_at_their_boxes() -> None:
    picture = draw(ROADMAPS["course"], WIDE)
    places = {box.entry.id: box for box in (*boxes(picture), *(phase.box for phase in picture.phases))}
    lines = [*picture.lines, *(line for phase in picture.phases for line in phase.lines)]
    assert len(lines) > 40
    for line in lines:
        for end, id in ((line.points[0], line.needed), (line.points[-1], line.by)):
            box = places[id]
            assert box.x - 2 <= end.x <= box.x + box.width + 2 and box.y - 2 <= end.y <= box.y + box.height + 2


def test_a_picture_of_real_size_is_no_tangle() -> None:
    for style, most in ((WIDE, 6), (NARROW, 6)):
        assert crossings(draw(ROADMAPS["course"], style)) <= most


def test_crossings_are_counted() -> None:
    crossed = draw(index_of({"one": ["a", "b", "c", "d"]}, {"c": ["a", "b"], "d": ["a", "b"]}), NARROW)
    assert crossings(crossed) == 1


def test_layers_have_room_for_few() -> None:
    assert layers_of({"a": (), "b": (), "c": (), "d": ("c",)}, 2) == [["a", "b"], ["c"], ["d"]]
