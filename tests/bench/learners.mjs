/* Simulated learners, each with what they know: sets of topics that are closed under prerequisites. */

/** Marsaglia's xorshift with 32 bits: another generator than that of the algorithm. */
export const randomNumbers = (seed) => {
  let state = Math.imul(seed + 1, 2654435761) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 10; round++) next();
  return {
    next,
    below: (bound) => Math.floor(next() * bound),
    normal: () => [...Array(12)].reduce((sum) => sum + next(), -6),
  };
};

const closed = (map, topics) => {
  const known = new Uint8Array(map.needs.length);
  const stack = [...topics];
  while (stack.length) {
    const topic = stack.pop();
    if (known[topic]) continue;
    known[topic] = 1;
    stack.push(...map.needs[topic]);
  }
  return known;
};

const sectionsOf = (map) => {
  const members = [...Array(Math.max(...map.sections) + 1)].map(() => []);
  for (const [topic, section] of map.sections.entries()) members[section].push(topic);
  return members;
};

const share = (value) => Math.min(1, Math.max(0, value));

/** What learners know: model by model, a function of the map and random numbers. */
export const MODELS = {
  /** The prerequisites of 1 to 6 random goals, half of them topics, half of them whole sections. */
  goals(map, { next, below }) {
    const members = sectionsOf(map);
    const goal = () => (next() < 0.5 ? [below(map.needs.length)] : members[below(members.length)]);
    return closed(map, [...Array(1 + below(6))].flatMap(goal));
  },
  /** The map up to a random topic, with a gap at every tenth topic, unless a later one needs it. */
  progress(map, { next, below }) {
    const reach = below(map.needs.length);
    return closed(
      map,
      [...map.needs.keys()].filter((topic) => topic < reach && next() < 0.9),
    );
  },
  /** The beginning of each section. Its share is normally distributed (0.2) around that of its phase, which is so around a line that falls. */
  sections(map, { next, normal }) {
    const first = next() * 1.4 - 0.2;
    const fall = next() * 1.5;
    const count = Math.max(...map.phases) + 1;
    const shares = [...Array(count)].map((_, phase) => first - (fall * phase) / count + normal() * 0.2);
    return closed(
      map,
      sectionsOf(map).flatMap((topics) => {
        const part = share(shares[map.phases[topics[0]]] + normal() * 0.2);
        return topics.slice(0, Math.round(part * topics.length));
      }),
    );
  },
  /** One of the five backgrounds: 9 of 10 of its sections, 9 of 10 of their topics, and up to 5 topics of the first half of the map. */
  backgrounds(map, { next, below }) {
    const members = sectionsOf(map);
    const sections = map.backgrounds[below(map.backgrounds.length)].filter(() => next() < 0.9);
    const extra = [...Array(below(6))].map(() => below(Math.ceil(map.needs.length / 2)));
    return closed(map, [...sections.flatMap((section) => members[section].filter(() => next() < 0.9)), ...extra]);
  },
  /** The prerequisites of 1 to 30 random topics. */
  seeds(map, { below }) {
    return closed(
      map,
      [...Array(1 + below(30))].map(() => below(map.needs.length)),
    );
  },
};
