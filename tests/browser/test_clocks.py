"""Clocks that are wrong by a year: their times are corrected, texts stay, and the order of changes is kept."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.page import box, until, watch
from tests.browser.sites import SMALL_PAGE, served, small_site
from tests.browser.storage import raw_records, second_copy
from tests.families import IS_ALL

YEAR = 365 * 86_400_000
# The page's clock shows another time; everything else about it goes on.
SHIFT = """(() => { const Real = Date, offset = () => Number(sessionStorage.getItem("offset") ?? 0);
  globalThis.Date = class extends Real {
    constructor(...given) { if (given.length === 0) super(Real.now() + offset()); else super(...given); }
    static now() { return Real.now() + offset(); }
  };
  globalThis.realNow = () => Real.now(); })()"""


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(small_site(tmp_path_factory.mktemp("small"))) as address:
        yield address


@pytest.fixture
def shifted(context: BrowserContext, page: Page, origin: str) -> Page:
    """A page whose clock can be set."""
    context.add_init_script(SHIFT)
    page.goto(origin + SMALL_PAGE)
    return page


def set_clock(page: Page, offset: int) -> None:
    page.evaluate("offset => sessionStorage.setItem('offset', offset)", offset)
    page.reload()
    expect(page.locator("html.rm-on")).to_have_count(1)


def ahead(raws: dict[str, str], now: int) -> list[str]:
    """The paths whose times are ahead."""
    found = []
    for path, raw in raws.items():
        item = json.loads(raw)
        times = [item["at"], item.get("since", 0), *map(abs, item.get("ticks", {}).values())]
        if max(times) > now + 86_400_000:
            found.append(path)
    return found


def test_times_of_a_fast_clock_are_corrected_in_both_copies(shifted: Page) -> None:
    set_clock(shifted, YEAR)
    box(shifted, "alpha").check()
    shifted.evaluate("""roadmap.store.write([['note/alpha', { text: 'of the future' }], ['plan/current', { start: '2026-01-05', hours: 5 }],
        ['day/2026-01-05', { ticks: { read: Date.now(), write: -Date.now() } }]])""")
    shifted.evaluate("roadmap.store.settled()")
    now = shifted.evaluate("realNow()")
    assert len(ahead(raw_records(shifted), now)) == len(ahead(second_copy(shifted), now)) == 4
    set_clock(shifted, 0)
    expect(box(shifted, "alpha")).to_be_checked()
    shifted.evaluate("roadmap.load('upkeep').then(({ reconcile }) => reconcile())")
    shifted.evaluate("roadmap.store.settled()")
    now = shifted.evaluate("realNow()")
    assert ahead(raw_records(shifted), now) == ahead(second_copy(shifted), now) == []
    assert json.loads(raw_records(shifted)["note/alpha"])["text"] == "of the future"
    # And what is done from now on wins.
    before = raw_records(shifted)
    box(shifted, "alpha").uncheck()
    assert json.loads(raw_records(shifted)["state/alpha"])["at"] > json.loads(before["state/alpha"])["at"]
    shifted.reload()
    expect(box(shifted, "alpha")).not_to_be_checked()


def test_future_times_stored_by_another_tab_are_corrected(shifted: Page, context: BrowserContext, origin: str) -> None:
    other = context.new_page()
    watch(other)
    other.goto(origin + SMALL_PAGE)
    set_clock(other, YEAR)
    box(other, "beta").check()
    expect(box(shifted, "beta")).to_be_checked()
    until(shifted, "JSON.parse(roadmap.localStore.get('state/beta')).at <= Date.now()")
    # The other tab's clock is right again, and it has not been loaded anew: it does not undo what is done since.
    other.evaluate("sessionStorage.setItem('offset', 0)")
    box(shifted, "beta").uncheck()
    for tab in (shifted, other):
        expect(box(tab, "beta")).not_to_be_checked()
    shifted.wait_for_timeout(500)
    assert json.loads(raw_records(shifted)["state/beta"])["state"] == "todo"


def test_a_later_change_on_another_device_wins_once_the_clock_is_right(shifted: Page, context: BrowserContext, origin: str) -> None:
    set_clock(shifted, YEAR)
    box(shifted, "alpha").check()
    shifted.evaluate("roadmap.store.write([['note/alpha', { text: 'one' }]])")
    shifted.evaluate("roadmap.store.settled()")
    set_clock(shifted, 0)
    export = "roadmap.need('backup').then(() => roadmap.progress.write(roadmap.progress.everything()))"
    take = """async text => { await roadmap.need('backup');
        const { items } = await roadmap.progress.read(text, { isKnown: () => true, now: Date.now() });
        const changes = roadmap.progress.compare(roadmap.progress.everything(), items);
        return roadmap.store.put(new Map([...changes].map(([path, { after }]) => [path, after]))); }"""
    text = shifted.evaluate(export)
    device = context.browser.new_context()  # type: ignore[union-attr]
    other = device.new_page()
    other.goto(origin + SMALL_PAGE)
    assert other.evaluate(take, text)
    box(other, "alpha").uncheck()
    other.evaluate("roadmap.store.write([['note/alpha', { text: 'one, and two' }]])")
    text = other.evaluate(export)
    device.close()
    assert shifted.evaluate(take, text)
    expect(box(shifted, "alpha")).not_to_be_checked()
    assert shifted.evaluate("roadmap.store.read('note/alpha').text") == "one, and two"


def test_a_slow_clock_keeps_the_order_of_changes(shifted: Page) -> None:
    box(shifted, "alpha").check()
    shifted.wait_for_timeout(20)
    box(shifted, "beta").check()
    shifted.evaluate("roadmap.store.settled()")
    before = raw_records(shifted)
    set_clock(shifted, -YEAR)
    shifted.evaluate("roadmap.load('upkeep').then(({ reconcile }) => reconcile())")
    assert raw_records(shifted) == before == second_copy(shifted)
    # What is done now still wins over what it replaces.
    box(shifted, "alpha").uncheck()
    set_clock(shifted, 0)
    expect(box(shifted, "alpha")).not_to_be_checked()
    assert raw_records(shifted)["state/beta"] == before["state/beta"]


# Devices with clocks of their own: acts, files from one to another, clocks that jump, starts. Uses the client's own merging and clock.
HISTORY = """([seed, steps]) => {
  const { merging, clock } = roadmap, YEAR = 365 * 86_400_000, wrong = [];
  let state = seed;
  const random = () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 2 ** 32; };
  const pick = (list) => list[Math.floor(random() * list.length)];
  let real = 1.8e12;
  const devices = Array.from({ length: 2 + Math.floor(random() * 2) }, (_, at) => ({ name: `dev${at}`, offset: 0, items: new Map() }));
  const now = (device) => real + device.offset;
  // A device that is behind sees that the page was published later than now, and leaves times alone.
  const timely = (device, item) => (device.offset < 0 ? item : clock.timely(item, now(device)));
  const start = (device) => { for (const [path, item] of device.items) device.items.set(path, timely(device, item)); };
  const paths = ["state/a", "state/b", "note/a", "note/b", "links/a", "day/2026-01-05"];
  const tokens = new Map(), said = new Map();
  let count = 0;
  const act = (device, path) => {
    const old = device.items.get(path), at = Math.max(now(device), (old?.at ?? 0) + 1), token = `t${count += 1}`;
    const trail = { by: { ...old?.by, [device.name]: Math.max(at, (old?.by?.[device.name] ?? 0) + 1) }, after: old?.at ?? 0 };
    const [kind] = path.split("/");
    if (kind === "state") device.items.set(path, { state: pick(["todo", "learning", "done", "skipped"]), at });
    else if (kind === "day") {
      const ticks = old?.ticks ?? {}, habit = pick(["read", "write"]), time = Math.max(now(device), Math.abs(ticks[habit] ?? 0) + 1);
      device.items.set(path, { ticks: { ...ticks, [habit]: random() < 0.5 ? time : -time }, at });
      said.set(`${path} ${habit}`, device.items.get(path).ticks[habit] > 0);
      return;
    } else {
      tokens.set(token, path);
      if (kind === "note") device.items.set(path, { text: `${old?.text ?? ""} ${token}`.trim(), at, ...trail });
      else device.items.set(path, { links: [...(old?.links ?? []), { title: token, url: "https://example.org/" }], at, ...trail });
    }
    said.set(path, device.items.get(path).state);
  };
  const bring = (items, device) => {
    for (const [path, given] of items) {
      const item = timely(device, given), old = device.items.get(path);
      const one = old ? merging.merge(path, old, item) : item;
      if (old) {
        const other = merging.merge(path, item, old);
        if (merging.canonical(one) !== merging.canonical(other)) wrong.push(["not commutative", path, old, item]);
        if (merging.canonical(merging.merge(path, one, item)) !== merging.canonical(one)) wrong.push(["not idempotent", path, old, item]);
      }
      device.items.set(path, one);
    }
  };
  for (let step = 0; step < steps; step += 1) {
    real += 1 + Math.floor(random() * 3 * 86_400_000);
    const device = pick(devices), chance = random();
    if (chance < 0.5) act(device, pick(paths));
    else if (chance < 0.75) bring(new Map(pick(devices).items), device);
    else if (chance < 0.9) { device.offset = pick([0, 0, YEAR, -YEAR]); start(device); }
    else start(device);
  }
  // All clocks are right again, and every device is started.
  for (const device of devices) { device.offset = 0; start(device); }
  said.clear();
  for (const path of paths) for (let turn = 0; turn < 3; turn += 1) { real += 1000; act(pick(devices), path); }
  for (let turn = 0; turn < 2; turn += 1) {
    for (const from of devices) for (const to of devices) { real += 1000; if (from !== to) bring(new Map(from.items), to); }
  }
  const [first, ...rest] = devices.map(({ items }) => merging.canonical(Object.fromEntries([...items].sort())));
  if (rest.some((other) => other !== first)) wrong.push(["devices differ"]);
  for (const device of devices) {
    for (const [what, last] of said) {
      const [path, habit] = what.split(" "), item = device.items.get(path);
      if (path.startsWith("state/") && item.state !== last) wrong.push(["a later act lost", path, item, last]);
      if (habit && (item.ticks[habit] > 0) !== last) wrong.push(["a later tick lost", path, item, last]);
    }
    for (const [token, path] of tokens) {
      const item = device.items.get(path);
      const found = item.links ? item.links.some(({ title }) => title === token) : ` ${item.text.replaceAll("\\n", " ")} `.includes(` ${token} `);
      if (!found) wrong.push(["a text lost", token, path, item]);
    }
  }
  return wrong.slice(0, 2);
}"""


def test_in_random_histories_with_jumping_clocks_later_changes_win_and_no_text_is_lost(page: Page, origin: str) -> None:
    page.goto(origin + SMALL_PAGE)
    runs = range(20_000 if IS_ALL else 400)
    script = f"(runs) => {{ const one = {HISTORY}; return runs.flatMap((seed) => one([seed, 40]).map((found) => [seed, found])).slice(0, 3); }}"
    assert page.evaluate(script, list(runs)) == []
