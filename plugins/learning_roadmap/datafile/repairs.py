"""Edits that repair a value without loss. They are offered with a problem, and `roadmap check --fix` applies them."""

import re
from collections.abc import Sequence
from typing import Any

import yaml

from learning_roadmap.datafile.tree import Mark
from learning_roadmap.datafile.write import one_line
from learning_roadmap.diagnostics import Edit, width_at

ARXIV_ADDRESS = re.compile(r"(?:(?:https?://)?(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html|ps|format)/|arxiv:\s*)(\S+?)(?:\.pdf)?/?", re.IGNORECASE)
DOI_ADDRESS = re.compile(r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*)(10\.\S+)", re.IGNORECASE)
HOURS = re.compile(r"(\d{1,4})(?:[.,](\d{1,2}))?\s*(?:h|hrs?|hours?)?", re.IGNORECASE)


def value_edit(lines: Sequence[str], mark: Mark, old: str, new: Any) -> Edit | None:
    """The edit that replaces a value on its line; None if the line does not have it as one piece."""
    if not 0 < mark[0] <= len(lines):
        return None
    line, start = lines[mark[0] - 1], mark[1] - 1
    end = start + width_at(line, start)
    try:
        is_value = yaml.load(line[start:end], Loader=yaml.BaseLoader) == old
    except yaml.YAMLError:
        return None
    # As an item of a list, so that a text is right in braces, too.
    return Edit(mark[0], mark[1], end + 1, one_line([new])[1:-1]) if is_value else None


def text_with_comma(line: str, column: int) -> tuple[str, int, str] | None:
    """The field, column and whole of a text in braces that has a comma, of which the part in ``column`` is the rest.

    >>> text_with_comma("- {topic: a, reason: b, c and d}", 25)
    ('reason', 22, 'b, c and d')
    """
    before = re.search(r"([A-Za-z_]\w*): (?=[^:'\"{}\[\]]*$)", line[: column - 1])
    end = re.search(r"(?=, [A-Za-z_]\w*: |\})", line[column - 1 :])
    if not before or not end:
        return None
    whole = line[before.end() : column - 1 + end.start()]
    return before[1], before.end() + 1, whole


def arxiv_identifier(text: str) -> str:
    """The identifier in an address of arXiv; any other text as it is.

    >>> arxiv_identifier("http://arxiv.org/pdf/2106.09685v2.pdf"), arxiv_identifier("arXiv:cs/0112017")
    ('2106.09685v2', 'cs/0112017')
    """
    match = ARXIV_ADDRESS.fullmatch(text.strip())
    return match[1] if match else text.strip()


def doi_name(text: str) -> str:
    """The DOI in its address; any other text as it is.

    >>> doi_name("https://doi.org/10.1000/182")
    '10.1000/182'
    """
    match = DOI_ADDRESS.fullmatch(text.strip())
    return match[1] if match else text.strip()


def number_of_hours(text: str) -> str:
    """The number in a text such as ``2 h`` or ``1,5 hours``; any other text as it is.

    >>> number_of_hours("2h"), number_of_hours("1,5 hours"), number_of_hours("a day")
    ('2', '1.5', 'a day')
    """
    match = HOURS.fullmatch(text.strip())
    return text if not match else f"{match[1]}.{match[2]}" if match[2] else match[1]
