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

MINUTES = re.compile(r"(?:(\d{1,3})(?::| *h(?:ours?)? *))?(\d{1,2})(?:(?<=:\d\d)|(?<=h\d\d)|(?<=h \d\d)| *min(?:utes|\.)?)", re.IGNORECASE)
FRACTIONS = {"½": 0.5, "1/2": 0.5, "¼": 0.25, "1/4": 0.25, "¾": 0.75, "3/4": 0.75}
FRACTION = re.compile(rf"(\d{{1,3}})? *({'|'.join(FRACTIONS)}) *(?:h|hrs?|hours?)?", re.IGNORECASE)
RANGE = re.compile(r"(\d{1,4}(?:\.\d)?) *(?:h|hours?)? *(?:-|–|—|~|to|bis) *(\d{1,4}(?:\.\d)?) *(?:h|hrs?|hours?)?", re.IGNORECASE)


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
    """The number of hours in a text such as ``2 h``, ``1,5 hours``, ``30 min``, ``1:30`` or ``½``; any other text as it is.

    >>> [number_of_hours(text) for text in ("2h", "1,5 hours", "30 min", "1:30", "1h30", "1½", "1/2", "a day")]
    ['2', '1.5', '0.5', '1.5', '1.5', '1.5', '0.5', 'a day']
    """
    if match := HOURS.fullmatch(text.strip()):
        return f"{match[1]}.{match[2]}" if match[2] else match[1]
    if match := MINUTES.fullmatch(text.strip()):
        return f"{int(match[1] or 0) + int(match[2]) / 60:.2g}" if int(match[2]) and (int(match[2]) < 60 or not match[1]) else text
    if match := FRACTION.fullmatch(text.strip()):
        return f"{int(match[1] or 0) + FRACTIONS[match[2]]:g}"
    return text


def middle_of_range(text: str) -> str:
    """The number in the middle of a range such as ``2-3``; empty if the text is none.

    >>> middle_of_range("2-3 hours"), middle_of_range("2 to 4"), middle_of_range("2")
    ('2.5', '3', '')
    """
    match = RANGE.fullmatch(text.strip())
    return f"{(float(match[1]) + float(match[2])) / 2:g}" if match else ""
