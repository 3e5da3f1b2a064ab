"""The rows that no template writes: each value in them is escaped."""

import ast
import inspect

from markupsafe import Markup

from learning_roadmap.model import FORMAT, Document, Phase, Provenance, Question, Roadmap, RoadmapIndex, Section, Topic
from learning_roadmap.pages import Settings, calm_rows
from learning_roadmap.pages.anchors import Addresses
from learning_roadmap.pages.calm_rows import CalmRows
from learning_roadmap.pages.view import View
from tests.pages.hostile import EVIL


def unescaped(code: str) -> list[str]:
    """The values in f-strings with HTML that ``e`` does not escape."""
    html = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.JoinedStr) and "<" in ast.unparse(node)]
    values = [value.value for node in html for value in node.values if isinstance(value, ast.FormattedValue)]
    return [ast.unparse(value) for value in values if not (isinstance(value, ast.Call) and ast.unparse(value.func) == "e")]


def test_each_value_is_escaped() -> None:
    assert unescaped('f"<b>{e(title)}</b>{title}"; f"{count}/{total}"') == ["title"]
    assert unescaped(inspect.getsource(calm_rows)) == []


def test_a_text_is_no_markup() -> None:
    topic = Topic(id="a", title=EVIL, also=(EVIL,), summary=EVIL, hours=1, check=(Question(ask=EVIL, answer=EVIL),))
    topic = topic.model_copy(update={"named": (Provenance(document="d", line=1, words=EVIL),)})
    documents = tuple(Document(id=id, title=EVIL, file=f"{id}.md") for id in "de")
    phases = (Phase(id="p", title="P", sections=(Section(id="s", title="S", topics=(topic,)),)),)
    index = RoadmapIndex(Roadmap(format=FORMAT, id="r", title="R", documents=documents, phases=phases))
    rows = CalmRows(View("phases/p.md", index, Addresses(index), Settings(lambda source, to: to, lambda id: EVIL)))
    html = rows.start(topic, "rm-topic", EVIL) + rows.topic(topic, Markup("<b>status</b>"))
    assert "<script" not in html
    assert "<b>status</b>" in html
    # Its title, twice in an attribute and in text, beside its other texts.
    assert html.count("&lt;script&gt;alert(1)") >= 12
