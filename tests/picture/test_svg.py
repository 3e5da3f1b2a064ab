"""The SVG: text is shown as text, colours are classes, and the same data gives the same bytes."""

import os
import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from learning_roadmap.model import RoadmapIndex
from learning_roadmap.picture import NARROW, WIDE, NoGraphviz, layout, section_graph, svg
from tests.paths import DATA, ROOT
from tests.picture.maps import index_of

HOSTILE = "<b>&\"' ]]> {{ 7*7 }} </text><script>alert(1)</script>"
DRAW = f"""
from pathlib import Path
from learning_roadmap.datafile import load
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.picture import NARROW, WIDE, layout, section_graph, svg
index = RoadmapIndex(load(Path({str(DATA)!r})).roadmap)
for style in (WIDE, NARROW):
    print(svg(layout(index, section_graph(index), style), lambda entry: entry.id, str))
"""


def drawn(index: RoadmapIndex, style: object = WIDE) -> str:
    assert style in (WIDE, NARROW)
    return svg(
        layout(index, section_graph(index), WIDE if style is WIDE else NARROW), lambda entry: f'#"{entry.id}', lambda count: f"{count} <topics>"
    )


@pytest.mark.parametrize("style", [WIDE, NARROW], ids=lambda style: style.name)
def test_texts_and_addresses_are_escaped(style: object) -> None:
    html = drawn(index_of({"one": ["a", "b"]}, {"b": ["a"]}, title=HOSTILE), style)
    tree = ElementTree.fromstring(html)
    assert {element.tag for element in tree.iter()} <= {"div", "svg", "a", "title", "rect", "text", "tspan", "path"}
    assert [link.get("{http://www.w3.org/1999/xlink}href") for link in tree.iter("a")] == ['#"one', '#"a', '#"b']
    assert {"".join(text.itertext()) for text in tree.iter("text") if text.get("class")} == {"1 <topics>", "2 <topics>"}
    assert {title.text for title in tree.iter("title")} <= {HOSTILE}
    assert "".join("".join(text.itertext()) for text in tree.iter("text") if not text.get("class")).count("<b>&\"'") == 3


def test_the_policy_allows_all_of_it() -> None:
    html = drawn(index_of({"one": ["a"]}))
    assert not re.search(r'\s(style|id|on\w+)="', html)


def test_each_box_is_a_link_that_the_keyboard_skips() -> None:
    tree = ElementTree.fromstring(drawn(index_of({"one": ["a", "b"], "two": []})))
    assert tree.get("aria-hidden") == "true"
    assert [(link.get("data-rm-node"), link.get("tabindex")) for link in tree.iter("a")] == [
        (name, "-1") for name in ("phase:one", "section:a", "section:b", "phase:two")
    ]


def test_coordinates_are_whole_numbers() -> None:
    html = drawn(index_of({"one": ["a", "b"], "two": ["c"]}, {"b": ["a"], "c": ["a"]}))
    assert not re.search(r'"[^"]*\d\.\d', html)


def test_the_same_bytes_in_every_process() -> None:
    first, second = (
        subprocess.run([sys.executable, "-c", DRAW], env={**os.environ, "PYTHONHASHSEED": seed}, cwd=ROOT, capture_output=True, check=True)
        for seed in ("1", "77")
    )
    assert first.stdout == second.stdout
    assert len(first.stdout) > 10_000
    assert first.stderr == second.stderr == b"", "Graphviz has nothing to say about fonts"


def test_without_graphviz_there_is_an_error_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with pytest.raises(NoGraphviz):
        drawn(index_of({"one": ["a"]}))
