"""Packages use each other through their interfaces: what ``__all__`` of an ``__init__.py`` names."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import learning_roadmap

PACKAGE = Path(learning_roadmap.__file__).parent
PACKAGES = sorted(folder.name for folder in PACKAGE.iterdir() if (folder / "__init__.py").exists())
PINNED = Path(__file__).with_name("interfaces.txt")


def interface(package: str) -> list[str]:
    return getattr(import_module(f"learning_roadmap.{package}"), "__all__", [])


def imports(code: str) -> Iterator[tuple[int, str, str]]:
    """Line, module and name of each import of our own; the name is ``*`` for ``import module``."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "learning_roadmap":
            yield from ((node.lineno, node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, "*") for alias in node.names if alias.name.split(".")[0] == "learning_roadmap")


def past_interfaces(package: str, code: str) -> Iterator[str]:
    """The imports of a file of a package that do not go through the interface of another package."""
    for line, module, name in imports(code):
        _, *path = f"{module}.{name}".split(".")
        # A whole package, whose attributes mypy checks against its interface, or __version__.
        if len(path) == 1 or path[0] == package:
            continue
        if len(path) > 2 or path[1] not in interface(path[0]):
            yield f"{line}: '{module} … {name}' goes past the interface of '{path[0]}' (add the name to its __init__.py, and import it from there)"


def test_packages_import_only_interfaces_of_others() -> None:
    files = [(package, file) for package in PACKAGES for file in sorted((PACKAGE / package).rglob("*.py"))]
    assert not [f"{file.relative_to(PACKAGE)}:{text}" for package, file in files for text in past_interfaces(package, file.read_text("utf-8"))]


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("from learning_roadmap.datafile.load import load, parse", 2),
        ("def later():\n    from learning_roadmap.datafile import tree", 1),
        ("import learning_roadmap.datafile.load", 1),
        ("from learning_roadmap.datafile import load, parse", 0),
        ("from learning_roadmap import __version__, edit", 0),
        ("from learning_roadmap.pages.page import Page", 0),
    ],
)
def test_an_import_past_an_interface_is_detected(code: str, count: int) -> None:
    assert len(list(past_interfaces("pages", code))) == count


def test_interfaces_are_as_listed() -> None:
    """Whoever changes an interface changes ``interfaces.txt``, so that a reviewer sees it. The expected text is in the message."""
    now = "".join(f"{package}.{name}\n" for package in PACKAGES for name in sorted(interface(package)))
    assert PINNED.read_text("utf-8") == now, f"write this to {PINNED}:\n{now}"


def test_each_name_of_an_interface_exists_and_is_listed_once() -> None:
    for package in PACKAGES:
        module = import_module(f"learning_roadmap.{package}")
        assert len(set(interface(package))) == len(interface(package))
        assert not [name for name in interface(package) if not hasattr(module, name)]
