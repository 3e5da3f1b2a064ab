"""Changes to a roadmap that keep its promises: ids stay, ends are on record, nothing else moves."""

from mkdocs_roadmap.edit.adding import add
from mkdocs_roadmap.edit.ending import merge, retire, split
from mkdocs_roadmap.edit.moving import move, rename
from mkdocs_roadmap.edit.working import Changed, Working

__all__ = ["Changed", "Working", "add", "merge", "move", "rename", "retire", "split"]
