"""The pages of activities that accompany the topics: milestones, routine, tips, tracking."""

from learning_roadmap.model import KIND
from learning_roadmap.pages.library import Group, grouped_page
from learning_roadmap.pages.page import Page
from learning_roadmap.pages.view import View


def milestones_page(over: View) -> Page:
    """Milestones, soonest first."""
    milestones = sorted(over.index.roadmap.milestones, key=lambda milestone: milestone.months)
    groups: list[Group] = [(over.anchor(one), one.title, [one, *one.goals]) for one in milestones]
    return grouped_page(KIND["milestone"], groups, over, "milestones.html")


def routine_page(over: View) -> Page:
    """The parts of the day and week with their habits."""
    groups: list[Group] = [(over.anchor(one), one.title, [one, *one.items]) for one in over.index.roadmap.routine]
    return grouped_page(KIND["routine"], groups, over, "routine.html")


def tips_page(over: View) -> Page:
    """Advice."""
    groups: list[Group] = [("tips-all", over.words("tips.all"), list(over.index.roadmap.tips))]
    return grouped_page(KIND["tip"], groups, over, "tips.html")


def tracking_page(over: View) -> Page:
    """The sheets that a learner fills in, to be printed."""
    groups: list[Group] = [(over.anchor(form), form.title, [form, *form.fields]) for form in over.index.roadmap.forms]
    return grouped_page(KIND["form"], groups, over, "tracking.html")
