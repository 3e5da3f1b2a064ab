"""The Chinese site has the plugins and pages of the English one, and its titles are translated."""

from pathlib import Path
from typing import Any

import yaml

from learning_roadmap.datafile import load
from learning_roadmap.model import in_language
from tests.paths import ROOT


class _Loader(yaml.SafeLoader):
    """Reads the tags of MkDocs as text."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: str(node.tag))


def config(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load((ROOT / name).read_text("utf-8"), Loader=_Loader)
    return loaded


def groups(nav: object) -> list[str]:
    """The placeholders of a navigation, in order."""
    if isinstance(nav, str):
        return [nav] if nav.startswith("roadmap:") else []
    values = nav.values() if isinstance(nav, dict) else nav
    assert isinstance(values, list) or hasattr(values, "__iter__")
    return [group for value in values for group in groups(value)]


def test_both_sites_have_the_same_plugins_and_extensions() -> None:
    english, chinese = config("mkdocs.yml"), config("mkdocs.zh.yml")
    # Lists of an inherited file are replaced, not merged.
    differences = {"guide", "scope"}

    def plugins(of: dict[str, Any]) -> list[Any]:
        options = [entry if isinstance(entry, dict) else {entry: {}} for entry in of["plugins"]]
        return [{name: {key: value for key, value in one.items() if key not in differences} for name, one in entry.items()} for entry in options]

    assert plugins(chinese) == plugins(english)
    names = [[entry if isinstance(entry, str) else next(iter(entry)) for entry in of["markdown_extensions"]] for of in (english, chinese)]
    assert names[0] == names[1]


def test_both_sites_have_the_same_generated_pages_in_the_same_order() -> None:
    assert groups(config("mkdocs.zh.yml")["nav"]) == groups(config("mkdocs.yml")["nav"])


def test_both_sites_have_the_same_colours_and_languages() -> None:
    english, chinese = config("mkdocs.yml"), config("mkdocs.zh.yml")

    def colours(of: dict[str, Any]) -> list[dict[str, Any]]:
        return [{name: value for name, value in one.items() if name != "toggle"} for one in of["theme"]["palette"]]

    assert colours(chinese) == colours(english)
    assert [one["lang"] for one in chinese["extra"]["alternate"]] == [one["lang"] for one in english["extra"]["alternate"]]


def test_titles_of_phases_and_sections_are_translated() -> None:
    roadmap = in_language(load(Path(ROOT / "content" / "roadmap.yml")).roadmap, "zh")
    titles = [entry.title for phase in roadmap.phases for entry in (phase, *phase.sections)]
    assert [title for title in titles if title.isascii()] == ["Stable Diffusion"]
