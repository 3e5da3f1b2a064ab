"""The parts of a guide as PDF files: from the cache, or laid out in threads. The typesetter does not hold Python's lock."""

import json
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from learning_roadmap.cache import Cache, key_of
from learning_roadmap.guide.edition import Data
from learning_roadmap.guide.fonts import FontBook
from learning_roadmap.guide.typeset import free_memory, typeset

# Each needs memory of its own.
THREADS = 2
# After so many bytes of PDF, the typesetter's memory is freed: it keeps about ten times as much.
MEMORY_LIMIT = 1_500_000


class PartFiles:
    """Lays out parts in the background, until its context ends.

    Those that wait to be joined are not in memory. The PDF library, too, reads a file in a third of the time that it takes to read bytes
    from Python.
    """

    def __init__(self, fonts: FontBook, cache: Cache | None, code: str) -> None:
        """Begin without parts.

        Args:
            cache: has the parts that earlier guides laid out.
            code: the key of the code, the layout, the libraries and the fonts, which all parts depend on.
        """
        self._fonts, self._cache, self._code = fonts, cache, code
        self._threads = ThreadPoolExecutor(THREADS)
        self._folder = tempfile.TemporaryDirectory()
        self._numbers = count()
        self._size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        # After an error or an interrupt, the parts that have not begun are not laid out. Those that have are waited for.
        self._threads.shutdown(cancel_futures=True)
        self._folder.cleanup()

    def lay_out(self, data: Data | Callable[[], Data], codes: Sequence[Sequence[str]] = ()) -> Future[Path]:
        """The file that prints some data, when it is laid out. Its result raises typst.TypstError when a text cannot be printed.

        Args:
            data: or what returns it, when all parts before this one have begun.
            codes: the names of its QR codes, with their addresses.
        """
        return self._threads.submit(self._file, Path(self._folder.name) / f"{next(self._numbers)}.pdf", data, codes)

    def free_memory(self) -> None:
        """Free the typesetter's memory when the parts so far are laid out."""
        self._threads.submit(free_memory, self._fonts)

    def _file(self, path: Path, data: Data | Callable[[], Data], codes: Sequence[Sequence[str]]) -> Path:
        path.write_bytes(self._pdf(data() if callable(data) else data, codes))
        return path

    def _pdf(self, data: Data, codes: Sequence[Sequence[str]]) -> bytes:
        if self._cache is None:
            return self._typeset(data, codes)
        key = key_of(self._code, json.dumps([data, codes]))
        pdf = self._cache.get("guide-part", key)
        if pdf is None:
            pdf = self._typeset(data, codes)
            self._cache.put("guide-part", key, pdf)
        return pdf

    def _typeset(self, data: Data, codes: Sequence[Sequence[str]]) -> bytes:
        pdf = typeset(data, codes, "main.typ", self._fonts)
        # Both threads count. A part that gets lost when they do so at once only makes the memory be freed later.
        self._size += len(pdf)
        if self._size > MEMORY_LIMIT:
            self._size = 0
            free_memory(self._fonts)
        return pdf
