"""Records that are lost, truncated or changed: repaired from the second copy, or set aside."""

import json
import random
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.page import DEEP, box
from tests.browser.storage import PREFIX, everything


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
