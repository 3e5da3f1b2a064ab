"""Memory that is no longer needed."""

from contextlib import suppress


def return_memory() -> None:
    """Return what was freed to the system. The C library of Linux keeps it for later, unless it is told not to; others have no such function."""
    with suppress(AttributeError, ImportError, OSError, TypeError):
        import ctypes

        ctypes.CDLL(None).malloc_trim(0)
