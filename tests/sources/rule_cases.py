"""The cases of the reader's rules: ``rules/<name>.yml`` holds a small document and the outline that is expected.

``python -m tests.sources.rule_cases <name>`` prints the outline that the reader finds, with the rule and without it.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from learning_roadmap.model import OutlineItem
from learning_roadmap.sources import Reading, read_document
from learning_roadmap.sources.rule import RuleSet
from learning_roadmap.sources.rules import READER_RULES

FOLDER = Path(__file__).parent / "rules"


@dataclass(frozen=True)
class RuleCase:
    """A document and its expected outline, as :func:`outline_text` writes it."""

    document: str
    outline: str


def read_case(name: str) -> RuleCase:
    return RuleCase(**yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8")))


def read_outline(document: str, folder: Path, rules: RuleSet = READER_RULES) -> str:
    """The outline that the reader finds in a document."""
    path = folder / "document.md"
    path.write_text(document, encoding="utf-8")
    return outline_text(read_document(path, rules))


def outline_text(reading: Reading) -> str:
    """An outline as people read it: a line for each item, with its line number and kind, then what was dropped."""
    facts = {"title": reading.title, "level": reading.level, "updated": reading.updated}
    rows = [f"{name}: {value}" for name, value in facts.items() if value]
    rows += _item_rows(reading.outline, 0)
    rows += [f"{dropped.line} dropped ({dropped.reason}): {dropped.text}" for dropped in reading.dropped]
    return "".join(f"{row}\n" for row in rows)


def _item_rows(items: Sequence[OutlineItem], depth: int) -> Iterator[str]:
    for item in items:
        marks = [f"number {item.number}"] * bool(item.number) + [f"level {item.level}"] * bool(item.level)
        marks += ["optional"] * item.optional + [f"url {item.url}"] * bool(item.url)
        yield f"{'  ' * depth}{item.line} {item.kind.value}: {item.text}" + (f" [{', '.join(marks)}]" if marks else "")
        yield from _item_rows(item.items, depth + 1)


def main(name: str) -> None:
    """Print the outline of a case with its rule and without it."""
    document = read_case(name).document
    with TemporaryDirectory() as folder:
        for heading, rules in ((f"with {name}", READER_RULES), (f"without {name}", READER_RULES.without(name))):
            print(f"# {heading}\n{read_outline(document, Path(folder), rules)}")


if __name__ == "__main__":
    main(sys.argv[1])
