"""One case: an input, and what must become of it."""

from dataclasses import dataclass
from enum import StrEnum


class Must(StrEnum):
    """What must become of an input."""

    REJECT = "reject"  # exit code 1, the problem at its line, nothing written
    WARN = "warn"  # accepted, with a warning at its line
    TAKE = "take"  # accepted without a message, nothing lost
    REPAIR = "repair"  # accepted, repaired, and reported


@dataclass(frozen=True)
class Case:
    """One input: its name, its content, what must become of it, and which code is expected of which line.

    Attributes:
        keeps: words that must be found in the result.
        base: for data files, the state before the change.
    """

    name: str
    content: str | bytes
    must: Must
    expected: tuple[tuple[str, int], ...] = ()
    keeps: tuple[str, ...] = ()
    base: str | None = None

    @property
    def raw(self) -> bytes:
        return self.content if isinstance(self.content, bytes) else self.content.encode("utf-8", "surrogatepass")


def reject(name: str, content: str | bytes, *expected: tuple[str, int], base: str | None = None) -> Case:
    return Case(name, content, Must.REJECT, expected, base=base)


def warn(name: str, content: str | bytes, *expected: tuple[str, int], keeps: tuple[str, ...] = (), base: str | None = None) -> Case:
    return Case(name, content, Must.WARN, expected, keeps, base)


def take(name: str, content: str | bytes, *keeps: str, base: str | None = None) -> Case:
    return Case(name, content, Must.TAKE, (), keeps, base)


def repair(name: str, content: str | bytes, *keeps: str) -> Case:
    return Case(name, content, Must.REPAIR, (), keeps)
