"""Exports for other programs: cards for Anki, and a checklist in Markdown."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from playwright.sync_api import Page

from tests.browser.backup.page import store, text_record

TRAPS = [
    "[sound:http://example.org/x.mp3] [anki:play:q:0]",
    "[latex]\\input{/etc/passwd}[/latex] [$]x[/$] [$$]y[/$$]",
    "{{c1::hidden}} {{Front}}",
    "\\(x\\) \\[y\\] & <b>&lt;</b> \"quoted\" 'single'",
    "a\tb\nc",
]


def test_anki_markup_in_notes_is_exported_as_text(backup: Page) -> None:
    store(backup, {"state/vectors": {"state": "done", "at": 5}, "note/vectors": text_record("\n".join(TRAPS), 5, k3x9=5)})
    backup.evaluate("() => { roadmap.roadmapIndex.data.title = 'A::B\\n#notetype:Cloze'; roadmap.roadmapIndex.title = () => '[sound:a.mp3]'; }")
    with backup.expect_download() as download:
        backup.get_by_role("button", name="Export cards for Anki").click()
    head, _, card = Path(download.value.path()).read_text("utf-8").rpartition("#deck column:5\n")
    assert "#html:true" in head and "#notetype:Cloze" not in head.splitlines()
    # What Anki looks for in the HTML of a field: rslib/src/latex.rs, cloze.rs and its audio tags.
    assert re.search(r"\[(?:sound|anki|latex|\$)|\{\{", card) is None
    guid, front, back, tags, deck = card.rstrip("\n").split("\t", 3)[0], *re.findall(r'"([^"]*)"', card)[1:]
    assert (guid, tags) == ('"ai-engineer/vectors"', "ai-engineer foundation")
    assert deck == "A:B #notetype:Cloze::Foundation (Mathematics & Programming)", "two colons of a title begin no deck"
    shown = backup.evaluate(
        "html => { const made = new DOMParser().parseFromString(html, 'text/html').body; return [made.innerText, made.innerHTML]; }", back
    )
    for trap in TRAPS[:4]:
        assert trap in shown[0]
    # MathJax reads a text node at a time.
    assert re.search(r"\\[()\[\]]", shown[1]) is None
    assert front == "&#91;sound:a.mp3]"


NOTE = """\
Ask @octocat and @org/team, see #12, GH-7, owner/name#3 or https://example.org/a(b) and www.example.org.
Write to me@example.org. A `code @kept span` and [a link @in](https://example.org/link) stay, ![a picture](https://example.org/p.png) does not.
An odd ` backtick @after and \\` escaped @more, \\@back `x`@side`y` @a@b 0123456789abcdef0123456789abcdef01234567
[\\@label](https://example.org/q) \\[@no link](https://example.org/r) ``two ` @inside`` <img src=x> &copy; decade
```
@fenced https://example.org/fenced #1
```
  ```
@after an indented fence
- ~~~
@after a fence in a list https://example.org/list
> `
> @quoted `
~~~
@open to the end"""


def active_markup(text: str) -> Iterator[str]:
    """What GitHub would make live in a Markdown text: looked for where it does, outside code and links, by another reader of Markdown."""
    for token in MarkdownIt("commonmark").parse(text):
        inside = 0
        for one in token.children or ():
            inside += (one.type == "link_open") - (one.type == "link_close")
            if one.type == "image" or (one.type == "text" and not inside and re.search(r"@\w|#\d|GH-\d|://|www\.|[0-9a-f]{40}", one.content)):
                yield one.content or str(one.attrs)


def test_a_checklist_creates_no_mentions_or_links_on_github(backup: Page) -> None:
    store(backup, {"note/vectors": text_record(NOTE, 5, k3x9=5), "note/matrices": text_record("@next `", 5, k3x9=5)})
    backup.evaluate("() => { roadmapTopics.topics[roadmapMap.leaves.indexOf('vectors')][0] = '@property and https://example.org/ `#5` C#'; }")
    with backup.expect_download() as download:
        backup.get_by_role("button", name="Export checklist").click()
    text = Path(download.value.path()).read_text("utf-8")
    assert list(active_markup(text)) == []
    assert "- [ ] `@property` and `https://example.org/`" in text
    assert "Ask `@octocat` and `@org/team`, see `#12`, `GH-7`, `owner/name#3`" in text
    # What its author made a link or code is that still; what a reader copies is what was written.
    assert "[a link @in](https://example.org/link)" in text and "`code @kept span`" in text
    assert "\u200b" not in text and "&#64;" not in text
    html = MarkdownIt("commonmark").render(text)
    assert "<code>code @kept span</code>" in html and "@fenced https://example.org/fenced" in html
    assert "<img" not in html


def test_the_checklist_checks_can_fail() -> None:
    for text in ("Ask @octocat", "see #12", "https://example.org/", "![a](https://example.org/p.png)", "`a` ` @b"):
        assert list(active_markup(text)) != []


def test_the_checklist_is_valid_markdown(backup: Page) -> None:
    backup.evaluate("roadmap.store.write([['state/vectors', { state: 'done' }], ['state/matrices', { state: 'skipped' }]])")
    backup.evaluate("roadmap.store.write([['note/vectors', { text: 'line\\nother' }]])")
    backup.evaluate("roadmap.store.write([['links/vectors', { links: [{ title: 'My [page]', url: 'https://example.org/a(b' }] }]])")
    with backup.expect_download() as download:
        backup.get_by_role("button", name="Export checklist").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert (
        "- **Linear Algebra**\n  - [x] Vectors\n    line\n    other\n    - [My \\[page\\]](https://example.org/a%28b)\n  - [ ] Matrices (skipped)\n"
        in text
    )
    others = backup.evaluate("Object.values(roadmapTopics.others).filter(([, , kind]) => kind !== 'topic').length")
    assert len(re.findall(r"^ *- \[[ x]\]", text, re.MULTILINE)) == backup.evaluate("roadmapMap.leaves.length") + others


def test_cards_for_anki_contain_topic_summary_and_note(backup: Page) -> None:
    backup.evaluate(
        "roadmap.store.write([['state/vectors', { state: 'done' }], ['note/vectors', { text: 'a \"quoted\"\\tnote\\nin two lines <b>' }]])"
    )
    with backup.expect_download() as download:
        backup.get_by_role("button", name="Export cards for Anki").click()
    lines = Path(download.value.path()).read_text(encoding="utf-8").split("\n", 6)
    assert lines[:6] == ["#separator:tab", "#html:true", "#notetype:Basic", "#guid column:1", "#tags column:4", "#deck column:5"]
    rows = (
        list(csv.reader([lines[6]], delimiter="\t", doublequote=True))
        if "\n" not in lines[6].strip()
        else list(csv.reader(lines[6].splitlines(keepends=True), delimiter="\t"))
    )
    assert rows == [
        [
            "ai-engineer/vectors",
            "Vectors",
            "a &quot;quoted&quot;\tnote<br>in two lines &lt;b&gt;",
            "ai-engineer foundation",
            "AI engineer roadmap::Foundation (Mathematics & Programming)",
        ]
    ]
