"""The texts that learners see, in one file: ``en.json``. A site can replace any of them in a file."""

from learning_roadmap.strings.catalogue import Strings, UnknownText, english, format_of, load_strings

__all__ = [
    "Strings",
    "UnknownText",
    "english",
    "format_of",
    "load_strings",
]
