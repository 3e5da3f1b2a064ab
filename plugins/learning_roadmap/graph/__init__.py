"""The graph of prerequisites, and the questions it answers: what leads to a goal, what to learn next, and where a learner stands.
Pure functions.

The client has the same functions in `client/graph/`; the cases in `tests/data/graph` prove that both give the same results.
"""

from learning_roadmap.graph.imagined_learners import Sample, TopicOrder, imagine_learners
from learning_roadmap.graph.next_topics import next_topics
from learning_roadmap.graph.path import LearningPath, Step, closure, path_to
from learning_roadmap.graph.placement import Answer, Placement, Verdict, place
from learning_roadmap.graph.reasons import reasons_of
from learning_roadmap.graph.requirements import Choice, Requirements, requirements
from learning_roadmap.graph.topic_graph import TopicGraph, topic_graph

__all__ = [
    "Answer",
    "Choice",
    "LearningPath",
    "Placement",
    "Requirements",
    "Sample",
    "Step",
    "TopicGraph",
    "TopicOrder",
    "Verdict",
    "closure",
    "imagine_learners",
    "next_topics",
    "path_to",
    "place",
    "reasons_of",
    "requirements",
    "topic_graph",
]
