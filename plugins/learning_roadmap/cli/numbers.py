"""Numbers as options, with errors in the words of people."""

from typing import Any

import click


class Number(click.ParamType[float]):
    """A number; its error says how to write one."""

    def __init__(self, convert: type[int] | type[float], name: str, fix: str) -> None:
        self.name = name
        self._convert = convert
        self._fix = fix

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number of a text.

        Raises:
            BadParameter: when it is not one.
        """
        try:
            return self._convert(value)
        except ValueError:
            self.fail(f"'{value}' is not a {self.name}: {self._fix}.", param, ctx)


NUMBERS: dict[type[Any], Number] = {
    int: Number(int, "whole number", "write digits only"),
    float: Number(float, "number", "write digits, with a point for fractions, such as 1.5"),
}
