"""Roadmaps for tests of the graph, from YAML."""

import yaml

from learning_roadmap.model import Roadmap, RoadmapIndex


def index_of(text: str) -> RoadmapIndex:
    return RoadmapIndex(Roadmap.model_validate({"format": 2, "id": "sums", "title": "Sums", **yaml.safe_load(text)}))
