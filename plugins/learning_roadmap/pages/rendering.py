"""Templates: everything that is printed is escaped, and nothing undefined passes."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from learning_roadmap.model import Entry, ItemKind
from learning_roadmap.model.entries import Tier
from learning_roadmap.pages.anchors import PREFIXES

TEMPLATES = Path(__file__).parent.parent / "templates"


def plural(number: int, word: str) -> str:
    """A count in words.

    >>> plural(1, "topic"), plural(3, "topic"), plural(2, "entry")
    ('1 topic', '3 topics', '2 entries')
    """
    if number == 1:
        return f"1 {word}"
    return f"{number} {word[:-1]}ies" if word.endswith("y") else f"{number} {word}s"


def kind_of(entry: Entry) -> str:
    """What an entry is, in a word.

    >>> from learning_roadmap.model import Tip
    >>> kind_of(Tip(id="a", title="A"))
    'tip'
    """
    kind = getattr(entry, "kind", None)
    return str(kind) if kind else PREFIXES[type(entry)]


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
    made.filters["plural"] = plural
    made.filters["kind_of"] = kind_of
    made.filters["code_words"] = code_words
    made.globals.update(ItemKind=ItemKind, Tier=Tier)
    return made


def render(template: str, **values: object) -> str:
    """The text of a template."""
    return environment().get_template(template).render(**values)
