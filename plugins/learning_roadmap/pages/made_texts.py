"""Texts of files that are made from the roadmap, or that an earlier build has made."""

from collections.abc import Callable

# Returns the text with a name, which the function makes.
MakeText = Callable[[str, Callable[[], str]], str]


def made(_: str, make: Callable[[], str]) -> str:
    """The text that the function makes."""
    return make()
