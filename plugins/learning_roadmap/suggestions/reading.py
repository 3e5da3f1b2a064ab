"""The forms of a repository, as the host defines them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from learning_roadmap.diagnostics import Problem, ProblemsFound
from learning_roadmap.suggestions.form import LABEL, Field, Form
from learning_roadmap.text import MEBIBYTE, read_text


def read_forms(folder: Path) -> dict[str, Form]:
    """The forms of a repository by their kind. Forms for other things, and the host's own configuration, are passed over.

    Raises:
        ProblemsFound: when there is none, or a file cannot be understood.
    """
    found: dict[str, Form] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yml")):
        try:
            content = _content(path)
            kind = next((label.removeprefix(LABEL) for label in _labels(content) if label.startswith(LABEL)), None)
            if kind is not None:
                found[kind] = Form(kind, tuple(_fields(path, content.get("body"))))
        except ProblemsFound as wrong:
            problems.extend(wrong.problems)
    if problems:
        raise ProblemsFound(problems)
    if not found:
        raise _no_form(folder, "there is no form here", "name the folder of the forms with --forms")
    return found


def _content(path: Path) -> dict[str, Any]:
    try:
        content = yaml.safe_load("\n".join(read_text(path, MEBIBYTE).lines))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _no_form(path, f"this is no YAML: {error.problem}", "mend it", line) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise _no_form(path, "this is no YAML", "mend it") from None
    if not isinstance(content, dict):
        raise _no_form(path, "this is no form", "give it a name, a description, labels and a body")
    return content


def _labels(content: dict[str, Any]) -> list[str]:
    """The labels of a form: a list, or words with commas between."""
    labels = content.get("labels")
    given = labels.split(",") if isinstance(labels, str) else labels if isinstance(labels, list) else []
    return [str(label).strip() for label in given]


def _fields(path: Path, body: object) -> Iterator[Field]:
    is_any = False
    for part in body if isinstance(body, list) else ():
        if not isinstance(part, dict) or not isinstance(part.get("id"), str):
            continue
        attributes, validations = part.get("attributes"), part.get("validations")
        label = attributes.get("label") if isinstance(attributes, dict) else None
        if not isinstance(attributes, dict) or not isinstance(label, str):
            raise _no_form(path, f"the field {part['id']!r} has no label", "give it one under 'attributes'")
        is_required = isinstance(validations, dict) and bool(validations.get("required"))
        options = attributes.get("options")
        is_any = True
        yield Field(part["id"], label, is_required, tuple(map(str, options)) if isinstance(options, list) else ())
    if not is_any:
        raise _no_form(path, "the form has no field", "list its fields, each with an id and a label, under 'body'")


def _no_form(path: Path, message: str, fix: str, line: int = 1) -> ProblemsFound:
    return ProblemsFound([Problem(str(path), line, 1, "FORM-NONE", message, fix)])
