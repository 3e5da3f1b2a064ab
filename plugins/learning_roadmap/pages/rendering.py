"""Templates: all values are escaped, and undefined ones are errors."""

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from learning_roadmap.cache import Cache, code_key, key_of
from learning_roadmap.model import ItemKind, Tier, details_of, kind_of, marks_of, parts_of, word_for
from learning_roadmap.pages.coins import context_object
from learning_roadmap.pages.compiled import PlainEnvironment, as_markup, escaped
from learning_roadmap.pages.long_text import long_text
from learning_roadmap.picture import hue
from learning_roadmap.strings import Strings, format_of

TEMPLATES = Path(__file__).parent.parent / "templates"


def code_words(text: str) -> Markup:
    """A text in which words between backticks are code.

    >>> code_words("a `b` <c>")
    Markup('a <code>b</code> &lt;c&gt;')
    """
    if "`" not in text:
        return escape(text)
    parts = [escape(part) for part in text.split("`")]
    return Markup("").join(Markup("<code>{}</code>").format(part) if number % 2 else part for number, part in enumerate(parts))


@cache
def environment() -> PlainEnvironment:
    """The shared environment. It reloads templates when their files change."""
    jinja = PlainEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for filter in (kind_of, parts_of, word_for, marks_of, details_of, code_words, context_object, hue, long_text):
        jinja.filters[filter.__name__] = filter
    jinja.globals.update(ItemKind=ItemKind, Tier=Tier)
    return jinja


def keep_compiled(jinja: Environment, cache: Cache) -> None:
    """Let an environment keep its compiled templates in a cache: compiling takes a quarter of the time of a small site."""
    if cache.is_on:
        jinja.bytecode_cache = _CompiledTemplates(cache)


class _CompiledTemplates(BytecodeCache):
    """Compiled templates in a cache. Jinja's own class for files fails when one of them is damaged."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._cache.get("template", self._key(bucket)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._cache.put("template", self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        # Jinja compares only the templates; what is compiled depends on our code, too.
        return key_of(code_key(), bucket.key, bucket.checksum)


TextFunction = Callable[..., Markup]


@lru_cache(maxsize=4)
def text_function(strings: Strings) -> TextFunction:
    """The function that looks up texts in templates: ``text("phase.position", number=1, total=9)``. Values are escaped unless they are markup.

    >>> text_function(Strings({"pages.a": "See {place} & more"}))("a", place=Markup("<b>x</b>"))
    Markup('See <b>x</b> &amp; more')
    """

    # Pages ask for few texts, and for each of them thousands of times.
    @cache
    def escaped_format(pattern: str) -> str:
        return format_of(str(escape(pattern)))

    @cache
    def plain_text(key: str) -> Markup:
        return escape(strings.pattern(f"pages.{key}", {}))

    def text(key: str, /, **values: object) -> Markup:
        if not values:
            return plain_text(key)
        pattern = strings.pattern(f"pages.{key}", values)
        for name, value in values.items():
            values[name] = escaped(value)
        return as_markup(escaped_format(pattern) % values)

    return text


def render(template: str, **values: object) -> str:
    """The text of a template."""
    return environment().get_template(template).render(**values)
