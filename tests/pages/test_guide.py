"""The study guide of a built site: each QR code in it points to a built page."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from learning_roadmap.cli.guide import pages_on_site
from learning_roadmap.datafile import load
from learning_roadmap.guide import typeset as typesetting
from tests.guide.guides import web_links
from tests.pages.conftest import MACROS, Project, build_site

pytestmark = pytest.mark.slow

SITE = "https://example.org/roadmap/"


@pytest.mark.parametrize("directory_urls", [False, True])
def test_each_qr_code_of_the_guide_points_to_a_built_page(directory_urls: bool, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    codes: list[str] = []
    drawn = typesetting._qr_code

    def draw(address: str) -> bytes:
        codes.append(address)
        return drawn(address)

    monkeypatch.setattr(typesetting, "_qr_code", draw)
    plugins = ["search", {"learning-roadmap": {"guide": True}}, {"macros": MACROS}]
    site = build_site(project(use_directory_urls=directory_urls, site_url=SITE, plugins=plugins))
    pdf = (site / "study-guide.pdf").read_bytes()
    assert codes.count(SITE) == 1, "on the poster"
    chapters = [address for address in codes if not urlsplit(address).fragment and address != SITE]
    sections = [address for address in codes if urlsplit(address).fragment]
    assert len(chapters) == 2 and len(sections) >= 2
    for address in chapters:
        assert address.startswith(SITE) and target(site, address).is_file(), address
        assert web_links(pdf).count(address) == 2, "the code is a link, and so is the address beside it"
    for address in sections:
        assert f'id="{urlsplit(address).fragment}"' in target(site, address).read_text("utf-8"), address
        assert web_links(pdf).count(address) == 1, "the code is a link"


def target(site: Path, address: str) -> Path:
    """The file that a plain web server sends."""
    address_path = urlsplit(address).path.removeprefix("/roadmap/")
    return site / address_path / "index.html" if address_path.endswith("/") else site / address_path


def test_the_command_and_the_site_agree(site: Path, project: Project) -> None:
    directory_urls = not list(site.glob("phases/*.html")) or not (site / "phases" / "foundations.html").exists()
    folder = project(use_directory_urls=directory_urls)
    for _, address in pages_on_site(load(folder / "content" / "roadmap.yml").roadmap, folder / "mkdocs.yml", None):
        assert target(site, SITE + address).is_file()
