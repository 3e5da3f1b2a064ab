"""Suggestions made with an issue form: from the text of an issue to a change of the data file."""

from learning_roadmap.suggestions import reply
from learning_roadmap.suggestions.application import Applied, Paths, apply
from learning_roadmap.suggestions.event import Suggestion, read_event
from learning_roadmap.suggestions.form import answers
from learning_roadmap.suggestions.form_files import read_forms

__all__ = [
    "Applied",
    "Paths",
    "Suggestion",
    "answers",
    "apply",
    "read_event",
    "read_forms",
    "reply",
]
