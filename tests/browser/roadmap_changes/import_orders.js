// The learner's records by what was imported: one step hands them on to the next release and ticks all that can be ticked.
([before, now, map, isHandedOn]) => {
  globalThis.learners ??= new Map([["", { items: new Map(), shape: null }]]);
  const { items: old, shape: seen } = learners.get(before);
  const items = new Map(old);
  const shape = roadmap.releaseOf(map);
  const read = (path) => items.get(path) ?? null;
  const parted = () => [...items].filter(([, item]) => item.parts).map(([path]) => path.slice(6));
  if (isHandedOn) {
    for (const [path, item] of roadmap.successors.handOn({ read, parted: parted() }, shape, seen).changes) items.set(path, item);
  }
  const again = isHandedOn ? roadmap.successors.handOn({ read, parted: parted() }, shape, shape).changes.size : 0;
  const isDone = (id) => read(`state/${id}`)?.state === "done";
  const ticked = [...old.keys()].map((path) => path.slice(6));
  const turned = ticked.filter((id) => seen.isLeaf(id) && shape.parents.has(id));
  // A leaf is done; one that got subtopics is done in all of them; what got them earlier still is in one of them at least.
  const inside = (id) => (shape.parents.has(id) ? shape.leavesOf(id) : []);
  const isSeen = (id) => (shape.isLeaf(id) ? isDone(id) : turned.includes(id) ? inside(id).every(isDone) : inside(id).some(isDone));
  const hidden = ticked.filter((id) => !isSeen(id));
  const at = now.split(" ").length;
  for (const id of shape.leaves) if (!isDone(id)) items.set(`state/${id}`, { state: "done", at });
  learners.set(now, { items, shape });
  return { ticked: ticked.length, turned: turned.length, hidden, again };
}
