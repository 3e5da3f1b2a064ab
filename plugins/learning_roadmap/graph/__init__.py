"""The graph of prerequisites, and the questions it answers: what leads to a goal, and what to learn next. Pure functions.

The client has the same functions in `client/graph/`; the cases in `tests/data/graph` prove that both give the same results.
"""

from learning_roadmap.graph.next_topics import next_topics
from learning_roadmap.graph.path import LearningPath, Step, closure, path_to
from learning_roadmap.graph.reasons import reasons_of
from learning_roadmap.graph.requirements import Choice, Requirements, requirements
from learning_roadmap.graph.topic_graph import TopicGraph, topic_graph

__all__ = [
    "Choice",
    "LearningPath",
    "Requirements",
    "Step",
    "TopicGraph",
    "closure",
    "next_topics",
    "path_to",
    "reasons_of",
    "requirements",
    "topic_graph",
]
