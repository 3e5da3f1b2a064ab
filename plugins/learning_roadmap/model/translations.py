"""A roadmap in another language: translated titles and summaries in place of the original ones."""

from learning_roadmap.model.entries import Entry, Paper
from learning_roadmap.model.records import Record, fields_in
from learning_roadmap.model.roadmap import Roadmap


def in_language(roadmap: Roadmap, language: str) -> Roadmap:
    """The roadmap with the titles and summaries that are translated into a language; the others stay as they are.

    An original title becomes another name of its entry, so that it is still found. Papers keep their titles, because they are cited by them.
    """
    translated = _translated(roadmap, language)
    assert isinstance(translated, Roadmap)
    return translated


def _translated(record: Record, language: str) -> Record:
    changes: dict[str, object] = {}
    for name in fields_in(type(record)):
        value = getattr(record, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Record):
            inner = tuple(_translated(one, language) for one in value)
            if any(one is not former for one, former in zip(inner, value, strict=True)):
                changes[name] = inner
    if isinstance(record, Entry):
        for translation in record.translations:
            if translation.language != language:
                continue
            if translation.title and not isinstance(record, Paper):
                changes |= {"title": translation.title, "also": (*record.also, record.title)}
            if translation.summary:
                changes["summary"] = translation.summary
    return record.model_copy(update=changes) if changes else record
