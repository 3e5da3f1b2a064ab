"""The zip of a site: complete, and the same bytes for the same files."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from tests.paths import ROOT


def pack(site: Path, target: Path) -> bytes:
    subprocess.run([sys.executable, str(ROOT / ".ci" / "zip.py"), str(site), str(target)], check=True)
    return target.read_bytes()


def test_a_zip_has_every_file_and_depends_on_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "site"
    files = {"index.html": b"home", "assets/a.js": b"x" * 5000, "phases/é.html": b"phase"}
    for name, content in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    first = pack(site, tmp_path / "roadmap.zip")
    for path in site.rglob("*"):
        os.utime(path, (0, 0))
    assert pack(site, tmp_path / "roadmap.zip") == first
    with ZipFile(tmp_path / "roadmap.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {f"roadmap/{name}": content for name, content in files.items()}
