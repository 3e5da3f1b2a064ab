"""`make fuzz`: every bad input in a process of its own, then mutations of good and bad inputs for a while.

ARGS: seconds of mutations (60 if not given), and a seed to begin with (0).
"""

import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bad.datafiles import DATA_FILES
from tests.bad.documents import DOCUMENTS
from tests.bad.run import commands, failings
from tests.fuzz.targets import TARGETS, refused
from tests.paths import ROOT, SOURCES
from tests.suggestions.forms import FORMS, event

LIMITS = {"seconds": 5.0, "MB": 500.0}
SPLICES = [b"\xff", b"\0", b"\r", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"{", b"[", b"}", b"]", b"&a", b"*a", b"!!x", b"- ", b"  ", b": ", b"\t", b"#",
           b"| ", b"> ", b"```\n", b"<!--", b"---\n", b"'", b'"', b"\\", b"- [ ] ", b"## ", b"(", b")", b",", b"https://", b"\xf0\x9f\x9a\x80",
           b"topics:\n", b"### Place\n", b"1. ", b"Goal: ", b"9" * 40]  # fmt: skip


def bad_inputs() -> bool:
    """Run every case by the command line, one process each; say how many are as they must be, the slowest and the largest."""
    good, slowest, largest, total = 0, (0.0, ""), (0.0, ""), 0
    for is_document, cases in ((True, DOCUMENTS), (False, DATA_FILES)):
        for case in cases:
            total += 1
            with TemporaryDirectory() as name:
                codes, out = [], ""
                begin = time.monotonic()
                for command in commands(case, Path(name), is_document):
                    ran = subprocess.Popen(
                        [sys.executable, "-m", "learning_roadmap", *command], cwd=name, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                        encoding="utf-8",
                    )  # fmt: skip
                    assert ran.stdout is not None
                    out += ran.stdout.read()
                    _, status, usage = os.wait4(ran.pid, 0)
                    ran.returncode = os.waitstatus_to_exitcode(status)
                    codes.append(ran.returncode)
                    largest = max(largest, (usage.ru_maxrss / 1024, case.name))
                slowest = max(slowest, (time.monotonic() - begin, case.name))
                wrong = failings(case, Path(name), is_document, codes, out)
                if wrong:
                    print(f"  {case.name}: {', '.join(wrong)}\n{out}")
                good += not wrong
    print(f"bad inputs: {good} of {total} as they must be; slowest {slowest[0]:.1f} s ({slowest[1]}), largest {largest[0]:.0f} MB ({largest[1]})")
    return good == total and slowest[0] < LIMITS["seconds"] and largest[0] < LIMITS["MB"]


def corpus() -> dict[str, list[bytes]]:
    """Good and bad inputs to begin with, by target. Small ones, so that many can be tried."""
    small = (ROOT / "tests" / "data" / "small.yml").read_bytes()
    lines = [path.read_bytes().split(b"\n") for path in sorted(SOURCES.glob("*.md"))]
    pieces = [b"\n".join(document[at : at + 40]) for document in lines for at in range(0, len(document), 40)]
    events = [event(kind, **{field.id: "Vectors" for field in form.fields}).encode() for kind, form in FORMS.items()]
    return {
        "data file": [small, *(case.raw for case in DATA_FILES if len(case.raw) < 5000)],
        "document": [*pieces, *(case.raw for case in DOCUMENTS if len(case.raw) < 5000)],
        "suggestion": events,
    }


def mutated(raw: bytes, other: bytes, chance: random.Random) -> bytes:
    """The input with a few things done to it: cut, doubled, flipped, spliced, mixed with another."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(raw) + 1)
        to = min(len(raw), at + chance.choice([1, 2, 8, 40]))
        match chance.randrange(6):
            case 0:
                raw = raw[:at] + raw[to:]
            case 1:
                raw = raw[:to] + raw[at:to] * chance.choice([1, 2, 20]) + raw[to:]
            case 2:
                raw = raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :]
            case 3:
                cut = chance.randrange(len(other) + 1)
                raw = raw[:at] + other[cut : cut + 80] + raw[to:]
            case 4:
                rows = raw.split(b"\n")
                chance.shuffle(rows)
                raw = b"\n".join(rows) if chance.random() < 0.2 else raw
            case _:
                raw = raw[:at] + chance.choice(SPLICES) * chance.choice([1, 1, 3]) + raw[at:]
    return raw[:20_000]


def mutations(seconds: float, seed: int) -> bool:
    """Try mutations for that long; print what breaks, with what is needed to try it again."""
    inputs, chance, failed = corpus(), random.Random(seed), 0
    tried = dict.fromkeys(TARGETS, 0)
    refusals = dict.fromkeys(TARGETS, 0)
    slowest = 0.0
    end = time.monotonic() + seconds
    with TemporaryDirectory() as name:
        (Path(name) / "base.yml").write_bytes((ROOT / "tests" / "data" / "small.yml").read_bytes())
        while time.monotonic() < end:
            target = chance.choice(list(TARGETS))
            raw = mutated(chance.choice(inputs[target]), chance.choice(inputs[target]), chance)
            begin = time.monotonic()
            try:
                refusals[target] += refused(TARGETS[target], raw, Path(name))
            except Exception as error:  # whatever it is, it is what we are looking for
                failed += 1
                print(f"  {target}: {type(error).__name__}: {error}\n  {raw!r}")
            tried[target] += 1
            slowest = max(slowest, time.monotonic() - begin)
    said = ", ".join(f"{name} {count} ({refusals[name]} refused)" for name, count in tried.items())
    print(f"mutations: {said}; {failed} failed; slowest {slowest:.1f} s; seed {seed}")
    return not failed and slowest < LIMITS["seconds"]


if __name__ == "__main__":
    seconds, seed = [*map(int, sys.argv[1:]), *(60, 0)[len(sys.argv) - 1 :]][:2]
    is_well = [bad_inputs(), mutations(seconds, seed)]
    print(f"this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    sys.exit(not all(is_well))
