"""The classes of records, as the package declares them."""

import sys
from collections.abc import Iterator

from learning_roadmap.model import Record


def declared_below(base: type[Record]) -> Iterator[type[Record]]:
    """The classes that are derived from one, also from those, in the package."""
    for one in base.__subclasses__():
        # Each class is made twice, as slots are added to it; its module has the second one.
        if one.__module__.startswith("learning_roadmap.") and getattr(sys.modules[one.__module__], one.__name__, None) is one:
            yield one
            yield from declared_below(one)
