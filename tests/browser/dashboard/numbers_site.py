"""A roadmap with everything that makes numbers differ: optional topics, a choice, exercises, projects, an open-ended phase."""

GARDEN = """
format: 2
id: garden
title: Garden
hours_per_week: 5
phases:
- id: soil
  title: Soil
  duration: 4 weeks
  sections:
  - id: basics
    title: Basics
    topics:
    - {id: digging, title: Digging, hours: 2}
    - {id: compost, title: Compost, hours: 4}
    - {id: testing, title: Testing, hours: 3, optional: true}
    practice:
    - {id: bed, title: A bed, hours: 5}
  - id: tools
    title: Tools
    choose_one: true
    topics:
    - {id: spade, title: Spade, hours: 1}
    - id: fork
      title: Fork
      hours: 1
      topics:
      - {id: grip, title: Grip, hours: 2}
      - {id: turn, title: Turn, hours: 2}
  - id: extras
    title: Extras
    optional: true
    topics:
    - {id: worms, title: Worms, hours: 2}
    practice:
    - {id: hotel, title: A hotel for worms, hours: 1}
- id: plants
  title: Plants
  duration: 2 weeks
  sections:
  - id: sowing
    title: Sowing
    topics:
    - {id: seeds, title: Seeds, hours: 6}
    - {id: pots, title: Pots, hours: 6}
- id: show
  title: Show
  duration: Ongoing
  sections:
  - id: exhibits
    title: Exhibits
    projects: [small-garden, large-garden]
  - id: talks
    title: Talks
    topics:
    - {id: talking, title: Talking, hours: 3}
projects:
- {id: small-garden, title: Small garden, topics: [digging, seeds], hours: 10}
- {id: large-garden, title: Large garden, topics: [pots], hours: 20}
milestones:
- id: spring
  title: Spring
  months: 6
  goals:
  - {id: know-soil, title: Know soil, covers: [soil]}
  - {id: two-gardens, title: Build a garden, count: 1, covers: [small-garden, large-garden]}
"""
# By hand. Soil: digging, compost, and the longest branch, grip and turn.
TO_LEARN = {
    "all": 7,
    "phase:soil": 4,
    "section:basics": 2,
    "section:tools": 2,
    "section:extras": 1,
    "phase:plants": 2,
    "section:sowing": 2,
    "phase:show": 1,
    "section:talks": 1,
}
OPTIONAL = {"all": 3, "phase:soil": 3, "section:basics": 1, "section:tools": 1, "section:extras": 0, "phase:plants": 0, "phase:show": 0}
EXERCISES = {"all": 1, "phase:soil": 1, "section:basics": 1, "section:extras": 1}
PROJECTS = {"all": 2, "phase:show": 2, "section:exhibits": 2}
# With those of the exercise, and the own ones of the fork.
HOURS = {"soil": 2 + 4 + (1 + 2 + 2) + 5, "plants": 12, "show": 3}
