"""Operations that edit a roadmap. Ids stay, removed ones get tombstones, and nothing else changes."""

from learning_roadmap.edit.add import add, option_of
from learning_roadmap.edit.move import move, rename
from learning_roadmap.edit.retire import merge, retire, split
from learning_roadmap.edit.session import Edited, EditSession

__all__ = [
    "EditSession",
    "Edited",
    "add",
    "merge",
    "move",
    "option_of",
    "rename",
    "retire",
    "split",
]
