/* A sample of imagined learners, which stands for all that somebody may know of a map. The same as
   graph/imagined_learners.py. */

/** The topics in the order of the map, each by its position: its prerequisites, and the numbers of its section and phase. */
export type TopicOrder = {
  needs: readonly (readonly number[])[];
  sections: readonly number[];
  phases: readonly number[];
};

/** The imagined learners: for each topic, the numbers of those who know it. */
export type Sample = { order: TopicOrder; knowing: Uint16Array[] };

export const LEARNERS = 1024;

type Below = (bound: number) => number;

/** Random integers that are the same in every run: a linear congruential generator modulo 2^32. */
const randomIntegers = (seed: number): Below => {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state * bound) / 2 ** 32);
  };
};

/** The topics and all that edges lead to from them, as flags. */
export const reached = (topics: readonly number[], edges: readonly (readonly number[])[]) => {
  const flags = new Uint8Array(edges.length);
  const stack: number[] = [];
  const add = (from: readonly number[]) => {
    // Not "for of": this loop takes most of the time.
    for (let index = 0; index < from.length; index++) {
      const topic = from[index];
      if (!flags[topic]) {
        flags[topic] = 1;
        stack.push(topic);
      }
    }
  };
  add(topics);
  for (let topic = stack.pop(); topic !== undefined; topic = stack.pop()) add(edges[topic]);
  return flags;
};

/** The topics of each section, the sections in the order in which they begin. */
const membersOf = ({ sections }: TopicOrder) => {
  const topics = new Map<number, number[]>();
  sections.forEach((section, topic) => {
    const members = topics.get(section);
    if (members) members.push(topic);
    else topics.set(section, [topic]);
  });
  return [...topics.values()];
};

const goals = (count: number, members: number[][], below: Below) => {
  const topics: number[] = [];
  for (let left = 1 + below(8); left > 0; left--) {
    if (below(3) === 0) topics.push(below(count));
    else for (const topic of members[below(members.length)]) topics.push(topic);
  }
  return topics;
};

const readTopics = (count: number, below: Below) => {
  const reach = below(count + 1);
  const gaps = below(30);
  const topics: number[] = [];
  for (let topic = 0; topic < reach; topic++) if (below(100) >= gaps) topics.push(topic);
  return topics;
};

/** The beginning of each section. Its share falls from phase to phase, and differs at random by up to 30 % for the phase and for the section. */
const beginnings = (order: TopicOrder, members: number[][], below: Below) => {
  const first = below(101);
  const fall = below(101);
  const phases = new Map([...new Set(order.phases)].map((phase, number) => [phase, number]));
  const shares = [...phases.values()].map(
    (number) => first - Math.floor((fall * number) / phases.size) + below(61) - 30,
  );
  return members.flatMap((topics) => {
    const share = shares[phases.get(order.phases[topics[0]]) as number] + below(61) - 30;
    return topics.slice(0, Math.max(0, Math.floor((share * topics.length + 50) / 100)));
  });
};

/** The sample of learners for a map; the same in every run. Time: at most O(1024 × (topics + prerequisites)). */
export const imagineLearners = (order: TopicOrder): Sample => {
  const count = order.needs.length;
  const below = randomIntegers(1);
  const members = membersOf(order);
  const everything = order.needs.map((_, topic) => topic);
  const knowing: number[][] = order.needs.map(() => []);
  const studied = (learner: number) => {
    if (learner === 0) return everything;
    if (learner % 4 === 1) return goals(count, members, below);
    if (learner % 4 === 2) return readTopics(count, below);
    return learner % 4 === 3 ? beginnings(order, members, below) : [];
  };
  for (let learner = 0; count && learner < LEARNERS; learner++) {
    const flags = reached(studied(learner), order.needs);
    for (let topic = 0; topic < count; topic++) if (flags[topic]) knowing[topic].push(learner);
  }
  return { order, knowing: knowing.map((learners) => Uint16Array.from(learners)) };
};
