"""The reader's rules: the conventions of written roadmaps. Each rule knows one convention and applies to any document.

How to add a rule
-----------------

1. Write it in the module of this package that it belongs to. A rule is one of:

   - a row in :mod:`.lists`, when the words of a heading or label say what the items under it are;
   - a function with the decorator ``line``, such as ``@HEADING_RULES.line``, which changes a :class:`~learning_roadmap.sources.line.Line`
     (:mod:`.marks`, :mod:`.dropped`, :mod:`.headings`, :mod:`.items`, :mod:`.texts`);
   - a function with the decorator ``@OUTLINE_RULES.outline``, which changes the finished outline (:mod:`.outline`).

   A function's name is the rule's name, and the first line of its docstring says what the rule does.
   Rules are tried in the order of their module.

2. Write its case, ``tests/sources/rules/<name>.yml``: a small document that contains the example, and the outline that
   you expect. ``python -m tests.sources.rule_cases <name>`` prints the outline with the rule and without it.

3. Run ``pytest tests/sources``. A case must fail without its rule.
"""

from learning_roadmap.sources.rule import RuleSet
from learning_roadmap.sources.rules.dropped import DROP_RULES
from learning_roadmap.sources.rules.headings import HEADING_RULES
from learning_roadmap.sources.rules.items import ITEM_RULES
from learning_roadmap.sources.rules.lists import LIST_RULES
from learning_roadmap.sources.rules.marks import MARK_RULES
from learning_roadmap.sources.rules.outline import OUTLINE_RULES
from learning_roadmap.sources.rules.texts import TEXT_RULES

READER_RULES = RuleSet([*MARK_RULES, *DROP_RULES, *HEADING_RULES, *ITEM_RULES, *TEXT_RULES, *LIST_RULES, *OUTLINE_RULES])

__all__ = ["READER_RULES"]
