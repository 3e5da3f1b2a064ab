"""The pages of activities beside the topics: milestones, routine, tips, tracking."""

from learning_roadmap.model import KIND
from learning_roadmap.pages.library import Group, grouped_page
from learning_roadmap.pages.page import Page
from learning_roadmap.pages.times import milestone_times_in_words
from learning_roadmap.pages.view import View


def milestones_page(root: View) -> Page:
    """Milestones, soonest first."""
    milestones = sorted(root.index.roadmap.milestones, key=lambda milestone: milestone.months)
    groups: list[Group] = [(root.anchor(entry), entry.title, [entry, *entry.goals]) for entry in milestones]
    return grouped_page(KIND["milestone"], groups, root, "milestones.html", times=milestone_times_in_words(milestones, root))


def routine_page(root: View) -> Page:
    """The parts of the day and week with their habits."""
    groups: list[Group] = [(root.anchor(entry), entry.title, [entry, *entry.items]) for entry in root.index.roadmap.routine]
    return grouped_page(KIND["routine"], groups, root, "routine.html")


def tips_page(root: View) -> Page:
    """Advice."""
    groups: list[Group] = [("tips-all", root.words("tips.all"), list(root.index.roadmap.tips))]
    return grouped_page(KIND["tip"], groups, root, "tips.html")


def tracking_page(root: View) -> Page:
    """The forms that learners print and fill in."""
    groups: list[Group] = [(root.anchor(form), form.title, [form, *form.fields]) for form in root.index.roadmap.forms]
    return grouped_page(KIND["form"], groups, root, "tracking.html")
