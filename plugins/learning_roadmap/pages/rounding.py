"""How hours and weeks are rounded."""

from math import floor


def rounded(number: float) -> int:
    """Halves up, as in the browser, and at least 1.

    >>> rounded(16.5), rounded(0.2)
    (17, 1)
    """
    return max(1, floor(number + 0.5))
