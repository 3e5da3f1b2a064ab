"""Look up an entry that an option or argument names."""

from learning_roadmap.diagnostics import Option, Problem, ProblemsFound, did_you_mean, visible
from learning_roadmap.model import Entry, RoadmapIndex, kind_of, word_for


def require_entry(index: RoadmapIndex, option: str, name: str, kinds: str) -> Entry:
    """The entry with that id, title or alternative name.

    Args:
        index: the roadmap.
        option: the option or argument, for messages.
        name: an id, also as kind:id, or a title or alternative name in any case. A title comes before an alternative name.
        kinds: the kinds that can be meant, in words.

    Raises:
        ProblemsFound: when no entry has that id or name, or several have the name.
    """
    kind, colon, id = name.strip().partition(":")
    if (located := index.located.get(id)) and colon and kind == kind_of(located.entry).name:
        return located.entry
    if located := index.located.get(name.strip()):
        return located.entry
    entries = [located.entry for located in index.located.values()]
    wanted = _normalized(name)
    named = [entry for entry in entries if _normalized(entry.title) == wanted] or [
        entry for entry in entries if wanted in map(_normalized, entry.also)
    ]
    if len(named) == 1:
        return named[0]
    if named:
        meanings = ", ".join(f"{word_for(entry)} '{entry.id}'" for entry in named)
        message = f"'{visible(name)}' can mean more than one entry: {meanings}"
        raise ProblemsFound([Problem(Option(option), "REF-AMBIGUOUS", message, f"use the id, such as {named[0].id}")])
    names = [name for entry in entries for name in (entry.id, entry.title, *entry.also)]
    message = f"unknown entry '{visible(name)}'"
    raise ProblemsFound([Problem(Option(option), "REF-UNKNOWN", message, did_you_mean(name, names, f"use the id or title of {kinds}"))])


def _normalized(name: str) -> str:
    return " ".join(name.casefold().split())
