"""Redirect pages at old addresses."""

import re
from pathlib import Path

import pytest

from tests.pages.conftest import MACROS, SMALL, Project, build_site, page_at

pytestmark = pytest.mark.slow

HISTORY = """
history:
- {id: beginnings, was: merged, kind: phase, into: [foundations], reason: 'the <same> "thing"'}
- {id: rest, was: retired, kind: phase}
- {id: coder, was: merged, kind: role, into: [engineer]}
- {id: clerk, was: retired, kind: role}
- {id: calculus, was: merged, kind: topic, into: [vectors]}
- {id: unknown-kind, was: merged, into: [vectors]}
"""


RENAMED = {
    "desk/index": "dashboard/index",
    "desk/plan": "dashboard/plan",
    "desk/left": "dashboard/remaining",
    "desk/journal": "dashboard/journal",
    "desk/changes": "dashboard/changes",
    "desk/keep": "dashboard/backup",
    "desk/print": "dashboard/print",
    "desk/shared": "dashboard/shared",
}


@pytest.fixture(scope="module", params=[False, True], ids=["file-urls", "directory-urls"])
def redirects(request: pytest.FixtureRequest, project: Project) -> Path:
    data = SMALL.read_text("utf-8") + HISTORY
    plugins = ["search", {"learning-roadmap": {"csp": True}}, {"macros": MACROS}]
    return build_site(project(data=data, use_directory_urls=request.param, plugins=plugins))


def test_a_merged_phase_redirects_to_its_successor(redirects: Path) -> None:
    html = page_at(redirects, "phases/beginnings")
    target = "../foundations/" if (redirects / "phases" / "beginnings").is_dir() else "foundations.html"
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in html
    assert f'<link rel="canonical" href="{target}">' in html
    assert f'<a href="{target}">Foundations</a>' in html
    assert "the &lt;same&gt; &#34;thing&#34;" in html
    assert html.index("Content-Security-Policy") < html.index("<script")


def test_a_retired_phase_redirects_to_all_phases(redirects: Path) -> None:
    html = page_at(redirects, "phases/rest")
    assert 'name="robots" content="noindex"' in html and "canonical" not in html
    assert ">All phases</a>" in html


def test_a_merged_role_redirects_to_its_successor_and_a_retired_one_to_all_roles(redirects: Path) -> None:
    target = "../engineer/" if (redirects / "roles" / "coder").is_dir() else "engineer.html"
    html = page_at(redirects, "roles/coder")
    assert f'<link rel="canonical" href="{target}">' in html and f'<a href="{target}">Engineer</a>' in html
    html = page_at(redirects, "roles/clerk")
    assert ">All roles</a>" in html and "canonical" not in html


def test_only_entries_with_pages_of_their_own_have_redirect_pages(redirects: Path) -> None:
    for name in ("calculus", "unknown-kind"):
        assert not list(redirects.rglob(f"{name}*"))


def test_redirect_pages_are_not_listed(redirects: Path) -> None:
    for path in redirects.rglob("*"):
        if path.is_file() and path.suffix in {".html", ".xml", ".json"} and path.name != "roadmap.json" and "beginnings" not in str(path):
            assert "beginnings" not in path.read_text("utf-8"), path


def test_renamed_pages_redirect_from_their_old_addresses(redirects: Path) -> None:
    for old, new in RENAMED.items():
        html = page_at(redirects, old)
        (link,) = re.findall(r'<a href="([^"]*)">', html)
        target = (redirects / address_of(redirects, old)).parent / link
        assert (target / "index.html" if target.is_dir() else target).resolve() == (redirects / address_of(redirects, new)).resolve()
        assert f'<link rel="canonical" href="{link}">' in html and "Content-Security-Policy" in html


def address_of(site: Path, name: str) -> str:
    file = f"{name}.html"
    return file if (site / file).exists() else f"{name}/index.html"


def test_a_navigation_can_use_the_old_name_of_a_page_group(project: Project) -> None:
    site = build_site(project(nav=["index.md", {"Desk": "roadmap:desk"}], validation={"nav": {"omitted_files": "ignore"}}))
    assert 'href="dashboard/"' in page_at(site, "index")


def test_a_handwritten_page_at_an_old_address_is_kept(project: Project) -> None:
    folder = project(data=SMALL.read_text("utf-8") + HISTORY, validation={"omitted_files": "ignore"})
    (folder / "content" / "pages" / "phases").mkdir()
    (folder / "content" / "pages" / "phases" / "beginnings.md").write_text("# My own\n", "utf-8")
    assert "My own" in page_at(build_site(folder), "phases/beginnings")
