"""What a build computes and another can use again, in files that are named after the hash of everything it depends on.

Nothing in a cache is ever out of date, so it needs no rules for deleting entries: another input has another name. Files replace each
other atomically and contain the hash of their content, so builds may share a folder, stop at any moment, or find it deleted.
"""

import hashlib
import os
import secrets
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
MEBIBYTE = 2**20
# A site with 16,000 topics and its guide needs half of it.
MAX_BYTES = 512 * MEBIBYTE
RECENT = 3600  # seconds
# Set to 0, it makes builds neither read nor write a cache.
SWITCH = "ROADMAP_CACHE"
DIGEST_BYTES = 32


class Cache:
    """The files in a folder, at most :data:`MAX_BYTES` of them: those that were used least recently are deleted first.

    Those of the last hour stay, however large they are together: a build of a very large site must not delete what it has just stored.
    """

    def __init__(self, folder: Path, limit: int = MAX_BYTES, is_on: bool = True) -> None:
        self.folder = folder
        self._limit = limit
        self.is_on = is_on and os.environ.get(SWITCH) != "0"
        self._has_grown = False

    def get(self, kind: str, key: str) -> bytes | None:
        """The content that was stored; None if there is none, or its file is damaged."""
        if not self.is_on:
            return None
        file = self._file(kind, key)
        try:
            with file.open("rb") as stored:
                digest, content = stored.read(DIGEST_BYTES), stored.read()
        except OSError:
            return None
        if hashlib.sha256(content).digest() != digest:
            return None
        with suppress(OSError):
            os.utime(file)
        return content

    def put(self, kind: str, key: str, *content: bytes) -> bool:
        """Store content, which may come in parts, and return whether it is stored.

        A folder that cannot be written is no error: the next build computes it again.
        """
        if not self.is_on:
            return False
        file = self._file(kind, key)
        temporary = f"{file}.{secrets.token_hex(4)}.part"
        digest = hashlib.sha256()
        for part in content:
            digest.update(part)
        try:
            # Functions of os: paths as objects take a third of the time of a small file.
            os.makedirs(self.folder, exist_ok=True)
            with open(temporary, "wb") as file_of_content:
                file_of_content.writelines((digest.digest(), *content))
            os.replace(temporary, file)
        except OSError:
            return False
        finally:
            with suppress(OSError):
                os.unlink(temporary)
        self._has_grown = True
        return True

    def trim(self) -> None:
        """Delete what was used least recently, if files were added and the folder is too large."""
        if not self._has_grown:
            return
        with suppress(OSError):
            files = [(file.stat(), file.path) for file in self._files()]
            size = sum(stat.st_size for stat, _ in files)
            for stat, path in sorted(files, key=lambda file: file[0].st_mtime_ns):
                if size <= self._limit or stat.st_mtime > time.time() - RECENT:
                    break
                with suppress(FileNotFoundError):
                    os.unlink(path)
                size -= stat.st_size

    def size(self) -> tuple[int, int]:
        """How many files there are, and their bytes."""
        sizes = list[int]()
        for file in self._files():
            # A build may rename or delete it at this moment.
            with suppress(FileNotFoundError):
                sizes.append(file.stat().st_size)
        return len(sizes), sum(sizes)

    def clear(self) -> int:
        """Delete every file; return how many there were.

        Raises:
            OSError: when a file cannot be deleted.
        """
        files = self._files()
        for file in files:
            with suppress(FileNotFoundError):
                os.unlink(file.path)
        return len(files)

    def _files(self) -> list[os.DirEntry[str]]:
        # With paths as objects, a large cache takes twice the time.
        if not self.folder.is_dir():
            return []
        with os.scandir(self.folder) as entries:
            return [entry for entry in entries if entry.is_file()]

    def _file(self, kind: str, key: str) -> Path:
        return self.folder / f"{kind}-{key}"


def cache_of(project: Path) -> Cache:
    """The cache of the project in a folder."""
    return Cache(project / ".cache" / "roadmap")


def key_of(*parts: str | bytes) -> str:
    """The key of something that depends on several values.

    >>> key_of("ab", "c") == key_of("a", "bc"), len(key_of())
    (False, 32)
    """
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode() if isinstance(part, str) else part
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()[:32]


@cache
def code_key() -> str:
    """The key of the package's code, which everything in a cache depends on."""
    return files_key(PACKAGE.rglob("*.py"))


def files_key(files: Iterable[Path]) -> str:
    """The key of the names and contents of some files."""
    return key_of(*(part for file in sorted(files) for part in (file.name, file.read_bytes())))
