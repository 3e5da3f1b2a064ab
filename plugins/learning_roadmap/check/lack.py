"""What one entry lacks for learners, before it is a problem with a place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lack:
    """What one entry lacks: its id, what to say if it is reported alone, and how to mend it."""

    id: str
    message: str
    fix: str
