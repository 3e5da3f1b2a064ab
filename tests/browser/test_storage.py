"""What a learner has said is never lost: crashes, races, damage, full disks, new formats, a roadmap that changes."""

import json
import os
import random
import signal
import time
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.browser.engines.chromium import FLAGS, executable
from tests.browser.page import DEEP, FILL, PREFIX, box, everything, until
from tests.browser.releases import BEFORE, CHANGED
from tests.browser.sites import small_site
from tests.paths import ROOT

LEGACY = "roadmap/ai-engineer/"
FIXTURES = Path(__file__).parent.parent / "data" / "progress"


def healed(page: Page) -> None:
    page.evaluate("roadmap.store.reconcile()")


def test_four_tabs_with_two_hundred_writes_each_lose_nothing(context: BrowserContext, server: str) -> None:
    tabs = [context.new_page() for _ in range(4)]
    for tab in tabs:
        tab.goto(server)
    # Each tab writes for itself, all at the same time, into entries that no other tab writes.
    for at, tab in enumerate(tabs):
        tab.evaluate(
            """at => { for (let turn = 0; turn < 200; turn += 1)
                 setTimeout(() => roadmap.store.write([[`state/t${at}-${turn}`, { state: "done" }]]), turn % 7); }""",
            at,
        )
    until(tabs[0], "Object.keys(localStorage).filter((key) => key.includes('/state/')).length === 800")
    tabs[0].evaluate("roadmap.store.settled()")
    tabs[0].reload()
    for turn in range(4):
        kept = tabs[0].evaluate(
            "at => Array.from({ length: 200 }, (_, turn) => roadmap.store.state(`t${at}-${turn}`)).filter((state) => state === 'done')", turn
        )
        assert len(kept) == 200


@pytest.mark.parametrize("delay", [0, 0.3, 1, 3])
def test_what_was_reported_as_saved_survives_a_killed_browser(playwright: Playwright, tmp_path: Path, server: str, delay: float) -> None:
    ids = {"perceptron": "Perceptron", "dropout": "Dropout", "relu": "ReLU"}
    # A browser of its own: it is to be killed.
    profile = tmp_path / "profile"
    page = playwright.chromium.launch_persistent_context(profile, executable_path=executable(), args=FLAGS).new_page()
    page.goto(server + DEEP)
    for id, title in ids.items():
        box(page, id).check()
        expect(page.locator(".rm-status")).to_contain_text(f"{title}: done. Saved.")
    time.sleep(delay)
    kill(profile)
    context = playwright.chromium.launch_persistent_context(profile, executable_path=executable(), args=FLAGS)
    page = context.new_page()
    page.goto(server + DEEP)
    for id in ids:
        expect(box(page, id)).to_be_checked()
    context.close()


def kill(profile: Path) -> None:
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if f"--user-data-dir={profile}" in command and "playwright" not in command.split("\0")[0]:
            try:
                os.kill(int(process.name), signal.SIGKILL)
            except ProcessLookupError:
                continue


def test_a_lost_tick_is_restored_from_the_second_copy(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    box(page, "perceptron").check()
    page.evaluate("roadmap.store.settled()")
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(box(page, "perceptron")).to_be_checked()
    assert json.loads(everything(page)["state/perceptron"])["state"] == "done"


def test_a_damaged_tick_is_set_aside_reported_and_repaired(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    box(page, "perceptron").check()
    page.evaluate("roadmap.store.settled()")
    page.evaluate(f"localStorage.setItem('{PREFIX}state/perceptron', '{{\"state\":\"do')")
    page.reload()
    expect(page.locator(".rm-notice").get_by_text("damaged and set aside")).to_be_visible()
    expect(box(page, "perceptron")).to_be_checked()
    assert everything(page)["damaged/state/perceptron"] == '{"state":"do'
    with page.expect_download() as download:
        page.get_by_role("button", name="Export damaged records").click()
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8")) == {"damaged/state/perceptron": '{"state":"do'}
    page.reload()
    expect(box(page, "perceptron")).to_be_checked()
    expect(page.locator(".rm-notice").get_by_text("damaged and set aside")).to_have_count(0)


def test_a_truncated_record_is_never_overwritten(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    text = '{"text":"Ünïcode, 中文 and \\"quotes\\"","at":1700000000000,"by":{"abc":1700000000000}}'
    results = page.evaluate(
        """text => { const { localStore, store } = roadmap; const lost = [];
             for (let cut = 0; cut < text.length; cut += 1) {
               const path = `note/cut-${cut}`; const raw = text.slice(0, cut);
               localStore.set(path, raw);
               if (store.read(path) !== null) lost.push(`read ${cut}`);
               store.write([[path, { text: "new" }]]);
               if (localStore.get(`damaged/${path}`) !== raw) lost.push(`lost ${cut}`);
               if (store.read(path)?.text !== "new") lost.push(`not written ${cut}`);
             } return lost; }""",
        text,
    )
    assert results == []


def test_ten_thousand_mutated_records_throw_nothing_and_lose_nothing(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    paths = {
        "state/a": {"state": "done", "at": 1700000000000},
        "note/a": {"text": "a note", "at": 1700000000000, "by": {"x": 1}},
        "links/a": {"links": [{"title": "t", "url": "https://example.org/"}], "at": 1},
        "plan/current": {"start": "2026-01-31", "hours": 10, "off": [["2026-02-01", "2026-02-02"]], "at": 5},
        "day/2026-01-31": {"ticks": {"habit": 5, "other": -6}, "at": 6},
        "review/a": {"reps": 2, "ease": 2.5, "days": 6, "due": "2026-02-01", "at": 7},
        "month/2026-01": {"learned": "much", "at": 8},
    }
    chance = random.Random(20261121)
    alphabet = '{}[]",:\\0123456789abctruefalsnul-.eE \u0000\ud83d__proto__'
    cases = []
    for number in range(10_000):
        path, record = chance.choice(list(paths.items()))
        text = list(json.dumps(record))
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(text))
            action = chance.randrange(3)
            if action == 0:
                text[at] = chance.choice(alphabet)
            elif action == 1:
                text.insert(at, chance.choice(alphabet))
            elif len(text) > 1:
                del text[at]
        kind, key = path.split("/", 1)
        cases.append([f"{kind}/{key}" if kind in ("plan", "day", "month") else f"{kind}/m{number}", "".join(text)])
    wrong = page.evaluate(
        """cases => { const { localStore, store, records } = roadmap; const wrong = [];
             for (const [path, raw] of cases) {
               try {
                 localStore.set(path, raw);
                 const item = store.read(path);
                 const isAside = store.damaged().some((one) => localStore.get(one) === raw);
                 if (item === null && !isAside) wrong.push(["lost", path, raw]);
                 if (item !== null && records.check(path, item) !== "") wrong.push(["unchecked", path, raw]);
                 if (item === null && localStore.get(path) !== null) wrong.push(["still there", path, raw]);
                 for (const one of store.damaged()) localStore.set(one, null);
                 localStore.set(path, null);
               } catch (error) { wrong.push([String(error), path, raw]); }
             }
             if (({}).polluted !== undefined) wrong.push("polluted");
             return wrong; }""",
        cases,
    )
    assert wrong == []


def test_the_first_format_is_migrated_unchanged(page: Page, server: str) -> None:
    page.goto(server)
    stored = json.loads((FIXTURES / "storage-1.json").read_text(encoding="utf-8"))
    page.evaluate("stored => { localStorage.clear(); for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value); }", stored)
    page.reload()
    for id in ("perceptron", "vectors", "attention"):
        assert page.evaluate("id => roadmap.store.state(id)", id) == "done"
    assert page.evaluate("roadmap.store.state('dropout')") == "todo"
    now = everything(page)
    assert json.loads(now["state/perceptron"]) == json.loads(stored[LEGACY + "perceptron"])
    assert now["damaged/relu"] == stored[LEGACY + "relu"]
    assert now["meta/format"] == "2"


def test_every_released_format_has_fixtures_and_can_be_read(page: Page, server: str) -> None:
    page.goto(server + "/dashboard/backup/")
    page.evaluate("roadmap.need('files')")
    newest = page.evaluate("roadmap.store.FORMAT")
    promise = (ROOT / "content" / "pages" / "engine" / "progress.md").read_text(encoding="utf-8")
    for version in range(1, newest + 1):
        assert (FIXTURES / f"storage-{version}.json").exists(), f"format {version} has no stored fixture"
        # Since the second format, records lie in a scope.
        assert version == 1 or (FIXTURES / f"storage-{version}-scoped.json").exists(), f"format {version} has no stored fixture in a scope"
        assert f"| storage {version} |" in promise and f"| file {version} |" in promise, f"format {version} is not promised to be read"
        file = FIXTURES / f"file-{version}.json"
        assert file.exists(), f"format {version} has no file fixture"
        read = page.evaluate(
            """async text => { const { items, errors } = await roadmap.progress.read(text, { isKnown: () => true, now: Date.now() });
                 return { errors, items: Object.fromEntries(items) }; }""",
            file.read_text(encoding="utf-8"),
        )
        assert read["errors"] == []
        assert read["items"]["state/perceptron"]["state"] == "done"


@pytest.mark.parametrize(("name", "prefix"), [("storage-2", LEGACY), ("storage-2-scoped", PREFIX)])
def test_the_newest_format_in_storage_reads_as_written(page: Page, server: str, name: str, prefix: str) -> None:
    page.goto(server)
    stored = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    page.evaluate("stored => { localStorage.clear(); for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value); }", stored)
    page.reload()
    expect(page.locator("html.rm-on")).to_have_count(1)
    now = everything(page)
    for key, value in stored.items():
        assert now[key.removeprefix(prefix)] == value
    for path in ("state/perceptron", "note/perceptron", "plan/current"):
        assert page.evaluate("path => roadmap.store.read(path)", path) == json.loads(stored[prefix + path])


def test_a_newer_format_is_shown_and_not_changed(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    box(page, "perceptron").check()
    page.evaluate(f"localStorage.setItem('{PREFIX}meta/format', '3')")
    page.reload()
    before = everything(page)
    expect(page.locator(".rm-notice").get_by_text("newer version of this site").first).to_be_visible()
    expect(box(page, "perceptron")).to_be_checked()
    box(page, "dropout").click()
    expect(box(page, "dropout")).not_to_be_checked()
    expect(page.locator(".rm-status")).to_contain_text("newer version")
    assert everything(page) == before


def test_a_full_storage_keeps_the_old_value_and_can_be_exported(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    box(page, "relu").check()
    page.evaluate(FILL)
    before = everything(page)
    box(page, "sigmoid").click()
    expect(page.locator(".rm-status")).to_contain_text("could not be saved")
    expect(box(page, "sigmoid")).not_to_be_checked()
    assert {key: value for key, value in everything(page).items() if key.startswith("state/")} == {
        key: value for key, value in before.items() if key.startswith("state/")
    }
    page.goto(server + "/dashboard/backup/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export to a file").click()
    assert "state/relu" in Path(download.value.path()).read_text(encoding="utf-8")


def test_blocked_storage_is_reported_and_the_page_can_be_read(context: BrowserContext, server: str) -> None:
    page = context.new_page()  # not watched: Material itself stumbles over blocked storage
    context.add_init_script("Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });")
    page.goto(server + DEEP)
    expect(page.locator(".rm-notice").get_by_text("new ticks cannot be saved").first).to_be_visible()
    box(page, "relu").click()
    expect(box(page, "relu")).not_to_be_checked()


def test_ticks_are_saved_without_a_second_copy(context: BrowserContext, page: Page, server: str) -> None:
    context.add_init_script("Object.defineProperty(globalThis, 'indexedDB', { value: undefined });")
    page.goto(server + DEEP)
    box(page, "relu").check()
    expect(page.locator(".rm-status")).to_contain_text("ReLU: done. Saved in this tab; a backup copy failed.")
    expect(page.locator("#rm-notice-backup")).to_contain_text("IndexedDB is not available")
    page.reload()
    expect(box(page, "relu")).to_be_checked()
    page.goto(server + "/dashboard/backup/")
    expect(page.get_by_text("there are no restore points")).to_be_visible()


def test_persistent_storage_is_requested_at_the_first_save(context: BrowserContext, page: Page, server: str) -> None:
    context.add_init_script("""globalThis.asked = 0; navigator.storage.persist = () => { asked += 1; return Promise.resolve(true); };
           navigator.storage.persisted = () => Promise.resolve(asked > 0);""")
    page.goto(server + DEEP)
    assert page.evaluate("asked") == 0
    box(page, "relu").check()
    box(page, "tanh").check()
    assert page.evaluate("asked") == 1
    assert everything(page)["meta/persist"] == "granted"


def test_an_export_is_recommended_after_twenty_five_changes(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    for at in range(25):
        page.locator(".rm-tick[data-tick]").nth(at + 30).click()
    page.reload()
    reminder = page.get_by_role("complementary", name="Messages about your progress")
    expect(reminder.get_by_text("only in this browser")).to_be_visible()
    with page.expect_download():
        reminder.get_by_role("button", name="Export").click()
    page.reload()
    page.wait_for_timeout(500)
    expect(reminder.get_by_text("only in this browser")).to_have_count(0)


def test_ten_restore_points_are_kept_and_can_be_restored(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    box(page, "relu").check()
    page.evaluate("roadmap.store.settled()")
    page.evaluate("(async () => { for (let turn = 0; turn < 14; turn += 1) await roadmap.backups.point(`turn ${turn}`); })()")
    box(page, "tanh").check()
    box(page, "relu").uncheck()
    page.goto(server + "/dashboard/backup/")
    points = page.get_by_role("button", name="Restore", exact=True)
    expect(points).to_have_count(10)
    points.first.click()
    expect(page.locator(".rm-status")).to_contain_text("Restored.")
    assert page.evaluate("[roadmap.store.state('relu'), roadmap.store.state('tanh')]") == ["done", "todo"]
    # And the way back has a way back.
    page.get_by_role("button", name="Restore", exact=True).first.click()
    expect(page.locator(".rm-status")).to_contain_text("Restored.")
    until(page, "roadmap.store.state('tanh') === 'done' && roadmap.store.state('relu') === 'todo'")


# ---- the roadmap changes ----


def build_two(folder: Path) -> tuple[str, str]:
    plugins = [{"learning-roadmap": {"file": "roadmap.yml", "scope": "moved"}}]
    versions = (("before", BEFORE), ("after", CHANGED))
    before, after = (small_site(folder / name, text, plugins=plugins, use_directory_urls=False).as_uri() for name, text in versions)
    return before, after


def test_ticks_follow_merged_split_renamed_and_retired_topics_and_it_is_reported_once(page: Page, tmp_path: Path) -> None:
    before, after = build_two(tmp_path)
    page.goto(before + "/phases/one.html")
    for id in ("part-a", "both-halves", "same", "dropped"):
        box(page, id).check()
    page.evaluate(
        """() => { roadmap.store.write([["note/part-a", { text: "note of a" }]]); roadmap.store.write([["note/part-b", { text: "note of b" }]]); }"""
    )
    old = everything(page)
    page.goto(after + "/phases/one.html")
    for id in ("whole", "left-half", "right-half", "same"):
        expect(box(page, id)).to_be_checked()
    expect(page.locator(".rm-notice").get_by_text("“part a” is now “Whole”")).to_be_visible()
    expect(page.locator(".rm-notice").get_by_text("“dropped” was removed from the roadmap.")).to_be_visible()
    note = json.loads(everything(page)["note/whole"])["text"]
    assert "note of a" in note and "note of b" in note
    # Nothing that was stored is gone.
    assert {key: value for key, value in everything(page).items() if key in old and not key.startswith("meta/")} == {
        key: value for key, value in old.items() if not key.startswith("meta/")
    }
    page.evaluate("roadmap.store.settled()")
    # It is said until it is answered.
    page.reload()
    page.locator(".rm-notice", has_text="The roadmap has changed").get_by_role("button", name="Close").click()
    again = everything(page)
    page.reload()
    expect(box(page, "whole")).to_be_checked()
    page.wait_for_timeout(400)
    expect(page.locator(".rm-notice").get_by_text("The roadmap has changed")).to_have_count(0)
    assert everything(page) == again
    # A restore point from before the change leads back to ticks, not to nothing.
    page.goto(after + "/dashboard/backup.html")
    page.get_by_role("button", name="Restore", exact=True).last.click()
    expect(page.locator(".rm-status")).to_contain_text("Restored.")
    assert page.evaluate("roadmap.store.state('whole')") == "done"
    page.goto(after + "/phases/one.html")
    # What the learner says of an heir later is theirs, and no old tick comes back.
    box(page, "whole").uncheck()
    page.reload()
    expect(box(page, "whole")).not_to_be_checked()
