"""Write .ci/locks: the newest versions that are allowed, for all platforms, with hashes and no addresses."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "site": ["pyproject.toml", "--group", "build"],
    "test": ["pyproject.toml", "--group", "build", "--group", "test"],
    # In an environment of its own: no dependency of this project.
    "export": [".ci/locks/export.in"],
    "bench": [".ci/locks/bench.in"],
    "compatibility": ["pyproject.toml", "--group", "build", ".ci/locks/compatibility.in"],
}

WHAT = {"export": "Zensical, by which the workflow Export tries the export; it is no dependency of ours.",
        "bench": "What `make bench` compares builds with.",
        "compatibility": "This project with the plugins that tests/compatibility builds sites with."}  # fmt: skip

for name, wanted in LOCKS.items():
    target = ROOT / ".ci" / "locks" / f"{name}.txt"
    command = [
        sys.executable, "-m", "uv", "pip", "compile", *wanted, "--universal", "--generate-hashes",
        "--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate", "--quiet", "--python-version", "3.11", "--upgrade",
    ]  # fmt: skip
    made = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    target.write_text(f"# Made by `make lock`. {WHAT.get(name, f'All that `make {name}` installs.')}\n{made}", encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {made.count('==')} packages")
