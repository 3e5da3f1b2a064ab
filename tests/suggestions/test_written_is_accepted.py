"""What a form writes, a check accepts: for any answers, however hostile. All others get a reason that names a field of the form."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learning_roadmap.check import Base, check
from learning_roadmap.datafile import DataFile, load
from learning_roadmap.diagnostics import FormAnswer, ProblemsFound
from learning_roadmap.project import find_sources
from learning_roadmap.suggestions import Paths, answers, apply
from learning_roadmap.suggestions.form import IssueForm
from tests.families import examples
from tests.hostile_documents import DOCUMENTS
from tests.merge.test_written_is_accepted import HOSTILE
from tests.paths import GUITAR_DATA
from tests.suggestions.forms import FORMS, body

EXISTING = [
    "Strumming", "strumming", "chords", "Chords", "First notes", "Beginnings", "Tuning", "tuning: it comes first", "Open chords", "topic:keys",
    "Minor chords", "Rhythm", "section:rhythm", "learning-the-guitar", "guitar",
]  # fmt: skip
ODD = [
    "", "New", "Another", "one\ntwo", "- a\n* b", "constructor", "x: y", "null", "1:30", "~", "2", "0", "-1",
    "1e9", "nan", "1999", "a\u200bb", "a\u202eb",
    "https://example.org/", "https://example.org/?utm_source=x", "http://localhost/", "javascript:alert(1)", "https://arxiv.org/abs/1706.03762v7",
    "F#", "C++", "🎸", "{{ x }}", "'", '"', "# y", "x" * 4_001, "### Topic", "### Place\n\nX", "<img src=x>", "é" * 300, "word " * 100,
]  # fmt: skip
TEXT = (
    st.sampled_from(EXISTING) | st.sampled_from(ODD) | st.lists(st.sampled_from([*EXISTING, *ODD]), max_size=3).map("\n".join) | st.text(max_size=40)
)
DOCUMENT = st.sampled_from(DOCUMENTS) | st.lists(st.sampled_from(HOSTILE), max_size=10).map(lambda lines: "\n".join(["# T", *lines]))


def any_answers(form: IssueForm) -> st.SearchStrategy[dict[str, str]]:
    """Answers to a form: mostly such that its choices and required fields are right, so that the rest is reached."""
    fields = {}
    for field in form.fields:
        if field.id == "text":
            fields[field.id] = DOCUMENT
        elif field.options:
            fields[field.id] = st.sampled_from(field.options)
        else:
            fields[field.id] = TEXT if field.is_required else st.just("_No response_") | TEXT
    return st.fixed_dictionaries(fields)


@cache
def present() -> DataFile:
    return load(GUITAR_DATA)


def require_accepted(kind: str, given_answers: dict[str, str]) -> bool:
    """Whether the suggestion is applied; a check then accepts all that it writes, also beside the file from before."""
    form = FORMS[kind]
    with TemporaryDirectory() as name:
        data, sources = Path(name) / "roadmap.yml", Path(name) / "sources"
        data.write_bytes(GUITAR_DATA.read_bytes())
        sources.mkdir()
        try:
            read = answers(form, body(form, **given_answers), "issue")
        except ProblemsFound as refused:
            assert all(problem.code == "FORM-FIELD" for problem in refused.problems)
            return False
        try:
            applied = apply(form, read, Paths(data, sources))
        except ProblemsFound as refused:
            assert refused.problems and all(isinstance(problem.location, FormAnswer) for problem in refused.problems), refused
            return False
        for path, text in applied.files.items():
            assert path.is_relative_to(name)
            path.write_text(text, "utf-8", newline="")
        assert applied.changes
        assert check(data, Base("before", present().tree), find_sources(sources)).errors == ()
        return True


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_what_a_form_writes_is_accepted(kind: str) -> None:
    applied: list[bool] = []

    @settings(deadline=None, max_examples=examples(40))
    @given(any_answers(FORMS[kind]))
    def try_answers(given_answers: dict[str, str]) -> None:
        applied.append(require_accepted(kind, given_answers))

    try_answers()
    assert len(applied) >= examples(40)
    assert any(applied) or kind == "fix"  # not all of them are refused; a fix needs two names that fit
