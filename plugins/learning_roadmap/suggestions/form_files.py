"""The issue forms of a repository, read from its files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from learning_roadmap.diagnostics import Option, Place, Problem, ProblemsFound, visible
from learning_roadmap.suggestions.form import LABEL, IssueField, IssueForm
from learning_roadmap.text import MEBIBYTE, read_text


def read_forms(folder: Path) -> dict[str, IssueForm]:
    """The forms of a repository by kind. Other forms and GitHub's own configuration are skipped.

    Raises:
        ProblemsFound: when there is none, or a file is not a form.
    """
    forms: dict[str, IssueForm] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yml")):
        try:
            content = _content(path)
            kind = next((label.removeprefix(LABEL) for label in _labels(content) if label.startswith(LABEL)), None)
            if kind is not None:
                forms[kind] = IssueForm(kind, tuple(_form_fields(path, content.get("body"))))
        except ProblemsFound as error:
            problems.extend(error.problems)
    if problems:
        raise ProblemsFound(problems)
    if not forms:
        message = f"no forms found in '{visible(str(folder))}'"
        raise ProblemsFound([Problem(Option("--forms"), "FORM-NONE", message, "give the folder of the forms")])
    return forms


def _content(path: Path) -> dict[str, Any]:
    try:
        content = yaml.safe_load("\n".join(read_text(path, MEBIBYTE).lines))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _no_form(path, f"invalid YAML ({error.problem})", "correct the file", line) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise _no_form(path, "invalid YAML", "correct the file") from None
    if not isinstance(content, dict):
        raise _no_form(path, "the file is not a form", "give it a name, a description, labels and a body")
    return content


def _labels(content: dict[str, Any]) -> list[str]:
    """The labels of a form: a list, or words separated by commas."""
    labels = content.get("labels")
    names = labels.split(",") if isinstance(labels, str) else labels if isinstance(labels, list) else []
    return [str(label).strip() for label in names]


def _form_fields(path: Path, body: object) -> Iterator[IssueField]:
    has_field = False
    for part in body if isinstance(body, list) else ():
        if not isinstance(part, dict) or not isinstance(part.get("id"), str):
            continue
        attributes, validations = part.get("attributes"), part.get("validations")
        label = attributes.get("label") if isinstance(attributes, dict) else None
        if not isinstance(attributes, dict) or not isinstance(label, str):
            raise _no_form(path, f"the field '{part['id']}' has no label", "give it one under 'attributes'")
        is_required = isinstance(validations, dict) and bool(validations.get("required"))
        options = attributes.get("options")
        has_field = True
        yield IssueField(part["id"], label, is_required, tuple(map(str, options)) if isinstance(options, list) else ())
    if not has_field:
        raise _no_form(path, "the form has no fields", "list its fields, each with an id and a label, under 'body'")


def _no_form(path: Path, message: str, fix: str, line: int = 1) -> ProblemsFound:
    return ProblemsFound([Problem(Place(str(path), line), "FORM-NONE", message, fix)])
