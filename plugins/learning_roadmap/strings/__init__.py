"""The texts that learners see, in one file for each language. A site can replace any of them in a file of its own."""

from learning_roadmap.strings.catalogue import LANGUAGES, Strings, UnknownText, english, format_of, load_strings

__all__ = [
    "LANGUAGES",
    "Strings",
    "UnknownText",
    "english",
    "format_of",
    "load_strings",
]
