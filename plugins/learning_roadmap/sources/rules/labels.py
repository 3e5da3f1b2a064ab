"""What headings and labels have in common: a colon at the end, and `(Optional)`."""

import re

OPTIONAL = re.compile(r"\s*\((optional(?:\s+[^()]*)?)\)\s*$", re.IGNORECASE)


def is_label(text: str) -> bool:
    """Whether a line only names what follows.

    >>> is_label("Key concepts:"), is_label("Python: NumPy"), is_label(":")
    (True, False, False)
    """
    return text.rstrip().endswith(":") and bool(re.search(r"\w", text))


def without_colon(text: str) -> str:
    """The words of a label."""
    return text.rstrip().rstrip(":").rstrip()
