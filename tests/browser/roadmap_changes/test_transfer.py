"""Three devices that tick, update at different times and exchange their records, in random histories of a roadmap.

The rules are the client's own; what must hold is said here once more, in other words.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.hosts import ORIGIN, Releases
from tests.browser.older_client import OLDER_CORE
from tests.browser.release_data import BREAD
from tests.browser.roadmap_changes.random_releases import random_histories
from tests.families import IS_ALL, only_in_all

SEED = 20260115
NUMBER = 3000 if IS_ALL else 200

SIMULATION = Path(__file__).with_name("random_releases.js").read_text(encoding="utf-8")
# An older client beside that of the page.
START_OLDER = f"""() => {{
  const newer = roadmap;
  {OLDER_CORE}
  globalThis.olderRoadmap = roadmap;
  globalThis.roadmap = newer;
  return roadmap.store.isKnown !== undefined && olderRoadmap.store.isKnown === undefined;
}}"""


@pytest.fixture
def devices(page: Page, tmp_path: Path) -> Page:
    releases = Releases(tmp_path)
    releases.build("first", BREAD)
    releases.serve(page.context)
    page.goto(ORIGIN)
    page.evaluate("roadmap.need('upkeep')")
    return page


def assert_no_tick_is_hidden(page: Page) -> None:
    found: dict[str, Any] = json.loads(page.evaluate(SIMULATION, [random_histories(SEED, NUMBER), SEED]))
    print({name: found[name] for name in ("ticks", "updates")})
    assert found["invalid"] == []
    for name in ("again", "lowered", "hidden", "unlike"):
        assert found[name]["number"] == 0, (name, found[name]["number"], json.dumps(found[name]["first"][:1])[:3000])
    assert found["ticks"] > NUMBER and found["updates"] > NUMBER


def test_no_tick_is_hidden_whatever_devices_do_and_whenever_they_update(devices: Page) -> None:
    assert_no_tick_is_hidden(devices)


# In `make test`, the test after this one shows a case of it, and `redeploy/test_older_client.py` some without a new release.
@only_in_all
def test_an_older_client_on_one_device_hides_no_tick_of_what_is_known(devices: Page) -> None:
    assert devices.evaluate(START_OLDER)
    assert_no_tick_is_hidden(devices)


# "a" loses its subtopics under this client and gets them back under an older one, in a release that is rolled back.
ROLLED_BACK = """() => {
  const whole = { leaves: ["a"], sets: { "phase:one": [[0, 1]] }, history: {} };
  const parted = { leaves: ["b", "c"], sets: { "phase:one": [[0, 2]], "topic:a": [[0, 2]] }, history: {} };
  const items = new Map(["b", "c"].map((id) => [`state/${id}`, { state: "done", known: true, at: 5 }]));
  const update = (client, from, to) => {
    const parted = [...items].filter(([, item]) => item.parts ?? item.before).map(([path]) => path.slice(6));
    const stored = { read: (path) => items.get(path) ?? null, parted };
    const { changes } = client.successors.handOn(stored, client.releaseOf(to), client.releaseOf(from));
    for (const [path, item] of changes) items.set(path, item);
  };
  update(roadmap, parted, whole);
  const sum = roadmap.records.choiceOf(items.get("state/a"));
  update(olderRoadmap, whole, parted);
  return { sum, problems: [...items].map(([path, item]) => roadmap.records.check(path, item)).filter(Boolean),
           now: ["a", "b", "c"].map((id) => roadmap.records.choiceOf(items.get(`state/${id}`))) };
}"""


def test_an_older_client_leaves_sound_records_when_a_release_is_rolled_back(devices: Page) -> None:
    assert devices.evaluate(START_OLDER)
    assert devices.evaluate(ROLLED_BACK) == {"sum": "known", "problems": [], "now": ["todo", "known", "known"]}
