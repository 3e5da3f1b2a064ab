"""Progress files: the valid ones are read completely, the others refused with a code and a place."""

import json
import random
import re
from pathlib import Path

from jsonschema import Draft202012Validator
from playwright.sync_api import Page, expect

from tests.browser.backup.progress_file import GOOD, file, note, read, states
from tests.browser.random_records import items
from tests.browser.storage import PREFIX, everything

BEFORE = {"said": 0, "parts": ["t2"], "state": "todo"}
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
    ("known-as-text", file({"state/t1": {"state": "done", "known": "yes", "at": 1}}), "PRG-TYPE"),
    ("known-to-do", file({"state/t1": {"state": "todo", "known": True, "at": 1}}), "PRG-TYPE"),
    ("known-to-do-before", file({"state/t1": {"state": "done", "at": 1, "before": BEFORE | {"known": True}}}), "PRG-TYPE"),
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
    ("known", file({"state/t1": {"state": "done", "known": True, "at": 1, "before": BEFORE | {"known": False}}}), ""),
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


def test_every_invalid_file_is_refused_with_its_code_and_changes_nothing(backup: Page) -> None:
    backup.evaluate("roadmap.store.write([['state/vectors', { state: 'done' }]])")
    before = everything(backup)
    wrong = []
    for name, content, code in REFUSED:
        found = read(backup, content)
        if not found["errors"] or f"[{code}]" not in found["errors"][0] or found["items"] != "{}" or found["polluted"]:
            wrong.append((name, found["errors"][:1]))
    assert wrong == []
    assert everything(backup) == before


def test_every_valid_file_is_read_completely(backup: Page) -> None:
    wrong = []
    for name, content, warning in TAKEN:
        found = read(backup, content)
        if (
            found["errors"]
            or (warning and f"[{warning}]" not in " ".join(found["warnings"]))
            or (not warning and found["warnings"] and name != "version-1")
        ):
            wrong.append((name, found))
    assert wrong == []
    assert "[PRG-SUM]" in read(backup, file(sha256="0" * 64))["question"]
    assert json.loads(read(backup, file(note("  a\r\n\tb  ")))["items"])["note/t1"]["text"] == "  a\r\n\tb  "


def test_the_published_schema_and_the_client_agree(backup: Page, server: str) -> None:
    response = backup.request.get(server + "/progress.schema.json")
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


def test_a_syntax_error_is_reported_with_line_and_column(backup: Page) -> None:
    found = read(backup, b'{\n "format": "roadmap-progress",\n "version": 2,\n "items": {"state/t1": {"state": "done", "at": 1},}\n}')
    assert found["errors"] == ["Line 4, column 51: expected a key in quotes. [JSON-SYNTAX]"]


def test_all_errors_are_reported_at_once(backup: Page) -> None:
    found = read(backup, file({f"state/t{at}": {"state": "maybe", "at": 1} for at in range(40)}))
    assert len(found["errors"]) == 31 and found["errors"][-1] == "… and 10 more"


def test_an_invalid_file_is_announced_and_shown(backup: Page, tmp_path: Path) -> None:
    path = tmp_path / "<b>p.json"
    path.write_bytes(b'{"format":"roadmap-progress","version":2,"items":{"state/<img src=x onerror=alert(1)>":{}}}')
    backup.locator("#file").set_input_files(path)
    expect(backup.locator(".rm-errors")).to_contain_text(re.compile(r"“state/<img src=x onerror=alert\(1\)>”.* \[PRG-ID\]"))
    expect(backup.locator(".rm-status")).to_contain_text("Nothing was imported from “<b>p.json”")
    assert backup.locator("img[src=x]").count() == 0


def test_records_of_a_newer_version_are_exported_unchanged(backup: Page) -> None:
    backup.evaluate(
        """prefix => { localStorage.setItem(`${prefix}state/vectors`, '{"state":"mastered","at":1}');
             localStorage.setItem(`${prefix}goal/x`, '{"any":1}'); localStorage.setItem(`${prefix}meta/format`, "3"); }""",
        PREFIX,
    )
    backup.reload()
    before = everything(backup)
    with backup.expect_download() as download:
        backup.get_by_role("button", name="Export to a file").click()
    found = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert found["version"] == 3
    assert found["items"] == {"state/vectors": {"state": "mastered", "at": 1}, "goal/x": {"any": 1}}
    assert everything(backup) == before


# name, the file, what has to be said (nothing: it is taken), whether it is only a warning
