"""Write .ci/locks: the newest versions that pyproject.toml allows, for all platforms, with hashes and no addresses."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {"site": ["--group", "build"], "test": ["--group", "build", "--group", "test"]}

for name, groups in LOCKS.items():
    target = ROOT / ".ci" / "locks" / f"{name}.txt"
    command = [
        sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *groups, "--universal", "--generate-hashes",
        "--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate", "--quiet", "--python-version", "3.11", "--upgrade",
    ]  # fmt: skip
    made = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    target.write_text(f"# Made by `make lock`. All that `make {name}` installs.\n{made}", encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {made.count('==')} packages")
