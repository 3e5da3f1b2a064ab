"""Every text that the client shows is in the catalogue, gets the values that it needs, and is used."""

import json
import re
from pathlib import Path

import pytest

from learning_roadmap.strings import english
from tests.paths import ROOT
from tests.strings.client_uses import lookups_in, words_in_client
from tests.strings.typescript import literals_in

CLIENT = ROOT / "plugins" / "learning_roadmap" / "client"
MODULES = sorted(path for path in CLIENT.glob("*/*.ts") if path.parent.name != "node_modules")
# Names of keys and tags, and formats: what begins like a sentence, and is none.
TECHNICAL = json.loads((Path(__file__).parent / "technical.json").read_text(encoding="utf-8"))["client"]
STRINGS = english()
KEYS = [key.removeprefix("client.") for key in STRINGS if key.startswith("client.")]


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_contain_no_text(path: Path) -> None:
    words = words_in_client(path.read_text(encoding="utf-8"))
    assert [f"{name_of(path)}:{line}: {text}" for line, text in words if text not in TECHNICAL] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_used_text_exists_and_gets_its_values(path: Path) -> None:
    for lookup in lookups_in(path.read_text(encoding="utf-8")):
        for pattern in lookup.keys:
            keys = [key for key in KEYS if re.fullmatch(pattern, key)]
            place = f"{name_of(path)}:{lookup.line}: {pattern}"
            assert keys, f"{place} is not in the catalogue"
            for key in keys:
                assert lookup.values == STRINGS.placeholders(f"client.{key}"), place


def test_every_text_is_used() -> None:
    sources = [path.read_text(encoding="utf-8") for path in MODULES]
    patterns = {pattern for source in sources for lookup in lookups_in(source) for pattern in lookup.keys}
    # A key that a table or a parameter holds stands there as a whole.
    literals = {literal.value for source in sources for literal in literals_in(source)}
    loader = "".join(path.read_text(encoding="utf-8") for path in (CLIENT / "loader").glob("*.ts"))
    patterns |= {rf"loader\.{name}" for name in re.findall(r"\bstrings\.(\w+)", loader)}
    assert [key for key in KEYS if key not in literals and not any(re.fullmatch(pattern, key) for pattern in patterns)] == []


def test_every_listed_technical_string_exists() -> None:
    shown = {text for path in MODULES for _, text in words_in_client(path.read_text(encoding="utf-8"))}
    assert sorted(set(TECHNICAL) - shown) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('say("Saved.");', ["Saved."]),
        ('say(isDone ? "all is done" : `${n} left`);', ["all is done", "{} left"]),
        ('element("p.rm-line", {}, "left");', ["left"]),
        ('element("button", { title: more ? "open" : "close", "aria-label": `${n}s` });', ["open", "close", "{}s"]),
        ("const a = `${n > 1 ? `and ${n} more` : 'Nothing'}`; // Not this", ["and {} more", "Nothing"]),
        ("const a = b / c; say('One two'); const d = e / 2;", ["One two"]),
        ('const a = /["\'`]/.test(b) ? "It is" : "";', ["It is"]),
        ('fail("Not now [PRG-TIME]"); write(`END:${a} of it`);', ["Not now [PRG-TIME]", "END:{} of it"]),
    ],
)
def test_texts_outside_the_catalogue_are_detected(source: str, words: list[str]) -> None:
    assert [text for _, text in words_in_client(source)] == words


@pytest.mark.parametrize(
    "source",
    [
        'import { A } from "./A b.ts";',
        "throw new Error(`${name} is missing`);",
        'document.querySelector("li a"); document.querySelector<HTMLElement>("li a");',
        'if (event.key === "Escape" || "GestureEvent" in globalThis) close();',
        'element("p.rm-line", { class: "rm-button rm-close", type: "button" });',
        'say(text("toast.undo")); write(`state/${id}`, "done");',
        'fail(`${text("read.future", { path })} [PRG-TIME]`, "JSON-SYNTAX"); lines.push(`DTEND;VALUE=DATE:${day}`, "END:VEVENT");',
        "/* It's a comment. */ // It's another",
    ],
)
def test_code_is_not_mistaken_for_text(source: str) -> None:
    assert words_in_client(source) == []


def test_catalogue_lookups_are_recognized() -> None:
    source = 'import { nodes, text } from "./strings.ts";'
    source += 'const a = text("a.b", { count, name: f(1, 2) }); b(nodes<Node>(c === "d" ? "e.f" : `g.${h}`)); text(key, {});'
    assert [(lookup.keys, lookup.values) for lookup in lookups_in(source)] == [
        ((r"a\.b",), frozenset({"count", "name"})),
        ((r"e\.f", r"g\.[^.]+"), frozenset()),
        ((), frozenset()),
    ]
