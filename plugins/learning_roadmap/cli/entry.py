"""Look up an entry that an option or argument names."""

from learning_roadmap.diagnostics import Option, Problem, ProblemsFound, did_you_mean, visible
from learning_roadmap.model import Entry, RoadmapIndex, word_for


def require_entry(index: RoadmapIndex, option: str, name: str, kinds: str) -> Entry:
    """The entry with that id or title.

    Args:
        index: the roadmap.
        option: the option or argument, for messages.
        name: an id, or a title in any case.
        kinds: the kinds that can be meant, in words.

    Raises:
        ProblemsFound: when no entry has that id or title, or several have the title.
    """
    if located := index.located.get(name.strip()):
        return located.entry
    named = [located.entry for located in index.located.values() if _normalized(located.entry.title) == _normalized(name)]
    if len(named) == 1:
        return named[0]
    if named:
        entries = ", ".join(f"{word_for(entry)} '{entry.id}'" for entry in named)
        message = f"'{visible(name)}' can mean more than one entry: {entries}"
        raise ProblemsFound([Problem(Option(option), "REF-AMBIGUOUS", message, f"use the id, such as {named[0].id}")])
    names = [name for located in index.located.values() for name in (located.entry.id, located.entry.title)]
    message = f"unknown entry '{visible(name)}'"
    raise ProblemsFound([Problem(Option(option), "REF-UNKNOWN", message, did_you_mean(name, names, f"use the id or title of {kinds}"))])


def _normalized(name: str) -> str:
    return " ".join(name.casefold().split())
