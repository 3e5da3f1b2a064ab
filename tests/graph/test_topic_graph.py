"""The graph of a roadmap, and what its entries take as goals."""

from learning_roadmap.graph import Choice, Requirements, requirements, topic_graph
from tests.graph.roadmaps import index_of

ROADMAP = """
phases:
- id: basics
  title: Basics
  sections:
  - id: numbers
    title: Numbers
    topics:
    - {id: counting, title: Counting, hours: 2, start: true}
    - id: adding
      title: Adding
      topics:
      - {id: adding-by-hand, title: Adding by hand, hours: 1}
      - {id: adding-in-the-head, title: Adding in the head, optional: true}
    practice:
    - {id: shopping, title: Shopping, topics: [adding], hours: 3}
  - id: extras
    title: Extras
    optional: true
    topics:
    - {id: puzzles, title: Puzzles}
- id: beyond
  title: Beyond
  sections:
  - id: tools
    title: Tools
    choose_one: true
    needs:
    - {topic: adding, reason: tools only repeat it}
    topics:
    - {id: abacus, title: Abacus, hours: 4}
    - {id: calculator, title: Calculator, hours: 1}
projects:
- {id: shop, title: A shop, topics: [abacus, counting], hours: 5}
- {id: bank, title: A bank, topics: [calculator]}
milestones:
- id: first
  title: First
  months: 1
  goals:
  - {id: one-project, title: One project, count: 1, covers: [shop, bank]}
  - {id: all-basics, title: The basics, covers: [basics]}
  - {id: confidence, title: Confidence}
"""


def test_needs_are_those_of_counted_topics() -> None:
    graph = topic_graph(index_of(ROADMAP))
    assert graph.ids == ("counting", "adding-by-hand", "adding-in-the-head", "puzzles", "abacus", "calculator")
    # A section's prerequisites are those of its topics; of a topic with subtopics, the required ones are needed.
    assert graph.needs == ((), (), (), (), (1,), (1,))
    assert graph.needed_by == ((), (4, 5), (), (), (), ())
    assert graph.hours == (2, 1, None, None, 4, 1)
    assert graph.task_hours == {"shopping": 3, "shop": 5}
    assert graph.cost([0, 2], ["shop", "bank"]) == 2 + 2 + 5 + 2


def test_what_entries_take() -> None:
    index = index_of(ROADMAP)
    needed = requirements(index, topic_graph(index))
    assert needed["adding-in-the-head"] == Requirements((2,))
    assert needed["adding"] == Requirements((1,))
    assert needed["basics"] == Requirements((0, 1)), "without optional sections and topics"
    assert needed["extras"] == Requirements((3,)), "a goal may be optional itself"
    one_tool = Choice(1, (Requirements((4,)), Requirements((5,))))
    assert needed["tools"] == Requirements(choices=(one_tool,)) == needed["beyond"]
    assert needed["shopping"] == Requirements((1,), tasks=("shopping",))
    assert needed["shop"] == Requirements((0, 4), tasks=("shop",))
    assert needed["first"] == Requirements((0, 1), (Choice(1, (needed["shop"], needed["bank"])),))
    assert "confidence" not in needed, "it takes nothing that the roadmap knows"


def test_a_topic_with_optional_subtopics_only_requires_all_of_them_at_every_level() -> None:
    index = index_of("""
    phases:
    - id: tools
      title: Tools
      sections:
      - id: calculating
        title: Calculating
        topics:
        - id: machines
          title: Machines
          topics:
          - {id: abacus, title: Abacus}
          - {id: slide-rule, title: Slide rule, optional: true}
          - id: electronic
            title: Electronic ones
            topics:
            - {id: calculator, title: Calculator, optional: true}
            - {id: computer, title: Computer, optional: true}
        - {id: accounting, title: Accounting, needs: [{topic: machines}]}
    """)
    graph = topic_graph(index)
    assert [graph.ids[topic] for topic in graph.needs[graph.ids.index("accounting")]] == ["abacus", "calculator", "computer"]
    assert requirements(index, graph)["machines"].topics == (0, 2, 3)


def test_entries_without_topics_are_no_alternatives() -> None:
    index = index_of("""
    phases:
    - {id: empty, title: Empty}
    - id: basics
      title: Basics
      sections:
      - {id: numbers, title: Numbers, topics: [{id: counting, title: Counting}, {id: adding, title: Adding}]}
    milestones:
    - id: first
      title: First
      months: 1
      goals:
      - {id: one-phase, title: One phase, count: 1, covers: [empty, basics]}
      - {id: no-phase, title: No phase, count: 1, covers: [empty]}
    """)
    needed = requirements(index, topic_graph(index))
    assert needed["first"] == Requirements(choices=(Choice(1, (Requirements((0, 1)),)),))
    assert "empty" not in needed
