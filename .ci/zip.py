"""Pack a built site into a zip that is the same bytes for the same files. Unpacked anywhere, it works from disk: open index.html in it."""

import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def pack(site: Path, target: Path) -> None:
    """Write every file of the site, in one folder, in the order of their names."""
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            # Without a date of its own, an entry is from 1980, the first year that the format knows.
            entry = ZipInfo(f"{target.stem}/{path.relative_to(site).as_posix()}")
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, path.read_bytes())


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))
