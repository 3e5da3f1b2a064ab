"""Skills of roles follow the entries that they refer to; roles are added, merged and compared as other entries are."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from learning_roadmap.cli.main import main
from learning_roadmap.datafile import load
from learning_roadmap.model import Roadmap
from tests.edit.bread import TEXT, after, messages

ROLES = """\
roles:
- id: baker
  title: Baker
  skills:
  - {entry: kneading, reason: all dough is kneaded, optional: true}
  - {entry: steam, reason: the crust needs it}
  - {entry: loaf}
- id: pizza-maker
  title: Pizza maker
  summary: Bakes flat.
  skills:
  - {entry: steam, reason: the oven is hot, optional: true}
  - {entry: heat, reason: a stone holds it}
milestones:
"""
WITH_ROLES = TEXT.replace("milestones:\n", ROLES)


def skills(roadmap: Roadmap, at: int = 0) -> list[tuple[str, str | None, bool]]:
    return [(skill.entry, skill.reason, skill.optional) for skill in roadmap.roles[at].skills]


def test_a_skill_follows_a_merge_with_its_reason() -> None:
    roadmap = after("merge", "kneading", "folding", text=WITH_ROLES)
    assert skills(roadmap)[0] == ("folding", "all dough is kneaded", True)


def test_two_skills_that_become_one_are_listed_once_and_required() -> None:
    assert skills(after("merge", "kneading", "steam", text=WITH_ROLES)) == [("steam", "all dough is kneaded", False), ("loaf", None, False)]
    assert "dropped from 'baker': another reason for 'steam': the crust needs it" in messages(WITH_ROLES, "merge", "kneading", "steam")


def test_a_missing_reason_is_taken_from_the_other_skill() -> None:
    text = WITH_ROLES.replace("{entry: kneading, reason: all dough is kneaded, optional: true}", "{entry: kneading}")
    assert skills(after("merge", "kneading", "steam", text=text))[0] == ("steam", "the crust needs it", False)


def test_a_skill_follows_a_split_and_leaves_with_a_retired_entry() -> None:
    parts = skills(after("split", "kneading", ["By hand", "By machine"], text=WITH_ROLES))[:2]
    assert parts == [("by-hand", "all dough is kneaded", True), ("by-machine", "all dough is kneaded", True)]
    assert [entry for entry, _, _ in skills(after("retire", "steam", text=WITH_ROLES))] == ["kneading", "loaf"]
    assert "role 'baker' (Baker) no longer refers to 'steam'" in messages(WITH_ROLES, "retire", "steam")


def test_a_merged_role_takes_over_skills_and_keeps_its_own_reasons() -> None:
    roadmap = after("merge", "baker", "pizza-maker", text=WITH_ROLES)
    assert skills(roadmap) == [
        ("steam", "the oven is hot", False),
        ("heat", "a stone holds it", False),
        ("kneading", "all dough is kneaded", True),
        ("loaf", None, False),
    ]
    assert roadmap.roles[0].also == ("Baker",) and roadmap.history[-1].kind == "role"
    told = messages(WITH_ROLES, "merge", "baker", "pizza-maker")
    assert "dropped from 'pizza-maker': another reason for 'steam': the crust needs it" in told
    assert not [message for message in told if "skills" in message]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("old.yml", "new.yml"):
        (tmp_path / name).write_text(WITH_ROLES, encoding="utf-8")
    assert run("fmt").exit_code == 0
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--data", "new.yml"])


def test_a_role_is_added_with_skills_by_id_or_name(folder: Path) -> None:
    options = ["--summary", "Sells it.", "--skill", "A loaf: shows what is sold", "--skill", "section:heat: bread is sold warm", "--skill", "coil"]
    done = run("add", "role", "Shop keeper", *options)
    assert done.exit_code == 0, done.output
    roadmap = load(folder / "new.yml").roadmap
    assert roadmap.roles[2].id == "shop-keeper" and roadmap.roles[2].summary == "Sells it."
    assert skills(roadmap, 2) == [("loaf", "shows what is sold", False), ("heat", "bread is sold warm", False), ("coil", None, False)]
    text = (folder / "new.yml").read_text(encoding="utf-8")
    assert "  - {entry: heat, reason: bread is sold warm}\n" in text


def test_a_skill_of_another_kind_is_refused(folder: Path) -> None:
    done = run("add", "role", "Shop keeper", "--skill", "book")
    assert done.exit_code == 1 and "Error: --skill: " in done.output and "[REF-" in done.output


def test_changes_of_skills_are_compared_by_title_reason_and_need(folder: Path) -> None:
    path = folder / "new.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("reason: all dough is kneaded, optional: true", "reason: all dough is kneaded"), encoding="utf-8")
    assert run("diff", "old.yml").stdout == (
        "Changed (1):\n  role 'Baker': skills: Kneading (all dough is kneaded; optional) → Kneading (all dough is kneaded)\n"
    )
