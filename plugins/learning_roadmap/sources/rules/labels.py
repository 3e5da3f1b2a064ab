"""Shared by the rules for headings and labels: a colon at the end, and `(Optional)`."""

import re

OPTIONAL = re.compile(r"\s*\((optional(?:\s+[^()]*)?)\)\s*$", re.IGNORECASE)


def is_label(text: str) -> bool:
    """Whether a line is a label for the lines that follow.

    >>> is_label("Key concepts:"), is_label("Python: NumPy"), is_label(":")
    (True, False, False)
    """
    return text.rstrip().endswith(":") and bool(re.search(r"\w", text))


def without_colon(text: str) -> str:
    """The text of a label without its colon."""
    return text.rstrip().rstrip(":").rstrip()
