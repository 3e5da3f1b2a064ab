"""Printed addresses: each is a link, breaks well, and can be copied."""

from pathlib import Path

import pypdfium2
import pytest

from learning_roadmap.cli.guide import pages_on_site
from tests.guide.guides import guide_of, index_of, pages_of, text_of, web_links


@pytest.mark.parametrize(("settings", "address"), [(None, "phases/one.html"), ("use_directory_urls: false", "phases/one.html"),
                                                   ("site_name: X", "phases/one/"), ("use_directory_urls: true", "phases/one/")])  # fmt: skip
def test_the_command_follows_the_settings_of_the_site(settings: str | None, address: str, tmp_path: Path) -> None:
    if settings:
        (tmp_path / "mkdocs.yml").write_text(settings + "\n", "utf-8")
    roadmap = index_of([{"id": "t", "title": "T"}]).roadmap
    assert pages_on_site(roadmap, tmp_path / "mkdocs.yml", None) == (("one", address),)
    assert pages_on_site(roadmap, tmp_path / "mkdocs.yml", True) == (("one", "phases/one/"),)


def test_printed_addresses_are_complete_links_without_invisible_characters() -> None:
    urls = [
        "https://example.org/" + "very-long-path_segment/" * 6 + "end?x=1&y=2",
        "http://www.example.org/a",
        "https://www.example.org/" + "a" * 200,
    ]
    resources = [{"id": f"r{at}", "title": f"R{at}", "kind": "book", "url": url} for at, url in enumerate(urls)]
    pdf = guide_of(index_of([{"id": "t", "title": "T"}], resources=resources)).pdf
    joined = text_of(pdf).replace("\n", "")
    assert "\u200b" not in joined
    for url in urls:
        assert url.removeprefix("https://") in joined, url
        assert web_links(pdf).count(url) >= 2, "title and address"
    assert "http://www.example.org/a" in joined, "what a browser does not add by itself is printed"


def test_long_addresses_stay_in_their_column() -> None:
    resources = [{"id": "r", "title": "R", "kind": "book", "url": "https://example.org/" + "a" * 300}]
    pdf = guide_of(index_of([{"id": "t", "title": "T"}], resources=resources)).pdf
    page = pypdfium2.PdfDocument(pdf)[next(at for at, text in enumerate(pages_of(pdf)) if text.startswith("Resources"))]
    text = page.get_textpage()
    letters = [text.get_charbox(at)[2] for at in range(text.count_chars()) if text.get_text_range(at, 1) == "a"]
    assert len(letters) >= 300 and max(letters) < page.get_size()[0] / 2
