"""The answers of a form become a change, or get a helpful reply; they always stay text."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from learning_roadmap.cli.main import main
from learning_roadmap.datafile import load
from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.suggestions.application import CORRECTED, NEEDED
from learning_roadmap.suggestions.event import read_event
from learning_roadmap.suggestions.form import NOTHING, answers
from tests.paths import EXAMPLE_DATA, ROOT
from tests.suggestions.forms import FORMS, apply_suggestion, body, event, reply_text, write_event

EVIL = "$(touch pwned) `touch pwned` ${{ github.token }} @everyone #1 ::set-output name=x::y <img src=x onerror=alert(1)> ![x](https://evil.example)"


def checked() -> int:
    return CliRunner().invoke(main, ["check", "--base", str(EXAMPLE_DATA)]).exit_code


def test_a_topic_is_added_to_its_section(project: Path) -> None:
    result = apply_suggestion(
        project,
        event("topic", title="Gradient checkpointing", place="regularization techniques", summary="Recompute to save memory.", hours="2",
              also="Activation recomputation\nRematerialisation", needs="- Backpropagation: it changes what is kept\n* calculus"),
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    topic = RoadmapIndex(load(project / "content/roadmap.yml").roadmap).topics["gradient-checkpointing"]
    assert (topic.hours, topic.also, [need.topic for need in topic.needs]) == (
        2, ("Activation recomputation", "Rematerialisation"), ["backpropagation", "calculus"],
    )  # fmt: skip
    assert "- topic 'Gradient checkpointing' in Deep Learning Fundamentals ▸" in reply_text(project)
    assert reply_text(project, "title.txt") == "Suggestion #7: add topic gradient-checkpointing\n" and "Closes #7." in reply_text(project, "body.md")
    assert checked() == 0


@pytest.mark.parametrize("kind", ["course", "paper"])
def test_a_resource_or_a_paper_is_added(project: Path, kind: str) -> None:
    given = {"title": "Something to read", "url": "https://example.org/read", "authors": "A. Author\nB. Author", "topics": "Dropout\nLoRA"}
    assert apply_suggestion(project, event("resource", kind=kind, **given)).exit_code == 0
    roadmap = load(project / "content/roadmap.yml").roadmap
    made = (roadmap.papers if kind == "paper" else roadmap.resources)[-1]
    assert (made.id, made.authors) == ("something-to-read", ("A. Author", "B. Author"))
    assert RoadmapIndex(roadmap).topics_of["something-to-read"] == ("dropout", "lora")
    assert checked() == 0


@pytest.mark.parametrize(
    ("change", "to", "said"),
    [
        ("Rename", "Dropping out", "'Dropout' is now 'Dropping out'"),
        ("Move", "Activation functions", "from Deep Learning Fundamentals ▸"),
        ("Merge", "Batch normalization", "merged into 'Batch normalization'; learners' ticks move there"),
        ("Split", "Dropout in theory\nDropout in practice", "split into 'Dropout in theory&#44; Dropout in practice'"),
        ("Retire", "_No response_", "retired (had its day)"),
    ],
)
def test_a_fix_is_applied_and_no_id_is_lost(project: Path, change: str, to: str, said: str) -> None:
    result = apply_suggestion(project, event("fix", entry="Dropout", change=change, to=to, reason="had its day"))
    assert result.exit_code == 0, result.output
    assert said in reply_text(project).replace("&#40;", "(").replace("&#41;", ")")
    assert checked() == 0


def test_a_document_is_merged(project: Path) -> None:
    text = "# My roadmap\n\n### Licence\n\n## Phase 1: Deep learning\n\n- [ ] Dropout\n- [ ] Capsule networks\n\n```python\nprint(1)\n```\n"
    result = apply_suggestion(project, event("document", title="My road: to “AI”", licence="I wrote it and anyone may use it", text=text))
    assert result.exit_code == 0, result.output
    assert (project / "content/sources/my-road-to-ai.md").read_text(encoding="utf-8") == text
    manifest = yaml.safe_load((project / "content/sources/manifest.yml").read_text(encoding="utf-8"))
    assert manifest["documents"][-1] == {"id": "my-road-to-ai", "file": "my-road-to-ai.md", "title": "My road: to “AI”"}
    assert "Capsule networks" in reply_text(project) and checked() == 0
    assert CliRunner().invoke(main, ["import", "--check"]).exit_code == 0


@pytest.mark.parametrize(
    ("entry", "change", "to", "field", "value"),
    [
        ("Dropout", "Correct the summary", "Switch off units\nat random.", "summary", "Switch off units at random."),
        ("Dropout", "Correct the hours", "1,5 hours", "hours", 1.5),
        ("Jupyter Notebooks", "Correct the web address", "https://example.org/new/", "url", "https://example.org/new/"),
    ],
)
def test_a_field_is_corrected(project: Path, entry: str, change: str, to: str, field: str, value: object) -> None:
    assert apply_suggestion(project, event("fix", entry=entry, change=change, to=to)).exit_code == 0, reply_text(project)
    entries = [located.entry for located in RoadmapIndex(load(project / "content/roadmap.yml").roadmap).located.values()]
    assert [getattr(other, field) for other in entries if other.title == entry] == [value]
    assert checked() == 0


@pytest.mark.parametrize(
    ("change", "to", "said"),
    [
        ("Correct the web address", "https://example.org/", ["**Change**", "a topic has no field &#39;url&#39;"]),
        ("Correct the hours", "an afternoon", ["**What it becomes**", "must be a number"]),
        ("Correct the hours", "", ["**What it becomes**", "write the number of hours here"]),
        (
            "Rename",
            "Dropping out\n\nbecause it is better",
            ["expected 1 line, found 2 lines", "write the new title here, in one line and nothing else"],
        ),
        ("Move", "_No response_", ["write the title of the section or topic that it belongs to here"]),
    ],
)
def test_what_is_missing_in_a_correction_is_said_in_the_terms_of_the_form(project: Path, change: str, to: str, said: list[str]) -> None:
    assert apply_suggestion(project, event("fix", entry="Dropout", change=change, to=to)).exit_code == 1
    assert all(words in reply_text(project).replace("&#44;", ",") for words in said), reply_text(project)


def test_none_in_an_optional_field_is_no_answer(project: Path) -> None:
    none = {"summary": "n/a", "hours": "2 h", "also": "-", "needs": "None", "resources": "none"}
    assert apply_suggestion(project, event("topic", title="Capsules", place="Regularization techniques", **none)).exit_code == 0
    topic = RoadmapIndex(load(project / "content/roadmap.yml").roadmap).topics["capsules"]
    assert (topic.summary, topic.hours, topic.also, topic.needs, topic.read) == (None, 2, (), (), ())


def test_every_field_of_a_form_has_an_example_or_choices_and_every_change_is_explained() -> None:
    for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*-*.yml"):
        for part in yaml.safe_load(path.read_text("utf-8"))["body"]:
            shown = part["attributes"]
            assert part["type"] == "markdown" or "options" in shown or "placeholder" in shown or "such as" in shown["description"], (path, shown)
    fields = {field.id: field for field in FORMS["fix"].fields}
    assert {*CORRECTED, *NEEDED, "Split", "Retire", "Something else"} == set(fields["change"].options)


def test_a_document_gets_a_manifest_that_keeps_the_order_of_the_others(project: Path) -> None:
    (project / "content/sources/manifest.yml").unlink()
    assert CliRunner().invoke(main, ["import"]).exit_code == 0
    text = "# Another title\n\n## Phase 1: A\n\n- [ ] Capsule networks\n"
    assert apply_suggestion(project, event("document", title="Z & A", licence="I wrote it and anyone may use it", text=text)).exit_code == 0
    manifest = yaml.safe_load((project / "content/sources/manifest.yml").read_text(encoding="utf-8"))
    assert [listed["file"] for listed in manifest["documents"]] == sorted(path.name for path in (project / "content/sources").glob("*.md"))
    assert CliRunner().invoke(main, ["import", "--check"]).exit_code == 0
    assert CliRunner().invoke(main, ["import"]).stdout.endswith("nothing new, file unchanged.\n")


MISTAKES = [
    ("topic", {"title": "Dropout", "place": "Regularization techniques"}, ["is also a name of", "choose another title"]),
    ("topic", {"title": "Capsules", "place": "Deep Lerning"}, ["**Place**", "did you mean"]),
    ("topic", {"title": "Capsules", "place": "deep-learning"}, ["is a phase", "use one of its parts"]),
    ("topic", {"title": "Capsules", "place": "Regularization techniques", "hours": "two", "needs": "Nothing like it"},
     ["**Hours**", "but must be a number", "**Prerequisites**", "unknown topic"]),
    ("topic", {"place": "Regularization techniques"}, ["the field &#39;Topic&#39; is empty"]),
    ("resource", {"kind": "film", "title": "X"}, ["is not one of the choices", "course, book"]),
    ("resource", {"kind": "book", "title": "X", "url": "www.example.org"}, ["**Web address**", "https&#58;"]),
    ("resource", {"kind": "book", "title": "X", "url": "https://example.org/?utm_source=y"}, ["use https&#58;&#47;&#47;example&#46;org&#47;"]),
    ("fix", {"entry": "Dropuot", "change": "Retire"}, ["**Entry**", "did you mean &#39;dropout&#39;"]),
    ("fix", {"entry": "Dropout", "change": "Split", "to": "Only one"}, ["expected at least 2 lines, found 1"]),
    ("fix", {"entry": "Dropout", "change": "Something else"}, ["needs a decision by a maintainer"]),
    ("document", {"title": "Deep learning", "licence": "I wrote it and anyone may use it", "text": "# X\n- a"}, ["already exists"]),
    ("document", {"title": "X", "licence": "I wrote it and anyone may use it", "text": "# X\n- [a](javascript:alert(1))"},
     ["**Text**", "does not begin with https"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "given", "said"), MISTAKES)
def test_an_invalid_suggestion_gets_a_helpful_reply(project: Path, kind: str, given: dict[str, str], said: list[str]) -> None:
    before = {path: path.read_bytes() for path in (project / "content").rglob("*") if path.is_file()}
    result = apply_suggestion(project, event(kind, **given))
    assert result.exit_code == 1
    answer = reply_text(project).replace("&#45;", "-").replace("&#44;", ",")
    assert all(words in answer for words in said), answer
    assert {path: path.read_bytes() for path in (project / "content").rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in (project / "out").iterdir()) == ["comment.md"]


def test_text_of_a_form_stays_text(project: Path) -> None:
    for kind, hostile in (
        ("topic", {"title": EVIL, "place": "Regularization techniques", "summary": EVIL, "reason": EVIL}),
        ("topic", {"title": EVIL, "place": EVIL, "hours": EVIL, "needs": EVIL}),
        ("fix", {"entry": EVIL, "change": "Retire"}),
        ("resource", {"kind": EVIL, "title": EVIL, "url": EVIL}),
    ):
        result = apply_suggestion(project, event(kind, **hostile))
        assert not any(line.startswith("::") for line in result.output.split("\n"))
        shown = reply_text(project).split("\n")
        assert not any(set("@<>`$[]!") & set(line.replace("**", "")) for line in shown if "everyone" in line), shown
    assert not list(project.rglob("pwned"))


@pytest.mark.parametrize(
    "content",
    ["", "null", "[]", "{", '{"issue": null}', '{"issue": {"number": "7; id", "title": "x", "body": "x", "labels": []}}', "[" * 5000,
     '{"issue": {"number": 7, "title": "x", "body": null, "labels": [{"name": "suggestion: topic"}]}}',
     '{"issue": {"number": 7, "title": "x", "body": "", "labels": [{"name": "suggestion: topic"}, {"name": "suggestion: fix"}]}}',
     '{"issue": {"number": 7, "title": "x", "body": "", "labels": [{"name": "suggestion: ../../etc"}]}}'],
)  # fmt: skip
def test_events_of_other_kinds_are_refused(project: Path, content: str) -> None:
    result = apply_suggestion(project, content)
    assert result.exit_code == 1 and ("[FORM-EVENT]" in result.stderr or "[FORM-FIELD]" in result.stderr)
    assert reply_text(project).startswith("This could not be applied automatically") and "label 'approved' again" in reply_text(project)
    assert (project / "content/roadmap.yml").read_bytes() == EXAMPLE_DATA.read_bytes()


def test_changed_form_headings_are_reported(project: Path) -> None:
    text = body(FORMS["topic"], title="X", place="Y")
    apply_suggestion(project, event("topic", text.replace("### Place", "### Plaice")))
    assert "the field &#39;Place&#39; is missing" in reply_text(project)
    apply_suggestion(project, event("topic", text.replace("### Place", "### Topic\r\n\r\n### Place")))
    assert "appears twice" in reply_text(project)


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        ("topic", {"title": "[skip ci] fixes #3 @octocat", "place": "Regularization techniques"}, "add topic skip-ci-fixes-sharp-3-octocat"),
        ("fix", {"entry": "Dropout", "change": "Rename", "to": "fixes #3 @octocat"}, "rename topic dropout"),
        ("fix", {"entry": "Dropout", "change": "Retire", "reason": "closes #3"}, "retire topic dropout"),
        ("document", {"title": "closes #3", "licence": "I wrote it and anyone may use it", "text": "# [skip ci]\n\n- [ ] fixes #4\n"},
         "add document closes-sharp-3"),
    ],
)  # fmt: skip
def test_titles_contain_no_text_of_a_form(project: Path, kind: str, given: dict[str, str], said: str) -> None:
    assert apply_suggestion(project, event(kind, **given)).exit_code == 0
    assert reply_text(project, "title.txt") == f"Suggestion #7: {said}\n"


def test_a_request_for_a_person_has_its_own_code(project: Path) -> None:
    result = apply_suggestion(project, event("fix", entry="Dropout", change="Something else"))
    assert "[FORM-PERSON]" in result.stderr


def test_a_folder_without_forms_is_reported(project: Path) -> None:
    write_event(project, event("topic"))
    result = CliRunner().invoke(main, ["suggestion", "event.json", "--out", "out", "--forms", "content"])
    assert result.exit_code == 1 and "[FORM-NONE]" in result.stderr
    assert "no forms found" in reply_text(project)


def test_unreadable_files_get_a_reply(project: Path) -> None:
    shutil.rmtree(project / "content/sources")
    (project / "content/sources").write_text("a file", encoding="utf-8")
    apply_suggestion(project, event("document", title="X", licence="I wrote it and anyone may use it", text="# X\n- a"))
    assert reply_text(project).startswith("This could not be applied automatically")


@pytest.mark.parametrize(
    ("change", "to"), [("Move", "Regularization techniques"), ("Rename", "Dropout")],
)  # fmt: skip
def test_a_fix_that_changes_nothing_is_refused(project: Path, change: str, to: str) -> None:
    result = apply_suggestion(project, event("fix", entry="Dropout", change=change, to=to))
    assert result.exit_code == 1 and "this would change nothing" in result.stderr and "[FORM-FIELD]" in result.stderr
    assert "this would change nothing" in reply_text(project)
    assert (project / "content/roadmap.yml").read_bytes() == EXAMPLE_DATA.read_bytes()


ANSWER = st.text(st.characters(exclude_characters="\r", exclude_categories=("Cs",)), max_size=40).filter(lambda text: "###" not in text)


@given(st.fixed_dictionaries({field.id: ANSWER for field in FORMS["topic"].fields if not field.is_required}), ANSWER.filter(str.strip))
def test_form_answers_are_read_as_written(optional: dict[str, str], needed: str) -> None:
    written = {"title": needed, "place": needed, **optional}
    found = answers(FORMS["topic"], body(FORMS["topic"], **written), "issue")
    for id, value in written.items():
        text = value.strip()
        is_nothing = text == "_No response_" or (id in optional and text.casefold() in NOTHING)
        assert found[id] == ("" if is_nothing else text)
    assert found.keys() == written.keys()


@settings(max_examples=50)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8), lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from(["issue", "number", "labels", "name", "body", "title"]), inner)))  # fmt: skip
def test_any_event_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: object) -> None:
    path = write_event(tmp_path_factory.getbasetemp(), json.dumps(content))
    with pytest.raises(ProblemsFound):
        read_event(path)
