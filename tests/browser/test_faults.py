"""The n-th write fails, hangs or aborts, for every kind of act: nothing is lost, and "Saved" is said only of what is.

In the manner of SQLite's tests ("How SQLite Is Tested", sections 3.2 and 3.3): n goes up until an act is done untouched.
ROADMAP_ALL=1 runs every fault for every act; without it, a few.
"""

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.page import box, until_idle, watch
from tests.browser.sites import SMALL_PAGE, served, small_site
from tests.families import IS_ALL, family

# Counts the client's writes, and lets the n-th go wrong; looks at the second copy at the moment when "Saved." is said.
FAULTS = """(() => {
  const real = { set: Storage.prototype.setItem, put: IDBObjectStore.prototype.put, open: IDBFactory.prototype.open };
  globalThis.fault = { kind: "", n: 0, count: 0, isLasting: false };
  globalThis.lies = [];
  globalThis.said = [];
  const isHit = (kinds) => kinds.includes(fault.kind) && (fault.count += 1, fault.isLasting ? fault.count >= fault.n : fault.count === fault.n);
  Storage.prototype.setItem = function (key, value) {
    if (key.startsWith("roadmap/") && !key.includes("/meta/") && isHit(["local fails"])) throw new DOMException("full", "QuotaExceededError");
    return real.set.call(this, key, value);
  };
  IDBObjectStore.prototype.put = function (...given) {
    const kinds = ["put fails", "put aborts", "put hangs", "put unheard"];
    if (!isHit(kinds)) return real.put.apply(this, given);
    if (fault.kind === "put fails") throw new DOMException("full", "QuotaExceededError");
    if (fault.kind === "put hangs") return {};
    const request = real.put.apply(this, given);
    if (fault.kind === "put aborts") this.transaction.abort();
    else Object.defineProperty(this.transaction, "oncomplete", { set() {} });
    return request;
  };
  IDBFactory.prototype.open = function (...given) {
    if (isHit(["open fails", "open hangs"])) {
      if (fault.kind === "open fails") throw new DOMException("no", "UnknownError");
      return {};
    }
    return real.open.apply(this, given);
  };
  globalThis.inDatabase = () => new Promise((resolve) => {
    const request = real.open.call(indexedDB, roadmap.localStore.prefix.slice(0, -1));
    request.onsuccess = () => {
      const database = request.result, store = database.transaction("items").objectStore("items");
      const [keys, values] = [store.getAllKeys(), store.getAll()];
      values.onsuccess = () => { database.close(); resolve(Object.fromEntries(keys.result.map((key, at) => [key, values.result[at]]))); };
    };
  });
  globalThis.onDisk = () => Object.fromEntries(roadmap.store.paths().map((path) => [path, roadmap.localStore.get(path)]));
  const look = async () => {
    const messages = [...document.querySelectorAll(".rm-status, .rm-field-status, .rm-notice")].map((place) => place.textContent).filter(Boolean);
    for (const text of messages) {
      if (said.includes(text)) continue;
      said.push(text);
      if (!/(^|[ .])Saved\\.|plan is saved\\./.test(text)) continue;
      const [disk, database] = [onDisk(), await inDatabase()];
      for (const [path, raw] of Object.entries(disk)) {
        const isNewer = JSON.parse(database[path] ?? "{}").at > JSON.parse(raw).at;
        if (database[path] !== raw && !isNewer) lies.push([text, path, raw, database[path]]);
      }
    }
  };
  const observer = new MutationObserver(() => void look());
  document.addEventListener("DOMContentLoaded", () => observer.observe(document.body, { subtree: true, childList: true, characterData: true }));
})()"""
KINDS = ["local fails", "put fails", "put aborts", "put hangs", "put unheard", "open fails", "open hangs"]

# What a learner does, and where. Each changes something every time.
ACTS = {
    "tick": (SMALL_PAGE, "document.querySelector('[data-tick=alpha]').click()"),
    "parent": (SMALL_PAGE, "document.querySelector('[data-tick=parent]').click()"),
    "note": (
        SMALL_PAGE,
        """(() => { if (!document.querySelector('.rm-panel')) document.querySelector('.rm-more[data-entry=beta]').click(); })();
           await until(() => document.querySelector('.rm-notes textarea'));
           const area = document.querySelector('.rm-notes textarea');
           area.value = `note ${turn}`; area.dispatchEvent(new Event('input', { bubbles: true })); area.dispatchEvent(new Event('blur'))""",
    ),
    "link": (
        SMALL_PAGE,
        """(() => { if (!document.querySelector('.rm-panel')) document.querySelector('.rm-more[data-entry=beta]').click(); })();
           await until(() => document.querySelector('.rm-links [type=submit]'));
           const fields = document.querySelectorAll('.rm-links input');
           fields[0].value = `link ${turn}`; fields[1].value = `https://example.org/${turn}`;
           document.querySelector('.rm-links [type=submit]').click()""",
    ),
    "import": (
        "/dashboard/backup/",
        """await roadmap.files.apply(() => new Map(['alpha', 'beta', 'left', 'right'].flatMap((id) => [
             [`state/${id}`, { state: turn % 2 ? 'done' : 'learning', at: Date.now() }],
             [`note/${id}`, { text: `import ${turn}`, at: Date.now() }]])), 'test')""",
    ),
    "restore": (
        "/dashboard/backup/",
        """const { kind } = fault; fault.kind = '';
            roadmap.database.patience = 10_000;
            const at = await roadmap.backups.point('here');
           const next = { todo: 'learning', learning: 'skipped', skipped: 'done', done: 'learning' };
           roadmap.store.write(['alpha', 'beta', 'left'].map((id) => [`state/${id}`, { state: next[roadmap.store.state(id)] }]));
           roadmap.store.write([['note/left', { text: `restore ${turn}` }]]);
           await roadmap.store.settled(); begin(); fault.kind = kind;
           roadmap.database.patience = patience;
           await roadmap.files.restore({ at })""",
    ),
    "plan": (
        "/dashboard/plan/",
        """document.querySelector('.rm-plan [name=hours]').value = 1 + turn; document.querySelector('#make-plan').click()""",
    ),
    "habit": ("/routine/", "document.querySelector('.rm-habit').click()"),
    "journal": (
        "/dashboard/journal/",
        """const area = document.querySelector('#month-learned');
           area.value = `month ${turn}`;
           area.dispatchEvent(new Event('input', { bubbles: true })); area.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))""",
    ),
}
RUN = """async ([kind, n, isLasting, turn]) => {
  const until = async (isTrue) => { while (!isTrue()) await new Promise((soon) => setTimeout(soon, 10)); };
  await roadmap.need("upkeep");
  let before = {};
  const begin = () => { before = onDisk(); };
  for (const place of document.querySelectorAll(".rm-status, .rm-field-status")) place.textContent = "";
  for (const notice of document.querySelectorAll(".rm-notice")) notice.remove();
  await new Promise((soon) => setTimeout(soon));
  said.length = lies.length = 0;
  Object.assign(fault, { kind, n, count: 0, isLasting });
  begin();
  // Only a database that does not answer is to be given up soon: a busy machine takes its time.
  const patience = /hangs|unheard/.test(kind) ? 150 : 10_000;
  roadmap.database.patience = patience;
  ACT
  await roadmap.store.settled();
  await new Promise((soon) => setTimeout(soon, 60));
  // Some messages are shown two frames later, and a busy machine takes its time for a frame.
  for (let frame = 0; frame < 4; frame += 1) await new Promise((soon) => requestAnimationFrame(soon));
  const hits = fault.count;
  fault.kind = "";
  const disk = onDisk(), database = await inDatabase();
  const changed = Object.keys(disk).filter((path) => disk[path] !== before[path]);
  return {
    isHit: hits >= n, said: [...said], lies: [...lies], changed,
    gone: Object.keys(before).filter((path) => !(path in disk)),
    unsafe: changed.filter((path) => database[path] !== disk[path]),
    broken: Object.entries(disk).filter(([path, raw]) => roadmap.records.parse(path, raw) === null).map(([path]) => path),
  };
}"""


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(small_site(tmp_path_factory.mktemp("small"), plugins=[{"learning-roadmap": {"file": "roadmap.yml"}}])) as address:
        yield address


def perform(page: Page, act: str, kind: str, n: int, turn: int, *, is_lasting: bool) -> dict[str, Any]:
    # The act is written into the script: the page's policy forbids to make code from a text.
    found: dict[str, Any] = page.evaluate(RUN.replace("ACT", f"{{ {ACTS[act][1]}; }}"), [kind, n, is_lasting, turn])
    return found


def judged(found: dict[str, Any], whole: int, *, was_told: bool = False) -> list[Any]:
    """What is wrong with the end of an action with a fault; that there is no second copy is reported once a visit."""
    words = " ".join(found["said"])
    wrong: list[Any] = []
    if found["lies"]:
        wrong.append(("said to be saved, and was not", found["lies"]))
    if found["gone"] or found["broken"]:
        wrong.append(("lost", found["gone"], found["broken"]))
    if len(found["changed"]) not in (0, whole) and "records could be saved" not in words:
        wrong.append(("partly saved, and not reported", found["changed"], words))
    if len(found["changed"]) == 0 and "ot be saved" not in words and "Not saved" not in words and "could be saved" not in words:
        wrong.append(("nothing was saved, and it was not reported", words))
    if found["unsafe"] and "backup copy failed" not in words and not was_told:
        wrong.append(("the second copy does not have it, and it was not reported", found["unsafe"], words))
    return wrong


# The first writes, and the last one of a restore to each copy.
SOME_WRITES = (1, 2, 4, 5)


# A tick that the client spreads, a text that is written late, and many records at once.
@pytest.mark.parametrize("act", family(ACTS, "parent", "note", "restore"))
def test_an_action_whose_nth_write_fails_loses_nothing_and_reports_it(context: BrowserContext, origin: str, act: str) -> None:
    context.add_init_script(FAULTS)
    page = context.new_page()
    watch(page)
    page.goto(origin + ACTS[act][0])
    expect(page.locator("html.rm-on")).to_have_count(1)
    if "/dashboard/" in ACTS[act][0]:
        expect(page.locator("[data-rm-desk] > *").first).to_be_visible()
    until_idle(page)
    turn = 1
    clean = perform(page, act, "", 1, turn, is_lasting=False)
    whole = len(clean["changed"])
    assert whole > 0 and judged(clean, whole) == []
    runs, wrong, was_told = 0, [], False
    for kind in KINDS if IS_ALL else ("local fails", "put aborts", "put hangs"):
        for is_lasting in (False, True) if IS_ALL or kind != "put hangs" else (False,):
            for n in count(1) if IS_ALL else SOME_WRITES:
                turn += 1
                if kind.startswith("open"):
                    # A page that has its connection opens no other.
                    page.reload()
                    expect(page.locator("html.rm-on")).to_have_count(1)
                    page.wait_for_timeout(300)
                found = perform(page, act, kind, n, turn, is_lasting=is_lasting)
                runs += 1
                wrong += [(kind, n, is_lasting, one) for one in judged(found, whole, was_told=was_told)]
                was_told |= "backup copy failed" in " ".join(found["said"])
                if not found["isHit"] or n >= 40:
                    break
                # An act without a fault, so that the next begins whole.
                turn += 1
                perform(page, act, "", 1, turn, is_lasting=False)
    print(f"{act}: {runs} runs, {len(wrong)} wrong")
    assert wrong == []


def test_a_database_that_never_answers_blocks_nothing(context: BrowserContext, origin: str) -> None:
    context.add_init_script("IDBFactory.prototype.open = () => ({})")
    page = context.new_page()
    watch(page)
    page.goto(origin + SMALL_PAGE)
    page.evaluate("roadmap.load('upkeep').then(({ database }) => { database.patience = 500; })")
    box(page, "alpha").check()
    expect(page.locator(".rm-status")).to_contain_text("a backup copy failed")
    assert not page.evaluate("roadmap.store.settled()")["isSafe"]
    notice = page.locator("#rm-notice-backup")
    expect(notice).to_contain_text("does not respond")
    with page.expect_download():
        notice.get_by_role("button", name="Export").click()
    # It is reported once a visit, not with every tick and every page.
    box(page, "beta").check()
    expect(page.locator(".rm-status")).to_contain_text("a backup copy failed")
    page.goto(origin + "/dashboard/backup/")
    expect(page.get_by_text("does not respond").last).to_be_visible()
    with page.expect_download():
        page.locator("#save").click()
    page.wait_for_timeout(1500)
    expect(notice).to_have_count(0)
    assert page.evaluate("['alpha', 'beta'].map(roadmap.store.state)") == ["done", "done"]


def test_a_database_that_recovers_gets_everything_and_it_is_reported(context: BrowserContext, origin: str) -> None:
    context.add_init_script(FAULTS)
    page = context.new_page()
    watch(page)
    page.goto(origin + SMALL_PAGE)
    page.evaluate("Object.assign(fault, { kind: 'put aborts', n: 1, isLasting: true })")
    box(page, "alpha").check()
    expect(page.locator("#rm-notice-backup")).to_contain_text("a backup copy failed")
    page.evaluate("fault.kind = ''")
    box(page, "beta").check()
    expect(page.locator(".rm-status")).to_contain_text("Saved.")
    expect(page.locator("#rm-notice-backup")).to_have_count(0)
    database = page.evaluate("inDatabase()")
    assert {"state/alpha", "state/beta"} <= set(database)
    assert page.evaluate("lies") == []


def test_listing_restore_points_does_not_read_their_records(context: BrowserContext, page: Page, origin: str) -> None:
    page.goto(origin + SMALL_PAGE)
    box(page, "alpha").check()
    page.evaluate("roadmap.need('upkeep')")
    page.evaluate("(async () => { for (let turn = 0; turn < 10; turn += 1) await roadmap.backups.point(`turn ${turn}`); })()")
    context.add_init_script("""globalThis.reads = [];
      for (const name of ["get", "getAll", "openCursor"]) {
        const real = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function (...given) { if (this.name === "points") reads.push(name); return real.apply(this, given); };
      }""")
    page.goto(origin + "/dashboard/backup/")
    expect(page.locator("[data-rm-desk] li", has_text="turn 9")).to_contain_text("1 record")
    page.wait_for_timeout(2500)
    assert page.evaluate("reads") == []
