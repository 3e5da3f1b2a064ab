"""Show that no test of the engine depends on the content: edit a copy of the repository's roadmap at random, run the other tests there.

    python -m tests.content.random_edits [seed [edits]] [-- arguments of pytest]

The edits are those of `roadmap add`, `rename`, `move`, `retire`, `merge` and `split`. One that the command refuses changes nothing
and is not counted.
"""

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from learning_roadmap.datafile import load
from learning_roadmap.model.index import RoadmapIndex
from tests.command import roadmap
from tests.paths import ROOT

LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "site", "node_modules", "__pycache__", ".*_cache", ".cache", ".hypothesis")
WORDS = "deep wide early robust sparse causal neural practical modern small".split()


def random_edit(index: RoadmapIndex, chance: random.Random, number: int) -> list[str]:
    """A command that may be valid."""
    sections = [section.id for phase in index.roadmap.phases for section in phase.sections]
    phases = [phase.id for phase in index.roadmap.phases]
    topics = list(index.topics)
    title = f"{chance.choice(WORDS).capitalize()} {chance.choice(WORDS)} {number}"
    topic, other = chance.sample(topics, 2)
    entry = chance.choice([*chance.sample(topics, 6), chance.choice(phases), chance.choice(sections), chance.choice(list(index.located))])
    edits = [
        ["add", "topic", title, "--in", f"section:{chance.choice(sections)}"],
        ["add", "topic", title, "--in", f"topic:{topic}"],
        ["add", "section", title, "--in", f"phase:{chance.choice(phases)}"],
        ["add", "phase", title],
        ["rename", entry, title],
        ["move", f"topic:{topic}", "--to", f"section:{chance.choice(sections)}"],
        ["move", f"section:{chance.choice(sections)}", "--to", f"phase:{chance.choice(phases)}"],
        ["move", f"phase:{phases[-1]}", "--before", f"phase:{phases[0]}"],
        ["retire", f"topic:{topic}"],
        ["retire", entry],
        ["merge", f"topic:{topic}", "--into", f"topic:{other}"],
        ["split", f"topic:{topic}", "--into", title, "--into", f"{title} again"],
    ]
    return chance.choice(edits)


def edit_at_random(folder: Path, seed: int, edits: int) -> Counter[str]:
    """Edit the roadmap of a project that many times; how often each command did."""
    chance, counts = random.Random(seed), Counter[str]()
    for number in range(20 * edits):
        index = RoadmapIndex(load(folder / "content" / "roadmap.yml").roadmap)
        arguments = random_edit(index, chance, number)
        counts[arguments[0]] += roadmap(*arguments, cwd=folder).returncode == 0
        if counts.total() == edits:
            break
    return counts


def main(arguments: list[str]) -> int:
    """The exit code of the tests."""
    at = arguments.index("--") if "--" in arguments else len(arguments)
    seed, edits = [*map(int, arguments[:at]), *(0, 40)[at:]][:2]
    with TemporaryDirectory() as name:
        folder = Path(name) / "repository"
        shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
        counts = edit_at_random(folder, seed, edits)
        print(f"seed {seed}: " + ", ".join(f"{count} × {command}" for command, count in sorted(counts.items())), flush=True)
        if roadmap("check", cwd=folder).returncode != 0:
            print("the roadmap is not valid after these edits", file=sys.stderr)
            return 2
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder / "plugins"), str(folder)])}
        command = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal", "-m", "not content", *arguments[at + 1 :]]
        return subprocess.run(command, cwd=folder, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
