"""Properties of random records: exporting, importing and merging lose nothing."""

import random

from playwright.sync_api import BrowserContext, Page

from tests.browser.random_records import items, record
from tests.families import IS_ALL

# Of random records; the long run tries more.
EXAMPLES = 10_000 if IS_ALL else 2_000


def test_export_import_export_gives_the_same_bytes(backup: Page, context: BrowserContext, server: str) -> None:
    chance = random.Random(7)
    sets = [items(chance) for _ in range(EXAMPLES)]
    wrong = backup.evaluate(
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


def test_merging_is_commutative_idempotent_and_keeps_concurrent_notes(backup: Page) -> None:
    chance = random.Random(11)
    kinds = ["state", "note", "links", "phase", "review", "day", "month", "focus", "plan"]
    pairs = []
    while len(pairs) < EXAMPLES:
        kind = chance.choice(kinds)
        (path, one), (_, other) = record(chance, kind), record(chance, kind)
        pairs.append([path, one, other])
    wrong = backup.evaluate(
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


def test_concurrent_notes_are_joined_and_a_newer_note_replaces(backup: Page) -> None:
    merged = backup.evaluate(
        """() => { const { merge } = roadmap.merging; const path = "note/a";
             const first = { text: "first", at: 1, by: { x: 1 } };
             const here = { text: "here", at: 2, by: { x: 2 } };
             const there = { text: "there", at: 3, by: { x: 1, y: 3 } };
             return [merge(path, first, here).text, merge(path, here, there).text]; }"""
    )
    assert merged == ["here", "here\n\n---\n\nthere"]


# Of random records; the long run tries more.
