import assert from "node:assert/strict";
import { test } from "node:test";
import { review } from "../../plugins/learning_roadmap/client/dashboard/review.ts";

test("good answers give intervals of 1 day, 6 days and then longer ones", () => {
  let card = review.FRESH;
  const waits = [5, 5, 5, 5].map((quality) => {
    card = review.next(card, quality, "2026-01-01");
    return card.days;
  });
  // SM-2 with ease 2.5 + 0.1 for each perfect answer: 6 × 2.7, 17 × 2.8.
  assert.deepEqual(waits, [1, 6, 17, 48]);
  assert.equal(card.due, "2026-02-18");
});

test("a forgotten card restarts the intervals and keeps its ease", () => {
  const card = review.next({ reps: 4, ease: 2.2, days: 30 }, review.GRADES.forgotten, "2026-01-01");
  assert.deepEqual(card, { reps: 1, ease: 2.2, days: 1, due: "2026-01-02" });
});

test("the ease has a minimum, and the interval a maximum", () => {
  let card = { reps: 2, ease: 1.3, days: 6 };
  for (let turn = 0; turn < 5; turn += 1) card = review.next(card, review.GRADES.hard, "2026-01-01");
  assert.equal(card.ease, 1.3);
  assert.equal(review.next({ reps: 9, ease: 20, days: 36_000 }, 5, "2026-01-01").days, 36_500);
});

test("a card counts only when it is newer than the tick", () => {
  const doneAt = new Date(2026, 4, 1, 12).getTime();
  const card = { reps: 2, ease: 2.5, days: 6, due: "2026-06-01", at: doneAt + 1 };
  assert.equal(review.due(doneAt, card), "2026-06-01");
  assert.equal(review.due(doneAt, { ...card, at: doneAt - 1 }), "2026-05-02");
  assert.equal(review.due(doneAt, { ...card, reps: 0 }), "2026-05-02");
  assert.equal(review.due(doneAt, null), "2026-05-02");
});
