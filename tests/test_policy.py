"""What the policy allows, and what it does not."""

import pytest

from learning_roadmap.mkdocs_plugin.csp import policy, with_policy


def hashes(html: str, directive: str = "script-src") -> int:
    found = next(part for part in policy([html]).split("; ") if part.startswith(directive))
    return found.count("'sha256-")


def test_nothing_is_allowed_that_is_not_named_and_nothing_unsafe_is() -> None:
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
def test_scripts_that_run_are_hashed_and_others_not(html: str, number: int) -> None:
    assert hashes(html) == number


def test_styles_are_hashed_on_their_own() -> None:
    assert hashes("<style>a{}</style>", "style-src") == 1
    assert hashes("<style>a{}</style>") == 0


def test_a_line_break_is_one_sign_as_in_a_browser() -> None:
    assert policy(["<script>a()\r\nb()\r</script>"]) == policy(["<script>a()\nb()\n</script>"])


def test_the_order_of_the_references_changes_nothing() -> None:
    pages = [f"<script>{letter}()</script>" for letter in "abcd"]
    assert policy(pages) == policy(reversed(pages))


@pytest.mark.parametrize("head", ["<head>", '<head lang="en">', "<HEAD>\n", '<head>\n  <meta charset="utf-8">', "<head><meta charset=utf-8 />"])
def test_the_policy_stands_before_everything_it_can_refuse(head: str) -> None:
    made = with_policy(f"<!doctype html><html>{head}<script>a()</script></head><body><head>", "x")
    assert made.count("Content-Security-Policy") == 1
    assert made.index("Content-Security-Policy") < made.index("<script>")


def test_a_page_without_a_head_stays_as_it_is() -> None:
    assert with_policy("<header>a</header>", "x") == "<header>a</header>"
