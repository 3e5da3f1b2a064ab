"""Three devices that tick, update at different times and exchange their records, in random histories of a roadmap.

The rules are the client's own; what must hold is said here once more, in other words.
"""

import json
import os
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.hosts import ORIGIN, Releases
from tests.browser.release_data import BREAD
from tests.browser.roadmap_changes.random_releases import random_histories

SEED = 20260115

SIMULATION = Path(__file__).with_name("random_releases.js").read_text(encoding="utf-8")


def test_no_tick_is_hidden_whatever_devices_do_and_whenever_they_update(page: Page, tmp_path: Path) -> None:
    releases = Releases(tmp_path)
    releases.build("first", BREAD)
    releases.serve(page.context)
    page.goto(ORIGIN)
    number = 3000 if os.environ.get("ROADMAP_ALL") else 300
    found = json.loads(page.evaluate(SIMULATION, [random_histories(SEED, number), SEED]))
    print({name: found[name] for name in ("ticks", "updates")})
    assert found["invalid"] == []
    for name in ("again", "lowered", "hidden", "unlike"):
        assert found[name]["number"] == 0, (name, found[name]["number"], json.dumps(found[name]["first"][:1])[:3000])
    assert found["ticks"] > number and found["updates"] > number
