/* The client's results for cases on standard input; test_client.py compares them with Python's. */

import { readFileSync } from "node:fs";
import { nextTopics } from "../../plugins/learning_roadmap/client/graph/next-topics.ts";
import { pathTo } from "../../plugins/learning_roadmap/client/graph/path.ts";
import { topicGraph } from "../../plugins/learning_roadmap/client/graph/topic-graph.ts";

const results = JSON.parse(readFileSync(process.argv[2], "utf8")).map((one) => {
  const graph = topicGraph(one.needs, one.hours, one.task_hours);
  const isKnown = (topic) => one.known.includes(topic);
  const { steps, tasks, known } = pathTo(graph, one.goal, isKnown, (task) => one.done.includes(task));
  return {
    steps: steps.map(({ topic, opens }) => [topic, opens]),
    tasks,
    builds_on: known,
    next: nextTopics(graph, isKnown, one.wanted),
  };
});
process.stdout.write(JSON.stringify(results));
