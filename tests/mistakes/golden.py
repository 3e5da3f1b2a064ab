"""What `roadmap check` says of each mistake. ``python -m tests.mistakes.golden`` writes the expected answers; read them before you commit them."""

import difflib
import shutil
import tempfile
from pathlib import Path

from tests.command import roadmap, warnings
from tests.mistakes.table import DATA, MISTAKES, PROJECT, Mistake

ANSWERS = Path(__file__).with_name("answers.txt")
RULE = "=" * 100
MAX_SHOWN = 300  # characters of a changed line


def project(folder: Path) -> Path:
    """A copy of the project in a folder, with the file before the mistake beside it."""
    shutil.copytree(PROJECT, folder, dirs_exist_ok=True)
    (folder / "before.yml").write_text(DATA, "utf-8")
    return folder


def answer(mistake: Mistake, folder: Path) -> str:
    """What somebody reads who made the mistake."""
    (folder / "content/roadmap.yml").write_bytes(mistake.content)
    done = roadmap("check", *(["--base", "before.yml"] if mistake.base else []), cwd=folder)
    return "\n".join([*warnings(done.stderr), done.stdout]).rstrip("\n")


def sections(folder: Path) -> list[str]:
    """For each mistake, its name, the lines that change, and the answer."""
    return [f"{mistake.name}\n\n{_changed(mistake)}\n\n{answer(mistake, folder)}\n" for mistake in MISTAKES]


def _changed(mistake: Mistake) -> str:
    before, after = DATA.splitlines(), mistake.content.decode("utf-8", "replace").splitlines()
    lines = [line for line in difflib.unified_diff(before, after, lineterm="", n=0) if line[:3] not in ("---", "+++") and line[:2] != "@@"]
    shown = [line if len(line) <= MAX_SHOWN else f"{line[:MAX_SHOWN]}…" for line in lines]
    return "\n".join([*shown[:12], *([f"… and {len(shown) - 12} more lines"] if len(shown) > 12 else [])])


def expected() -> list[str]:
    """The sections of the file of answers."""
    return ANSWERS.read_text("utf-8").split(f"{RULE}\n")[1:]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        ANSWERS.write_text("".join(f"{RULE}\n{section}" for section in sections(project(Path(temporary)))), "utf-8")
