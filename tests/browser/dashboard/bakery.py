"""A roadmap with prerequisites: two phases, a document that names topics in another order, and a milestone."""

BAKERY = """
format: 2
id: bakery
title: Bakery
phases:
- id: basics
  title: Basics
  duration: 2 weeks
  sections:
  - id: dough
    title: Dough
    topics:
    - {id: flour, title: Flour, hours: 2}
    - {id: water, title: Water, hours: 2}
    - {id: salt, title: Salt, hours: 2}
    - {id: kneading, title: Kneading, hours: 6, needs: [{topic: flour}, {topic: water}]}
- id: breads
  title: Breads
  duration: 4 weeks
  sections:
  - id: baking
    title: Baking
    topics:
    - {id: shaping, title: Shaping, hours: 4, needs: [{topic: kneading}]}
    - {id: baguette, title: Baguette, hours: 10, needs: [{topic: shaping}, {topic: salt}]}
    - {id: oven, title: Oven, hours: 6}
    - {id: pizza, title: Pizza, hours: 4, needs: [{topic: kneading}, {topic: oven}]}
projects:
- {id: bread-stall, title: Bread stall, topics: [baguette]}
milestones:
- id: first-month
  title: First month
  months: 1
  goals:
  - {id: bake-a-baguette, title: Bake a baguette, covers: [baguette]}
documents:
- id: cookbook
  title: Cookbook
  file: cookbook.md
  outline:
  - {line: 1, kind: topic, text: Kneading}
  - {line: 2, kind: topic, text: Flour}
  - {line: 3, kind: topic, text: Water}
  - {line: 4, kind: topic, text: Pizza}
"""
for line, topic in enumerate(("kneading", "flour", "water", "pizza"), 1):
    named = f"named: [{{document: cookbook, line: {line}, words: {topic.title()}}}]"
    BAKERY = BAKERY.replace(f"- {{id: {topic},", f"- {{{named}, id: {topic},")
