"""Which templates a page depends on: those that were used when it was rendered, and those that these import."""

import re
from collections.abc import Iterable
from pathlib import Path

from learning_roadmap.cache import key_of

IMPORT = re.compile(r"""\{%-?\s*(?:import|from|include|extends)\s+["']([^"']+)["']""")


class TemplateKeys:
    """The templates in a folder. Each is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts: dict[str, str] = {}
        self._keys: dict[tuple[str, ...], str] = {}

    def read_all(self) -> None:
        """Read all templates that there are now."""
        for file in self._folder.iterdir():
            self._text(file.name)

    def key(self, names: Iterable[str]) -> str:
        """The key of some templates, with all that they import.

        >>> from learning_roadmap.pages.rendering import TEMPLATES
        >>> keys = TemplateKeys(TEMPLATES)
        >>> keys.key(["phase.html"]) == keys.key(["parts.html", "phase.html"]) != keys.key(["news.html"])
        True
        """
        asked = tuple(names)
        if asked not in self._keys:
            self._keys[asked] = self._key(asked)
        return self._keys[asked]

    def _key(self, names: tuple[str, ...]) -> str:
        rest, used = list(names), dict[str, str]()
        while rest:
            if (name := rest.pop()) not in used:
                used[name] = self._text(name)
                rest += IMPORT.findall(used[name])
        return key_of(*(part for name in sorted(used) for part in (name, used[name])))

    def _text(self, name: str) -> str:
        if name not in self._texts:
            file = self._folder / name
            self._texts[name] = file.read_text("utf-8") if file.is_file() else ""
        return self._texts[name]
