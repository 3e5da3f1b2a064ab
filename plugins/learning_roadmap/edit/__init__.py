"""Changes to a roadmap that keep its promises: ids stay, ends are on record, nothing else moves."""

from learning_roadmap.edit.add import add
from learning_roadmap.edit.move import move, rename
from learning_roadmap.edit.retire import merge, retire, split
from learning_roadmap.edit.session import Changed, Working

__all__ = [
    "Changed",
    "Working",
    "add",
    "merge",
    "move",
    "rename",
    "retire",
    "split",
]
