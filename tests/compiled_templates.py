"""Compile each template of a theme once in a process.

Every build of a site has an environment of its own, whose cache is empty: to compile the theme is a third of the build of a small site. What a
template is compiled to depends on its text and on the options of the environment alone, so builds can share it.
"""

from types import CodeType
from typing import Any

from jinja2 import Environment

_compile: Any = Environment.compile
_codes: dict[tuple[Any, ...], CodeType] = {}


def _compile_once(environment: Environment, source: Any, name: str | None = None, filename: str | None = None, *options: Any, **named: Any) -> Any:
    # What is in no file is the text of a page. Classes of our own compile in another way.
    if type(environment) is not Environment or filename is None or options or named:
        return _compile(environment, source, name, filename, *options, **named)
    # Jinja has one lexer for all environments with the same marks. Filters and tests of constants are computed when a template is compiled.
    parts = (environment.extensions, environment.filters.items(), environment.tests.items())
    marks = (environment.lexer, environment.optimized, environment.autoescape, environment.finalize, environment.undefined)
    key = (source, name, filename, *marks, *map(frozenset, parts))
    if key not in _codes:
        _codes[key] = _compile(environment, source, name, filename)
    return _codes[key]


def share_compiled_templates() -> None:
    """From now on, environments of the same options share what they compile."""
    Environment.compile = _compile_once  # type: ignore[method-assign]
