"""Every mistake is reported at its form field, and no input is dropped silently."""

from pathlib import Path

import pytest

from tests.suggestions.forms import apply_suggestion, event, reply_text

TOPIC = {"title": "Capsules", "place": "Regularization techniques"}
HIDDEN = "a\u200bb"


@pytest.mark.parametrize(
    ("kind", "given", "label"),
    [
        ("resource", {"kind": "book", "title": "X", "url": "https://example.org/?utm_source=y"}, "Web address"),
        ("resource", {"kind": "book", "title": HIDDEN}, "Title"),
        ("resource", {"kind": "book", "title": "X", "provider": HIDDEN}, "Offered by"),
        ("topic", TOPIC | {"summary": HIDDEN}, "Summary"),
        ("topic", TOPIC | {"also": f"One\n{HIDDEN}"}, "Alternative names"),
        ("topic", TOPIC | {"title": "Dropout"}, "Topic"),
        ("fix", {"entry": "Dropout", "change": "Rename", "to": HIDDEN}, "What it becomes"),
        ("fix", {"entry": "Dropout", "change": "Rename", "to": "a\x1bb"}, "What it becomes"),
        ("fix", {"entry": "Dropout", "change": "Retire", "reason": "a\x1bb"}, "Reason"),
    ],
)
def test_a_failed_check_names_the_form_field(project: Path, kind: str, given: dict[str, str], label: str) -> None:
    assert apply_suggestion(project, event(kind, **given)).exit_code == 1
    assert f"- **{label}**: " in reply_text(project) and "the result" not in reply_text(project), reply_text(project)


@pytest.mark.parametrize(
    ("kind", "given", "label"),
    [
        ("resource", {"kind": "paper", "title": "X", "provider": "Somebody"}, "Offered by"),
        ("resource", {"kind": "book", "title": "X", "year": "2001"}, "Year"),
        ("fix", {"entry": "Dropout", "change": "Retire", "to": "Something"}, "What it becomes"),
        ("fix", {"entry": "Dropout", "change": "Rename", "to": "One\nTwo"}, "What it becomes"),
    ],
)
def test_input_that_would_be_dropped_is_refused(project: Path, kind: str, given: dict[str, str], label: str) -> None:
    result = apply_suggestion(project, event(kind, **given))
    assert result.exit_code == 1 and "[FORM-FIELD]" in result.stderr
    assert f"- **{label}**: " in reply_text(project)
