// Three devices in each of the given histories of a roadmap; what went wrong, by kind. One of them may run an older client.
([histories, seed]) => {
  const { records } = roadmap;
  const clients = [roadmap, roadmap, globalThis.olderRoadmap ?? roadmap];
  let random = seed;
  const chance = (below) => { random = (Math.imul(random, 1103515245) + 12345) >>> 0; return (random >>> 8) % below; };
  const found = { hidden: [], lowered: [], unlike: [], again: [], invalid: [], ticks: 0, updates: 0 };
  const states = ["done", "done", "known", "learning", "skipped", "todo"];
  const said = (item) => records.choiceOf(item);
  // What an older client sums up is done, known or not.
  const kept = (item) => (globalThis.olderRoadmap ? item?.state : said(item));
  const finished = (item) => item?.state === "done" || item?.state === "skipped";

  histories.forEach((releases, number) => {
    const shapes = releases.map(roadmap.releaseOf);
    const last = shapes.length - 1;
    const devices = clients.map((client) => ({ client, items: new Map(), at: 0, seen: null }));
    const acts = [];
    let clock = 1000;
    let diff = [];
    const read = (device) => (path) => device.items.get(path) ?? null;
    const handOn = (device) => {
      const shape = shapes[device.at];
      const once = () => {
        const parted = [...device.items].filter(([, item]) => item.parts ?? item.before).map(([path]) => path.slice(6));
        diff = [];
        const { changes } = device.client.successors.handOn({ read: read(device), parted }, shape, device.seen);
        for (const [path, item] of changes) {
          if (records.check(path, item) !== "") found.invalid.push([number, path, records.check(path, item)]);
          diff.push([path, device.items.get(path), item]);
          device.items.set(path, item);
        }
        return changes.size;
      };
      const was = [...device.items];
      once();
      // Which release was seen is stored in the same task as the records.
      device.seen = shape;
      if (once() > 0) found.again.push([number, device.at, diff, was]);
    };
    const update = (device, to) => {
      const [before, old, shape] = [new Map(device.items), shapes[device.at], shapes[to]];
      device.at = to;
      handOn(device);
      found.updates += 1;
      for (const leaf of old.leaves) {
        const was = before.get(`state/${leaf}`);
        if (!finished(was)) continue;
        // What is ticked and still there stays so, unless something newer was merged into it, or said of what it had its tick from.
        const isSuccessor = shape.gone.some((id) => shape.successorsOf(id).some((successor) => successor === leaf || shape.above(leaf).includes(successor)));
        const isFollowing = was.from && device.items.get(`state/${was.from}`)?.at > was.at;
        const is = device.items.get(`state/${leaf}`);
        if (shape.isLeaf(leaf) && !isSuccessor && !isFollowing && kept(is) !== kept(was)) found.lowered.push([number, leaf, was, is]);
        // What has its subtopics back is what was said of it when it had them.
        if (was.before?.parts.some((part) => shape.above(part).includes(leaf))) continue;
        // What got subtopics is finished in all of them, but where the learner has said something else of one.
        if (shape.parents.has(leaf)) for (const part of shape.leavesOf(leaf)) {
          const now = device.items.get(`state/${part}`);
          const way = shape.above(part);
          const isNewer = (one) => device.items.get(`state/${one}`)?.at > was.at;
          const between = [...way.slice(way.indexOf(leaf) + 1), part];
          const isSaidOtherwise = isNewer(leaf) || between.some((one) => before.has(`state/${one}`) || isNewer(one));
          if (!finished(now) && !isSaidOtherwise) found.hidden.push([number, leaf, part, now]);
        }
      }
    };
    const send = (from, to) => {
      for (const [path, item] of from.items) {
        const now = to.items.get(path);
        to.items.set(path, now ? to.client.merging.merge(path, now, item) : item);
      }
      handOn(to);
    };
    devices.forEach(handOn);
    for (let turn = 0; turn < 24; turn += 1) {
      const device = devices[chance(3)];
      const what = chance(10);
      if (what < 6) {
        const shape = shapes[device.at];
        const id = shape.leaves[chance(shape.leaves.length)];
        const choice = states[chance(6)];
        // An older client knows only done.
        const { state, known } = records.ofChoice(choice === "known" && device.client !== roadmap ? "done" : choice);
        const old = device.items.get(`state/${id}`);
        clock += 1;
        device.items.set(`state/${id}`, { state, ...(known ? { known } : {}), at: Math.max(clock, (old?.at ?? 0) + 1) });
        acts.push({ id, state, at: device.items.get(`state/${id}`).at, release: device.at });
        found.ticks += 1;
      } else if (what < 8) { if (device.at < last) update(device, Math.min(last, device.at + 1 + chance(2))); }
      else send(devices[chance(3)], device);
    }
    for (const device of devices) if (device.at < last) update(device, last);
    for (let round = 0; round < 3; round += 1) for (const from of devices) for (const to of devices) if (from !== to) send(from, to);

    const shape = shapes[last];
    const shown = devices.map((device) => shape.leaves.map((id) => said(device.items.get(`state/${id}`))).join());
    if (new Set(shown).size > 1) found.unlike.push([number, shown]);
    // Whatever was ticked is seen where it led, or something newer was said there, or all it led to was retired.
    for (const act of acts) {
      if (act.state !== "done") continue;
      const ways = new Set([act.id]);
      for (const one of shapes.slice(act.release)) for (const id of [...ways]) {
        const next = one.isGone(id) ? one.successorsOf(id).flatMap(one.leavesOf) : one.parents.has(id) ? one.leavesOf(id) : [];
        next.forEach((other) => ways.add(other));
      }
      const there = [...ways].filter(shape.isLeaf);
      const isSaid = (id) => {
        const item = devices[0].items.get(`state/${id}`);
        return item && (finished(item) || item.at > act.at);
      };
      // The newest wins where one topic was merged into another, too: an old tick yields to a newer word on either.
      const led = (other) => shapes.reduce((ids, one) => ids.flatMap((id) => [id, ...one.successorsOf(id)]), [other.id]);
      const isOverruled = acts.some((other) => other.at > act.at && led(other).some((id) => ways.has(id)));
      // Two devices spoke of a part itself, at the same time: one had it done, so nothing was transferred there; the other's newer word wins.
      const isDisputed = acts.some((other) => other.id !== act.id && ways.has(other.id) && !finished(other)
        && acts.some((earlier) => earlier.id === other.id && finished(earlier) && earlier.at < other.at));
      // What was retired is named to the learner.
      const isNamed = [...ways].some((id) => shape.isGone(id) && shape.successorsOf(id).length === 0 && devices[0].items.has(`state/${id}`));
      if (there.length > 0 && !there.some(isSaid) && !isOverruled && !isDisputed && !isNamed) found.hidden.push([number, act, there, [...devices[0].items]]);
    }
  });
  for (const name of ["hidden", "lowered", "unlike", "again"]) found[name] = { number: found[name].length, first: found[name].slice(0, 3) };
  return JSON.stringify(found);
}
