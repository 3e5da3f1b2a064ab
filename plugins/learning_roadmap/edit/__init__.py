"""Operations that edit a roadmap. Ids stay, removed ones get tombstones, and nothing else changes."""

from learning_roadmap.edit.add import add
from learning_roadmap.edit.fields import How, own_fields, set_field
from learning_roadmap.edit.materials import attach, detach
from learning_roadmap.edit.move import move, rename
from learning_roadmap.edit.needs import need, remove_need
from learning_roadmap.edit.retire import merge, retire, split
from learning_roadmap.edit.search import Hit, search
from learning_roadmap.edit.session import Edited, EditSession

__all__ = [
    "EditSession",
    "Edited",
    "Hit",
    "How",
    "add",
    "attach",
    "detach",
    "merge",
    "move",
    "need",
    "own_fields",
    "remove_need",
    "rename",
    "retire",
    "search",
    "set_field",
    "split",
]
