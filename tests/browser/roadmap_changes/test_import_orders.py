"""The five documents, imported one by one, by a learner who ticks all there is after each: no tick is hidden at the end.

One order here; with ROADMAP_ALL=1 all 120 of them, which share their beginnings: 325 imports.
"""

import json
import tempfile
from concurrent.futures import ProcessPoolExecutor
from itertools import permutations
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from learning_roadmap.datafile import load
from learning_roadmap.merge.importer import import_documents
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.pages.client_data import client_data
from learning_roadmap.project.manifest import find_sources
from tests.browser.hosts import ORIGIN, Releases
from tests.browser.release_data import BREAD
from tests.families import family
from tests.paths import SOURCES

Order = tuple[int, ...]
SAMPLE: Order = (2, 0, 4, 1, 3)

STEP = Path(__file__).with_name("import_orders.js").read_text(encoding="utf-8")


def grown(target: Path, numbers: Order, orders: frozenset[Order]) -> dict[Order, str]:
    """What the client knows after each import of the orders that begin with these documents."""
    source = find_sources(SOURCES)[numbers[-1]]
    text = import_documents(target, [source]).text
    target.write_text(text, encoding="utf-8")
    known = json.loads(client_data(RoadmapIndex(load(target).roadmap)).split("=", 1)[1].rstrip(";\n"))
    found = {numbers: json.dumps({name: known[name] for name in ("leaves", "sets", "history")})}
    depth = len(numbers)
    for number in sorted({order[depth] for order in orders if order[:depth] == numbers and len(order) > depth}):
        target.write_text(text, encoding="utf-8")
        found |= grown(target, (*numbers, number), orders)
    return found


def grown_from(start: tuple[Order, frozenset[Order]]) -> dict[Order, str]:
    with tempfile.TemporaryDirectory() as folder:
        return grown(Path(folder) / "roadmap.yml", *start)


def test_importing_documents_one_by_one_in_any_order_hides_no_tick(page: Page, tmp_path: Path) -> None:
    orders = frozenset(family(permutations(range(5)), SAMPLE))
    starts = [((first,), orders) for first in sorted({order[0] for order in orders})]
    with ProcessPoolExecutor(2) as pool:
        maps = {numbers: known for part in pool.map(grown_from, starts) for numbers, known in part.items()}
    releases = Releases(tmp_path)
    releases.build("first", BREAD)
    releases.serve(page.context)
    page.goto(ORIGIN)
    page.evaluate("roadmap.need('upkeep')")

    def learn(is_handed_on: bool) -> list[dict[str, Any]]:
        page.evaluate("() => { globalThis.learners = undefined; }")
        return [
            page.evaluate(STEP, [" ".join(map(str, numbers[:-1])), " ".join(map(str, numbers)), json.loads(known), is_handed_on])
            for numbers, known in sorted(maps.items(), key=lambda one: len(one[0]))
        ]

    steps = learn(True)
    print(f"{len(orders)} orders, {len(maps)} imports: {sum(step['ticked'] for step in steps)} ticks carried over, "
          f"{sum(step['turned'] for step in steps)} leaves got subtopics, {sum(len(step['hidden']) for step in steps)} hidden")  # fmt: skip
    assert [step["hidden"] for step in steps if step["hidden"]] == []
    assert [step["again"] for step in steps if step["again"]] == []
    # That topics do get subtopics on the way, and would have hidden their ticks, is what makes this a test.
    assert sum(len(step["hidden"]) for step in learn(False)) > len(orders)
