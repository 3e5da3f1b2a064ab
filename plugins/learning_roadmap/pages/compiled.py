"""Templates compiled to plain Python: ``x.y`` becomes an attribute, ``f(x)`` a call, and a macro a function.

Jinja looks attributes up in two ways, asks each function whether it wants the context, and checks the type of each value again. In the pages
of a large roadmap this takes longer than all else. Our templates need none of it: they use attributes of objects only, and their functions
want no context. Everything else, and every value that is not a plain text, is left to Jinja and MarkupSafe.
"""

from collections.abc import Callable, MutableMapping
from functools import lru_cache, partial
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from markupsafe import Markup, escape

# Without the checks of ``Markup.__new__``, for what is a text and safe.
as_markup: Callable[[str], Markup] = partial(str.__new__, Markup)
# Ids and titles are on many pages, and many times on some.
_escaped_text = lru_cache(maxsize=2**14)(escape)


def escaped(value: object) -> Markup:
    """What a template prints for a value: markup as it is, anything else escaped.

    >>> escaped("<b>"), escaped(Markup("<b>")), escaped(3)
    (Markup('&lt;b&gt;'), Markup('<b>'), Markup('3'))
    """
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    return _escaped_text(value) if kind is str else escape(value)


class PlainMacro(Macro):
    """A macro that is a function, as long as it is called with all of its arguments in order."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._is_function = not (self.caller or self.catch_kwargs or self.catch_varargs) and self._default_autoescape

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        if self._is_function and not kwargs and len(args) == self._argument_count:
            return as_markup(self._func(*args))
        return super().__call__(*args, **kwargs)


class PlainCode(CodeGenerator):
    """Writes the Python code of a template."""

    _tested: nodes.Node | None = None

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        # `x.y is defined` asks whether there is such an attribute.
        self._tested = node.node if node.name in ("defined", "undefined") else None
        super().visit_Test(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        if node is self._tested:
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(argument.key) for argument in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        names = tuple(argument.name for argument in macro_ref.node.args)
        flags = (macro_ref.accesses_kwargs, macro_ref.accesses_varargs, macro_ref.accesses_caller)
        name = getattr(macro_ref.node, "name", None)
        self.write(f"environment.macro(environment, macro, {name!r}, {names!r}, {', '.join(map(repr, flags))}, context.eval_ctx.autoescape)")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and not finalize.src:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class PlainEnvironment(Environment):
    """The environment of our templates.

    Attributes:
        requested: the names of templates that were rendered or imported since somebody cleared it.
    """

    code_generator_class = PlainCode
    macro = PlainMacro
    escaped = staticmethod(escaped)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.requested: set[str] = set()

    def get_template(self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None) -> Template:
        """A template, whose name is remembered."""
        self.requested.add(str(name))
        return super().get_template(name, parent, globals)
