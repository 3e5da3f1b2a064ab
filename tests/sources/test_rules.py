"""Every rule of the reader has a case, and each case fails without its rule."""

from pathlib import Path

import pytest

from learning_roadmap.sources.rule import ReaderRule
from learning_roadmap.sources.rules import READER_RULES
from tests.sources.rule_cases import FOLDER, read_case, read_outline

EVERY_RULE = pytest.mark.parametrize("rule", READER_RULES.rules, ids=lambda rule: rule.name)


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    names = [rule.name for rule in READER_RULES.rules]
    assert sorted(names) == sorted(path.stem for path in FOLDER.iterdir())


@EVERY_RULE
def test_rule_reads_its_case(rule: ReaderRule, tmp_path: Path) -> None:
    case = read_case(rule.name)
    assert read_outline(case.document, tmp_path) == case.outline


@EVERY_RULE
def test_case_fails_without_its_rule(rule: ReaderRule, tmp_path: Path) -> None:
    case = read_case(rule.name)
    assert read_outline(case.document, tmp_path, READER_RULES.without(rule.name)) != case.outline


@EVERY_RULE
def test_rule_says_what_it_does_with_an_example(rule: ReaderRule) -> None:
    assert rule.about.endswith(".")
    assert rule.example in read_case(rule.name).document
