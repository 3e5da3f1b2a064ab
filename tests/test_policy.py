"""What the Content-Security-Policy allows, and what it does not."""

import pytest

from learning_roadmap.mkdocs_plugin.csp import policy, with_policy


def hashes(html: str, directive: str = "script-src") -> int:
    found = next(part for part in policy([html]).split("; ") if part.startswith(directive))
    return found.count("'sha256-")


def test_the_policy_allows_nothing_by_default_and_nothing_unsafe() -> None:
    made = policy(["<script>a()</script>"])
    assert made.startswith("default-src 'none'; ")
    assert "unsafe" not in made and "*" not in made and "http" not in made


@pytest.mark.parametrize(
    ("html", "number"),
    [
        ("<script>a()</script>", 1),
        ("<SCRIPT type='text/JavaScript'>a()</SCRIPT>", 1),
        ("<script>a()</script><script>a()</script><script>b()</script>", 2),
        ("<script>if (1 < 2 && '<p>') a()</script>", 1),
        ("<script src='a.js'></script>", 0),
        ("<script src='a.js'>a()</script>", 0),
        ("<script type='application/json'>{}</script>", 0),
        ("<script></script>", 0),
        ("<!-- <script>a()</script> -->", 0),
        ("<p onclick='a()'>&lt;script&gt;a()&lt;/script&gt;</p>", 0),
    ],
)
def test_only_scripts_that_run_are_hashed(html: str, number: int) -> None:
    assert hashes(html) == number


def test_styles_are_hashed_separately() -> None:
    assert hashes("<style>a{}</style>", "style-src") == 1
    assert hashes("<style>a{}</style>") == 0


def test_line_breaks_are_normalized_as_in_a_browser() -> None:
    assert policy(["<script>a()\r\nb()\r</script>"]) == policy(["<script>a()\nb()\n</script>"])


def test_the_order_of_pages_does_not_matter() -> None:
    pages = [f"<script>{letter}()</script>" for letter in "abcd"]
    assert policy(pages) == policy(reversed(pages))


@pytest.mark.parametrize("head", ["<head>", '<head lang="en">', "<HEAD>\n", '<head>\n  <meta charset="utf-8">', "<head><meta charset=utf-8 />"])
def test_the_policy_precedes_everything_it_can_refuse(head: str) -> None:
    made = with_policy(f"<!doctype html><html>{head}<script>a()</script></head><body><head>", "x")
    assert made.count("Content-Security-Policy") == 1
    assert made.index("Content-Security-Policy") < made.index("<script>")


def test_a_page_without_a_head_is_not_changed() -> None:
    assert with_policy("<header>a</header>", "x") == "<header>a</header>"
