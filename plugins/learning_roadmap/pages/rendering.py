"""Templates: everything that is printed is escaped, and nothing undefined passes."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from learning_roadmap.model import ItemKind, Tier, details_of, kind_of, marks_of, parts_of, word_for
from learning_roadmap.strings import Strings, fill

TEMPLATES = Path(__file__).parent.parent / "templates"


def code_words(text: str) -> Markup:
    """A text in which words between backticks are code.

    >>> code_words("a `b` <c>")
    Markup('a <code>b</code> &lt;c&gt;')
    """
    parts = [escape(part) for part in text.split("`")]
    return Markup("").join(Markup("<code>{}</code>").format(part) if at % 2 else part for at, part in enumerate(parts))


@cache
def environment() -> Environment:
    """The one environment; templates are read again when their files change."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for filter in (kind_of, parts_of, word_for, marks_of, details_of, code_words):
        made.filters[filter.__name__] = filter
    made.globals.update(ItemKind=ItemKind, Tier=Tier)
    return made


Text = Callable[..., Markup]


def text_function(strings: Strings) -> Text:
    """What templates call for a text: ``text("phase.position", number=1, total=9)``. Values are escaped, but for markup.

    >>> text_function(Strings({"pages.a": "See {place} & more"}))("a", place=Markup("<b>x</b>"))
    Markup('See <b>x</b> &amp; more')
    """

    def text(key: str, /, **values: object) -> Markup:
        pattern = strings.pattern(f"pages.{key}", values)
        return Markup(fill(str(escape(pattern)), {name: str(escape(value)) for name, value in values.items()}))

    return text


def render(template: str, **values: object) -> str:
    """The text of a template."""
    return environment().get_template(template).render(**values)
