"""Did you mean …? The one place that looks for the name somebody may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 100  # longer texts are no names, and comparing them takes long


def nearest(name: str, names: Iterable[str], most: int = 1, *, loosely: bool = False) -> list[str]:
    """The names most like one that is unknown, the nearest first.

    >>> nearest("titel", ["id", "title"])
    ['title']
    """
    return get_close_matches(name, list(names), most, 0.5 if loosely else 0.6) if len(name) <= LONGEST else []


def did_you_mean(name: str, names: Iterable[str], otherwise: str, most: int = 1) -> str:
    """What to do about an unknown name: use the nearest, or else what ``otherwise`` says.

    >>> did_you_mean("titel", ["id", "title"], "use a field"), did_you_mean("x", ["id", "title"], "use a field")
    ("did you mean 'title'?", 'use a field')
    """
    suggestions = [f"'{suggestion}'" for suggestion in nearest(name, names, most)]
    return f"did you mean {' or '.join(suggestions)}?" if suggestions else otherwise
