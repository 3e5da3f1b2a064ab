"""Suggestions made with an issue form: from the text of an issue to a change of the data file."""

from learning_roadmap.suggestions.applying import Applied, apply
from learning_roadmap.suggestions.event import Suggestion, read_event

__all__ = ["Applied", "Suggestion", "apply", "read_event"]
