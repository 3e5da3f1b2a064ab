"""Memory that is no longer needed."""

import ctypes
from contextlib import suppress


def return_memory() -> None:
    """Return what was freed to the system. The C library of Linux keeps it for later, unless it is told not to; others have no such function."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
