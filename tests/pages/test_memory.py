"""Freed memory goes back to the system, where that can be asked for."""

import ctypes
from pathlib import Path
from unittest.mock import Mock

import pytest

from learning_roadmap.cache import Cache, load_cached, return_memory
from tests.paths import SMALL


def test_memory_is_returned_when_data_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Mock()
    monkeypatch.setattr(ctypes, "CDLL", library)
    # The first time from its text, then from the cache.
    for number in (1, 2):
        load_cached(SMALL, Cache(tmp_path))
        assert library.return_value.malloc_trim.call_count == number


@pytest.mark.parametrize("library", [Mock(side_effect=OSError), Mock(side_effect=TypeError), Mock(return_value=Mock(spec=[]))])
def test_nothing_happens_where_there_is_no_such_function(library: Mock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", library)
    return_memory()
    library.assert_called_once()
