/* How long the client's graph functions take for the graph in a file; graph.py prints it beside Python's times. */

import { readFileSync } from "node:fs";
import { nextTopics } from "../../plugins/learning_roadmap/client/graph/next-topics.ts";
import { pathTo } from "../../plugins/learning_roadmap/client/graph/path.ts";
import { topicGraph } from "../../plugins/learning_roadmap/client/graph/topic-graph.ts";

const { needs, hours, goals, rounds } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const graph = topicGraph(needs, hours, {});
const nobody = () => false;

/** The median of some rounds, the first of which are not compiled yet. */
const milliseconds = (work) => {
  const spent = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return spent.sort((one, other) => one - other)[Math.floor(rounds / 2)];
};

const times = Object.fromEntries(
  Object.entries(goals).map(([name, topics]) => [name, milliseconds(() => pathTo(graph, { topics }, nobody))]),
);
times["next topics of a beginner"] = milliseconds(() => nextTopics(graph, nobody, [...needs.keys()]));
process.stdout.write(JSON.stringify(times));
