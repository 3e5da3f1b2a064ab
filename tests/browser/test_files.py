"""Progress leaves as a file or a link and comes back: whole, checked, seen before it changes anything, and never worse than it was."""

import base64
import csv
import json
import os
import random
import zlib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.page import PREFIX, box, everything, until
from tests.browser.random_records import items, record

KEEP = "/dashboard/backup/"
# Of random records; the long run tries more.
EXAMPLES = 10_000 if os.environ.get("ROADMAP_ALL") else 2_000
GOOD = {"t1": {"state": "done", "at": 1735689600000}, "t2": {"state": "todo", "at": 1735689600000}}


def states(**more: Any) -> dict[str, Any]:
    return {f"state/{id}": item for id, item in GOOD.items()} | more


def file(content: Any = None, **head: Any) -> bytes:
    whole = {"format": "roadmap-progress", "version": 2, "site": "ai-engineer", "items": states() if content is None else content} | head
    return json.dumps(whole).encode()


def note(text: str) -> dict[str, Any]:
    return {"note/t1": {"text": text, "at": 1735689600000}}


# name, the file, what has to be said (nothing: it is taken), whether it is only a warning
REFUSED = [
    ("empty", b"", "JSON-EMPTY"),
    ("spaces", b" \n\t ", "JSON-EMPTY"),
    ("null", b"null", "PRG-ROOT"),
    ("list", b"[]", "PRG-ROOT"),
    ("string", b'"x"', "PRG-ROOT"),
    ("number", b"12", "PRG-ROOT"),
    ("double-encoded", json.dumps(file().decode()).encode(), "PRG-ROOT"),
    ("trailing-comma", b'{"format":"roadmap-progress","version":2,"items":{"state/t1":{"state":"done","at":1},}}', "JSON-SYNTAX"),
    ("comment", b'{"format":"roadmap-progress", // hello\n"version":2}', "JSON-SYNTAX"),
    ("single-quotes", b"{'format':'roadmap-progress'}", "JSON-SYNTAX"),
    ("nan", b'{"format":"roadmap-progress","version":2,"items":{"state/t1":{"state":"done","at":NaN}}}', "JSON-SYNTAX"),
    ("infinity", b'{"format":"roadmap-progress","version":2,"items":{"state/t1":{"state":"done","at":-Infinity}}}', "JSON-SYNTAX"),
    ("leading-zero", b'{"format":"roadmap-progress","version":02,"items":{}}', "JSON-SYNTAX"),
    ("two-values", b'{"format":"roadmap-progress","version":2,"items":{}}{}', "JSON-SYNTAX"),
    ("line-break-in-a-text", b'{"format":"roadmap-\nprogress"}', "JSON-SYNTAX"),
    ("cut", file()[:-20], "JSON-SYNTAX"),
    ("half-a-character", file(note("x")).replace(b"x", "😀".encode()[:2]), "ENC-UTF8"),
    ("latin-1", file(note("x")).replace(b"x", b"\xe4"), "ENC-UTF8"),
    ("utf-16", file().decode().encode("utf-16"), "ENC-UTF8"),
    ("the-same-key-twice", file({"state/a": {"state": "done", "at": 1}})[:-2] + b',"state/a":{"state":"todo","at":2}}}', "JSON-DUPLICATE"),
    ("deep", b"[" * 50_000, "LIM-DEPTH"),
    ("deep-record", b'{"format":"roadmap-progress","version":2,"items":' + b'{"a":' * 100 + b"1" + b"}" * 101, "LIM-DEPTH"),
    ("no-version", b'{"format":"roadmap-progress","items":{}}', "PRG-VERSION"),
    ("version-as-text", file(version="2"), "PRG-VERSION"),
    ("version-0", file(version=0), "PRG-VERSION"),
    ("version-1.5", file(version=1.5), "PRG-VERSION"),
    ("version-of-the-future", file(version=3), "PRG-VERSION"),
    ("no-format", b'{"version":2,"items":{}}', "PRG-FORMAT"),
    ("another-program", b'{"type": "excalidraw", "version": 2, "elements": []}', "PRG-FORMAT"),
    ("items-as-list", file(["t1", "t2"]), "PRG-TYPE"),
    ("no-items", b'{"format":"roadmap-progress","version":2}', "PRG-TYPE"),
    ("items-null", b'{"format":"roadmap-progress","version":2,"items":null}', "PRG-TYPE"),
    ("empty-key", file({"": {"state": "done", "at": 1}}), "PRG-ID"),
    ("empty-id", file({"state/": {"state": "done", "at": 1}}), "PRG-ID"),
    ("bare-id", file({"t1": {"state": "done", "at": 1}}), "PRG-ID"),
    ("upper-case-id", file({"state/T1": {"state": "done", "at": 1}}), "PRG-ID"),
    ("long-id", file({f"state/{'a' * 81}": {"state": "done", "at": 1}}), "PRG-ID"),
    ("path-upwards", file({"state/../meta/format": {"state": "done", "at": 1}}), "PRG-ID"),
    ("inner-affairs", file({"meta/format": {"state": "done", "at": 1}}), "PRG-ID"),
    ("damaged-affairs", file({"damaged/state/a": {"state": "done", "at": 1}}), "PRG-ID"),
    ("proto", b'{"format":"roadmap-progress","version":2,"items":{"__proto__":{"state":"done","polluted":1}},"__proto__":{"polluted":1}}', "PRG-ID"),
    ("proto-id", b'{"format":"roadmap-progress","version":2,"items":{"state/__proto__":{"state":"done","at":1}}}', "PRG-ID"),
    ("constructor", file({"constructor": {"state": "done", "at": 1}}), "PRG-ID"),
    ("state-unknown", file({"state/t1": {"state": "yes", "at": 1}}), "PRG-TYPE"),
    ("state-as-number", file({"state/t1": {"state": 1, "at": 1}}), "PRG-TYPE"),
    ("state-null", file({"state/t1": {"state": None, "at": 1}}), "PRG-TYPE"),
    ("item-true", file({"state/t1": True}), "PRG-TYPE"),
    ("item-text", file({"state/t1": "x"}), "PRG-TYPE"),
    ("no-time", file({"state/t1": {"state": "done"}}), "PRG-TYPE"),
    ("time-as-text", file({"state/t1": {"state": "done", "at": "2025-01-01T00:00:00Z"}}), "PRG-TYPE"),
    ("time-before-1970", file({"state/t1": {"state": "done", "at": -1}}), "PRG-TYPE"),
    ("note-as-number", file({"note/t1": {"text": 5, "at": 1}}), "PRG-TYPE"),
    ("note-of-30-kb", file(note("x" * 30_000)), "LIM-NOTE"),
    ("link-javascript", file({"links/t1": {"links": [{"title": "t", "url": "javascript:alert(1)"}], "at": 1}}), "PRG-TYPE"),
    ("link-data", file({"links/t1": {"links": [{"title": "t", "url": "data:text/html,x"}], "at": 1}}), "PRG-TYPE"),
    ("plan-absurd", file({"plan/current": {"start": "2025-02-30", "hours": -5, "at": 1}}), "PRG-PLAN"),
    ("plan-without-hours", file({"plan/current": {"start": "2025-02-03", "week": [0] * 7, "at": 1}}), "PRG-PLAN"),
    ("plan-for-ever", file({"plan/current": {"start": "2025-02-03", "hours": 1e9, "at": 1}}), "PRG-PLAN"),
    ("plan-start-99999", file({"plan/current": {"start": "99999-02-03", "hours": 5, "at": 1}}), "PRG-PLAN"),
    ("day-off-the-calendar", file({"day/2025-02-xx": {"ticks": {}, "at": 1}}), "PRG-ID"),
    ("habit-by-method-name", file({"day/2025-02-01": {"ticks": {"__proto__x": 1}, "at": 1}}), "PRG-TYPE"),
    ("month-13", file({"month/2025-13": {"learned": "x", "at": 1}}), "PRG-ID"),
    ("more-entries-than-the-limit", file({f"state/t{number}": {"state": "done", "at": 1} for number in range(100_001)}), "LIM-ITEMS"),
    ("one-bad-of-many", file(states() | {"state/t3": {"state": "maybe", "at": 1}}), "PRG-TYPE"),
]  # fmt: skip
TAKEN = [
    ("plain", file(), ""),
    ("byte-order-mark", b"\xef\xbb\xbf" + file(), ""),
    ("crlf", file().replace(b", ", b",\r\n"), ""),
    ("unknown-field", file({"state/t1": {"state": "done", "at": 1, "colour": "red"}}), ""),
    ("unknown-ids", file(states() | {"state/gone-topic": {"state": "done", "at": 1}}), "PRG-ORPHAN"),
    ("ids-like-methods", file({"state/tostring": {"state": "done", "at": 1}, "state/valueof": {"state": "done", "at": 1}}), "PRG-ORPHAN"),
    ("of-the-future", file({"state/t1": {"state": "done", "at": 32472144000000}}), "PRG-TIME"),
    ("of-another-site", file(site="cooking"), "PRG-SITE"),
    ("html-note", file(note("<img src=x onerror=alert(1)><script>alert(2)</script>")), ""),
    ("bidi-note", file(note("a\u202eb\u0000c\u001b[31m")), ""),
    ("spaces-and-crlf-note", file(note("  a\r\n\tb  ")), ""),
    ("lone-surrogate-note", file(note("a\ud83d")), ""),
    ("version-1", json.dumps({"format": "roadmap-progress", "version": 1, "items": GOOD}).encode(), ""),
    ("no-items-yet", file({}), ""),
    ("wrong-checksum", file(sha256="0" * 64), ""),
]  # fmt: skip


@pytest.fixture
def keep(page: Page, server: str) -> Page:
    page.goto(server + KEEP)
    page.evaluate("roadmap.need('files')")
    expect(page.get_by_role("heading", name="Restore")).to_be_visible()
    return page


def read(page: Page, content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        """async given => {
             const bytes = Uint8Array.from(atob(given), (letter) => letter.charCodeAt(0));
             const isKnown = (id) => ["t1", "t2"].includes(id);
             const read = await roadmap.progress.read(bytes.buffer, { isKnown, now: Date.now() });
             return { ...read, items: JSON.stringify(Object.fromEntries(read.items)), polluted: ({}).polluted }; }""",
        base64.b64encode(content).decode(),
    )
    return found


def test_every_invalid_file_is_refused_with_its_code_and_changes_nothing(keep: Page) -> None:
    keep.evaluate("roadmap.store.write([['state/vectors', { state: 'done' }]])")
    before = everything(keep)
    wrong = []
    for name, content, code in REFUSED:
        found = read(keep, content)
        if not found["errors"] or f"[{code}]" not in found["errors"][0] or found["items"] != "{}" or found["polluted"]:
            wrong.append((name, found["errors"][:1]))
    assert wrong == []
    assert everything(keep) == before


def test_every_valid_file_is_read_completely(keep: Page) -> None:
    wrong = []
    for name, content, warning in TAKEN:
        found = read(keep, content)
        if (
            found["errors"]
            or (warning and f"[{warning}]" not in " ".join(found["warnings"]))
            or (not warning and found["warnings"] and name != "version-1")
        ):
            wrong.append((name, found))
    assert wrong == []
    assert "[PRG-SUM]" in read(keep, file(sha256="0" * 64))["question"]
    assert json.loads(read(keep, file(note("  a\r\n\tb  ")))["items"])["note/t1"]["text"] == "  a\r\n\tb  "


def test_the_published_schema_and_the_client_agree(keep: Page, server: str) -> None:
    response = keep.request.get(server + "/progress.schema.json")
    validator = Draft202012Validator(response.json())
    Draft202012Validator.check_schema(response.json())
    for name, content, _ in TAKEN:
        if name != "version-1":
            assert validator.is_valid(json.loads(content.decode("utf-8-sig"))), name
    # A schema cannot know the calendar, nor how a text came about; all else that is refused, it refuses.
    beyond = {"note-of-30-kb", "plan-absurd", "plan-start-99999", "proto-id"}
    for name, content, code in REFUSED:
        if code.startswith("PRG-") and name not in beyond:
            assert not validator.is_valid(json.loads(content)), name
    chance = random.Random(5)
    for _ in range(300):
        assert validator.is_valid({"format": "roadmap-progress", "version": 2, "items": items(chance)})


def test_a_syntax_error_is_reported_with_line_and_column(keep: Page) -> None:
    found = read(keep, b'{\n "format": "roadmap-progress",\n "version": 2,\n "items": {"state/t1": {"state": "done", "at": 1},}\n}')
    assert found["errors"] == ["[JSON-SYNTAX] Line 4, column 51: expected a key in quotes."]


def test_all_errors_are_reported_at_once(keep: Page) -> None:
    found = read(keep, file({f"state/t{at}": {"state": "maybe", "at": 1} for at in range(40)}))
    assert len(found["errors"]) == 31 and found["errors"][-1] == "… and 10 more"


def test_import_shows_what_changes_merges_and_can_be_undone(keep: Page, tmp_path: Path) -> None:
    keep.evaluate("roadmap.store.put(new Map([['state/vectors', { state: 'done', at: 5 }], ['state/matrices', { state: 'done', at: 50 }]]))")
    path = tmp_path / "p.json"
    path.write_bytes(
        file({"state/vectors": {"state": "learning", "at": 9}, "state/matrices": {"state": "todo", "at": 9}, "note/vectors": {"text": "n", "at": 1}})
    )
    before = everything(keep)
    keep.locator("#file").set_input_files(path)
    expect(keep.locator(".rm-removals .rm-changes > li")).to_have_text("Vectors (States)done → learning")
    expect(keep.locator(".rm-group .rm-changes > li")).to_have_text("VectorsNewn")
    expect(keep.locator(".rm-status")).to_contain_text("2 changes. 1 of them would remove or undo something.")
    assert {k: v for k, v in everything(keep).items() if not k.startswith("meta/")} == {k: v for k, v in before.items() if not k.startswith("meta/")}
    keep.get_by_role("checkbox", name="Vectors (States)").check()
    keep.get_by_role("button", name="Import", exact=True).click()
    expect(keep.locator(".rm-status")).to_contain_text("2 records imported. You can undo this.")
    assert keep.evaluate("['vectors', 'matrices'].map(roadmap.store.state)") == ["learning", "done"]
    keep.get_by_role("button", name="Undo").click()
    expect(keep.locator(".rm-status")).to_contain_text("Restored.")
    assert keep.evaluate("['vectors', 'matrices'].map(roadmap.store.state)") == ["done", "done"]
    assert keep.evaluate("roadmap.store.read('note/vectors').text") == ""


def test_an_invalid_file_is_announced_and_shown(keep: Page, tmp_path: Path) -> None:
    path = tmp_path / "<b>p.json"
    path.write_bytes(b'{"format":"roadmap-progress","version":2,"items":{"state/<img src=x onerror=alert(1)>":{}}}')
    keep.locator("#file").set_input_files(path)
    expect(keep.locator(".rm-errors")).to_contain_text("[PRG-ID] “state/<img src=x onerror=alert(1)>”")
    expect(keep.locator(".rm-status")).to_contain_text("Nothing was imported from “<b>p.json”")
    assert keep.locator("img[src=x]").count() == 0


def test_export_import_export_gives_the_same_bytes(keep: Page, context: BrowserContext, server: str) -> None:
    chance = random.Random(7)
    sets = [items(chance) for _ in range(EXAMPLES)]
    wrong = keep.evaluate(
        """async sets => { const wrong = [];
             for (const set of sets) {
               const one = await roadmap.progress.write(new Map(Object.entries(set)));
               const bytes = new TextEncoder().encode(one).buffer;
               const { items, errors, question } = await roadmap.progress.read(bytes, { isKnown: () => true, now: Date.now() });
               const stored = [...items].map(([path, item]) => [path, JSON.parse(JSON.stringify(item))]);
               const other = await roadmap.progress.write(new Map(stored));
               if (errors.length > 0 || question !== "" || one !== other) wrong.push([set, errors, question]);
             } return wrong.slice(0, 3); }""",
        sets,
    )
    assert wrong == []


def test_merging_is_commutative_idempotent_and_keeps_concurrent_notes(keep: Page) -> None:
    chance = random.Random(11)
    kinds = ["state", "note", "links", "phase", "review", "day", "month", "focus", "plan"]
    pairs = []
    while len(pairs) < EXAMPLES:
        kind = chance.choice(kinds)
        (path, one), (_, other) = record(chance, kind), record(chance, kind)
        pairs.append([path, one, other])
    wrong = keep.evaluate(
        """pairs => { const { merge, canonical } = roadmap.merging; const wrong = [];
             for (const [path, one, other] of pairs) {
               const there = merge(path, one, other);
               const again = [merge(path, other, one), merge(path, there, one), merge(path, there, other), merge(path, there, there)];
               const texts = [there, ...again].map(canonical);
               if (new Set(texts).size > 1) wrong.push(["differs", path, one, other, texts]);
               if (merge(path, one, one) !== one && canonical(merge(path, one, one)) !== canonical(one)) wrong.push(["not itself", path, one]);
               if (roadmap.records.check(path, JSON.parse(JSON.stringify(there))) !== "") wrong.push(["unfit", path, there]);
               const by = (item) => Object.entries(item.by ?? {});
               const knows = (a, b) => by(b).length > 0 && by(b).every(([device, at]) => (a.by?.[device] ?? -1) >= at);
               if (path.startsWith("note/") && knows(one, other) === knows(other, one)) {
                 const parts = [one, other].flatMap(({ text }) => text.split("\\n\\n---\\n\\n"));
                 if (!parts.every((part) => there.text.includes(part))) wrong.push(["lost", one, other]);
               }
             } return wrong.slice(0, 3); }""",
        pairs,
    )
    assert wrong == []


def test_concurrent_notes_are_joined_and_a_newer_note_replaces(keep: Page) -> None:
    merged = keep.evaluate(
        """() => { const { merge } = roadmap.merging; const path = "note/a";
             const first = { text: "first", at: 1, by: { x: 1 } };
             const here = { text: "here", at: 2, by: { x: 2 } };
             const there = { text: "there", at: 3, by: { x: 1, y: 3 } };
             return [merge(path, first, here).text, merge(path, here, there).text]; }"""
    )
    assert merged == ["here", "here\n\n---\n\nthere"]


# ---- links ----


def test_a_shared_link_opens_read_only_and_can_be_imported(keep: Page, context: BrowserContext, server: str) -> None:
    keep.evaluate("roadmap.store.write([['state/vectors', { state: 'done' }], ['note/vectors', { text: 'private' }]])")
    keep.get_by_role("button", name="Copy link to share your ticks").click()
    expect(keep.get_by_label("Link", exact=True)).to_be_visible()
    address = keep.get_by_label("Link", exact=True).input_value()
    other = context.browser.new_context()  # type: ignore[union-attr]
    page = other.new_page()
    page.goto(address)
    expect(page.get_by_text("✓ Vectors")).to_be_visible()
    assert "private" not in page.content()
    assert [key for key in everything(page) if not key.startswith("meta/")] == []
    page.get_by_role("button", name="Import into this browser").click()
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.locator(".rm-status")).to_contain_text("imported")
    assert page.evaluate("roadmap.store.state('vectors')") == "done"
    other.close()


def test_a_link_with_everything_contains_notes(keep: Page) -> None:
    keep.evaluate("roadmap.store.write([['note/vectors', { text: 'mine <b>' }]])")
    keep.get_by_role("button", name="Copy link to move everything").click()
    expect(keep.get_by_label("Link", exact=True)).to_be_visible()
    hash = keep.get_by_label("Link", exact=True).input_value().split("#")[1]
    found = keep.evaluate("async hash => (await roadmap.share.read(hash)).text", hash)
    assert json.loads(found)["items"]["note/vectors"]["text"] == "mine <b>"


def deflated(data: bytes) -> str:
    packer = zlib.compressobj(9, wbits=-15)
    return base64.urlsafe_b64encode(packer.compress(data) + packer.flush()).decode().rstrip("=")


BAD_LINKS = [
    ("", "not a link to shared progress"),
    ("", "[URLSTATE]"),
    ("s=%E0%A4%A", "not a link to shared progress"),
    ("s=2.", "incomplete"),
    ("s=2.!!!", "not a link to shared progress"),
    ("s=2." + deflated(b'{"format":"roadmap-progress"' + b" " * 500)[:-4], "incomplete"),
    ("s=9.AAAA", "newer version"),
    ("s=2." + deflated(b"0" * 6_000_000), "too much data"),
    ("s=2." + deflated(b"[]"), "The progress in this link cannot be read."),
    ("s=2." + deflated(b"\xff\xfe"), "incomplete"),
    (
        "s=2." + deflated(b'{"format":"roadmap-progress","version":2,"items":{"state/a":{"state":"<img src=x onerror=alert(1)>","at":1}}}'),
        "state must be",
    ),
]


def test_an_invalid_link_reports_what_is_wrong(page: Page, server: str) -> None:
    for hash, message in BAD_LINKS:
        # Another hash alone would not load the page.
        page.goto("about:blank")
        page.goto(f"{server}/dashboard/shared/#{hash}")
        expect(page.locator("[data-rm-desk=shared]"), hash[:40]).to_contain_text(message)
        assert [key for key in everything(page) if not key.startswith("meta/")] == [], hash[:40]


# ---- other programs ----


def test_the_checklist_is_valid_markdown(keep: Page) -> None:
    keep.evaluate("roadmap.store.write([['state/vectors', { state: 'done' }], ['state/matrices', { state: 'skipped' }]])")
    keep.evaluate("roadmap.store.write([['note/vectors', { text: 'line\\nother' }]])")
    with keep.expect_download() as download:
        keep.get_by_role("button", name="Export checklist").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert "- [x] Vectors\n  line\n  other\n- [ ] Matrices (skipped)\n" in text
    others = keep.evaluate("Object.values(roadmapTopics.others).filter(([, , kind]) => kind !== 'topic').length")
    assert text.count("\n- [") == keep.evaluate("roadmapMap.leaves.length") + others


def test_cards_for_anki_contain_topic_summary_and_note(keep: Page) -> None:
    keep.evaluate("roadmap.store.write([['state/vectors', { state: 'done' }], ['note/vectors', { text: 'a \"quoted\"\\tnote\\nin two lines <b>' }]])")
    with keep.expect_download() as download:
        keep.get_by_role("button", name="Export cards for Anki").click()
    lines = Path(download.value.path()).read_text(encoding="utf-8").split("\n", 6)
    assert lines[:6] == ["#separator:tab", "#html:true", "#notetype:Basic", "#deck:AI engineer roadmap", "#guid column:1", "#tags column:4"]
    rows = (
        list(csv.reader([lines[6]], delimiter="\t", doublequote=True))
        if "\n" not in lines[6].strip()
        else list(csv.reader(lines[6].splitlines(keepends=True), delimiter="\t"))
    )
    assert rows == [["ai-engineer/vectors", "Vectors", "a &quot;quoted&quot;\tnote<br>in two lines &lt;b&gt;", "ai-engineer"]]


def test_a_file_from_one_browser_can_be_imported_in_another(keep: Page, context: BrowserContext, server: str, tmp_path: Path) -> None:
    keep.goto(server + "/phases/deep-learning/")
    box(keep, "perceptron").check()
    keep.goto(server + KEEP)
    with keep.expect_download() as download:
        keep.get_by_role("button", name="Export to a file").click()
    path = tmp_path / "mine.json"
    download.value.save_as(path)
    other = context.browser.new_context()  # type: ignore[union-attr]
    page = other.new_page()
    page.goto(server + KEEP)
    page.locator("#file").set_input_files(path)
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.locator(".rm-status")).to_contain_text("imported")
    with page.expect_download() as again:
        page.get_by_role("button", name="Export to a file").click()
    assert Path(again.value.path()).read_bytes() == path.read_bytes()
    assert f"{PREFIX}state/perceptron" in page.evaluate("Object.keys(localStorage)")
    other.close()


# ---- what may happen in between ----


def test_changes_made_during_a_preview_are_not_overwritten(keep: Page, server: str, tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    path.write_bytes(file({"state/vectors": {"state": "learning", "at": 9}, "note/matrices": {"text": "of the file", "at": 9}}))
    keep.locator("#file").set_input_files(path)
    expect(keep.locator(".rm-changes > li")).to_have_count(2)
    other = keep.context.new_page()
    other.goto(server)
    other.evaluate("roadmap.store.write([['state/vectors', { state: 'done' }], ['note/matrices', { text: 'mine' }]])")
    keep.get_by_role("button", name="Import", exact=True).click()
    expect(keep.locator(".rm-status")).to_contain_text("imported")
    # A tab hears of the other a moment later; what it took over meanwhile is merged again.
    until(keep, "roadmap.store.state('vectors') === 'done'")
    until(keep, "['mine', 'of the file'].every(part => roadmap.store.read('note/matrices').text.includes(part))")


def test_undoing_an_import_restores_plan_review_and_the_day_of_a_tick(keep: Page, tmp_path: Path) -> None:
    keep.evaluate("roadmap.store.put(new Map([['state/vectors', { state: 'done', at: 1700000000000 }]]))")
    path = tmp_path / "p.json"
    plan = {"start": "2026-01-05", "hours": 10, "at": 1700000000001}
    review = {"reps": 3, "ease": 2.5, "days": 15, "due": "2027-01-01", "at": 1700000000001}
    path.write_bytes(file({"plan/current": plan, "review/vectors": review, "state/vectors": {"state": "todo", "at": 1700000000001}}))
    keep.locator("#file").set_input_files(path)
    keep.get_by_role("checkbox", name="Vectors (States)").check()
    keep.get_by_role("button", name="Import", exact=True).click()
    keep.get_by_role("button", name="Undo").click()
    expect(keep.locator(".rm-status")).to_contain_text("Restored.")
    assert keep.evaluate("[roadmap.planning.plan(), roadmap.store.state('vectors'), roadmap.store.since('vectors')]") == [None, "done", 1700000000000]
    assert keep.evaluate("roadmap.review.due(1700000000000, roadmap.store.read('review/vectors'))") == "2023-11-15"


def test_later_does_not_mark_changes_as_exported(keep: Page) -> None:
    keep.evaluate(f"localStorage.setItem('{PREFIX}meta/unsaved', JSON.stringify({{ since: Date.now(), changes: 30 }}))")
    keep.reload()
    keep.get_by_role("button", name="Later").click()
    keep.reload()
    expect(keep.get_by_text("30 changes since")).to_be_visible()
    keep.wait_for_timeout(400)
    expect(keep.locator(".rm-notice")).to_have_count(0)


def test_records_of_a_newer_version_are_exported_unchanged(keep: Page) -> None:
    keep.evaluate(
        """prefix => { localStorage.setItem(`${prefix}state/vectors`, '{"state":"mastered","at":1}');
             localStorage.setItem(`${prefix}goal/x`, '{"any":1}'); localStorage.setItem(`${prefix}meta/format`, "3"); }""",
        PREFIX,
    )
    keep.reload()
    before = everything(keep)
    with keep.expect_download() as download:
        keep.get_by_role("button", name="Export to a file").click()
    found = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert found["version"] == 3
    assert found["items"] == {"state/vectors": {"state": "mastered", "at": 1}, "goal/x": {"any": 1}}
    assert everything(keep) == before
