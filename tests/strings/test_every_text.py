"""Every text that learners see is in the catalogue, and every text of the catalogue is used."""

import json
import re
from pathlib import Path

import pytest

from learning_roadmap.strings import english
from tests.paths import ROOT
from tests.strings.uses import keys_in_layout, keys_in_module, template_strings, wordings_in_module, words_in_layout, words_in_template

PACKAGE = ROOT / "plugins" / "learning_roadmap"
TEMPLATES = [
    *sorted((PACKAGE / "templates").glob("*.html")),
    *sorted((PACKAGE / "theme").rglob("*.html")),
    *sorted((PACKAGE / "theme_search").rglob("*.html")),
    *sorted((ROOT / "overrides").rglob("*.html")),
]
# What these say goes to whoever runs the build.
BUILD_MESSAGES = {"glyphs.py", "other_navigation.py", "other_plugins.py"}
MODULES = [path for name in ("pages", "guide", "mkdocs_plugin") for path in sorted((PACKAGE / name).glob("*.py")) if path.name not in BUILD_MESSAGES]
LAYOUTS = sorted((PACKAGE / "guide" / "layout").glob("*.typ"))
TECHNICAL = json.loads((Path(__file__).parent / "technical.json").read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_templates_contain_no_text(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    _, constants = template_strings(source)
    found = [*words_in_template(source), *sorted(constant for constant in constants if re.search("[A-Za-z]", constant))]
    assert [text for text in found if text not in TECHNICAL["templates"]] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_contain_no_text(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert [text for text in wordings_in_module(source) if text not in TECHNICAL["modules"]] == []
    assert not re.search(r"import .*\bplural\b", source), "a count in words is a text with plural forms"


@pytest.mark.parametrize("path", LAYOUTS, ids=name_of)
def test_layouts_contain_no_text(path: Path) -> None:
    assert [text for text in words_in_layout(path.read_text(encoding="utf-8")) if text not in TECHNICAL["layouts"]] == []


def test_texts_outside_the_catalogue_are_detected() -> None:
    assert words_in_template('<p title="{{ x }} of">{% if a %}Next{% endif %}</p>') == [" of", "Next"]
    assert template_strings('{{ text("a.b" if c else "a.c") }}{{ mark("optional") }}') == ({"a.b", "a.c"}, {"optional"})
    assert wordings_in_module('"""Doc string here."""\nx: "Node" = view.words("a b") + "Next" + f"{n} of all"\nraise E("not seen")') == [
        "Next",
        " of all",
    ]
    assert wordings_in_module("x = f'<p class=\"rm-a rm-b\">{e(y)}</p>'") == []
    assert wordings_in_module("x = f'<p class=\"rm-a rm-b\">of all {e(y)}</p>'") == ['<p class="rm-a rm-b">of all ']
    assert words_in_layout('#let a = "Mo day"\n#small[Needs #it.b.map(x => [ (#x)]).join(", ")] // Not this') == ["Mo day", "Needs "]


def test_every_text_is_used_and_every_used_text_exists() -> None:
    patterns: set[str] = set()
    for path in TEMPLATES:
        patterns |= {re.escape(f"pages.{key}") for key in template_strings(path.read_text(encoding="utf-8"))[0]}
    for path in [*MODULES, *(PACKAGE / "export").glob("*.py")]:
        patterns |= keys_in_module(path.read_text(encoding="utf-8"), "guide." if path.parent.name == "guide" else "pages.")
    for path in LAYOUTS:
        patterns |= keys_in_layout(path.read_text(encoding="utf-8"))
    keys = [key for key in english() if not key.startswith("client.")]
    assert [key for key in keys if not any(re.fullmatch(pattern, key) for pattern in patterns)] == []
    assert [pattern for pattern in sorted(patterns) if not any(re.fullmatch(pattern, key) for key in keys)] == []
