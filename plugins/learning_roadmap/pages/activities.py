"""The pages that go along with the road: milestones, routine, tips, certifications, tracking."""

from learning_roadmap.model import Entry
from learning_roadmap.pages.library import Group, grouped_page
from learning_roadmap.pages.page import Page
from learning_roadmap.pages.view import View


def milestones_page(over: View) -> Page:
    """Milestones, soonest first."""
    milestones = sorted(over.index.roadmap.milestones, key=lambda milestone: milestone.months)
    groups: list[Group] = [(over.anchor(one), one.title, [one, *one.goals]) for one in milestones]
    return grouped_page("milestones", "Milestones", "What to have reached, and when.", groups, over)


def routine_page(over: View) -> Page:
    """The parts of the day and week with their habits."""
    groups: list[Group] = [(over.anchor(one), one.title, [one, *one.items]) for one in over.index.roadmap.routine]
    return grouped_page("routine", "Routine", "Habits for the day and the week.", groups, over)


def tips_page(over: View) -> Page:
    """Advice."""
    groups: list[Group] = [("tips-all", "Tips", list(over.index.roadmap.tips))]
    return grouped_page("tips", "Tips", "Advice for the way.", groups, over)


def certifications_page(over: View) -> Page:
    """Certificates, conferences, and what the road leads to."""
    roadmap = over.index.roadmap
    groups: list[tuple[str, str, list[Entry]]] = [
        ("certifications-all", "Certifications", list(roadmap.certifications)),
        ("conferences-all", "Conferences", list(roadmap.conferences)),
        ("outcomes-all", "Outcomes", list(roadmap.outcomes)),
    ]
    description = "Certificates to earn, conferences to follow, and where the road leads."
    return grouped_page("certifications", "Certifications and outcomes", description, groups, over)


def tracking_page(over: View) -> Page:
    """The sheets that a learner fills in, to be printed."""
    groups: list[Group] = [(over.anchor(form), form.title, [form, *form.fields]) for form in over.index.roadmap.forms]
    return grouped_page("tracking", "Tracking sheets", "Sheets to print and fill in.", groups, over)
