"""Templates compiled by our generator print what Jinja's own code prints."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from learning_roadmap.pages.compiled import PlainEnvironment

TEMPLATES = {
    "parts": """
{%- macro row(entry, words="none") %}<li id="{{ entry.imag }}">{{ words }}{{ caller() if caller is defined }}</li>{% endmacro -%}
{%- macro tree(nodes) %}<ul>{% for node in nodes %}<li>{{ node[0] }}{{ tree(node[1]) }}</li>{% endfor %}</ul>{% endmacro -%}
""",
    "page": """{% import "parts" as parts with context %}
{{ text }}|{{ markup }}|{{ number }}|{{ none }}|{{ text ~ markup }}|{{ [text, markup]|join(", ") }}
{{ parts.row(number) }}{{ parts.row(number, text) }}{{ parts.row(number, words=markup) }}{{ parts.row(words=text, entry=number) }}
{% call parts.row(number, text) %}<b>{{ text.upper() }}</b>{% endcall %}
{{ parts.tree([("&", [("<", [])])]) }}
{% set block %}<i>{{ text }}</i>{% endset %}{{ block }}
{% for one in (1, 2) %}{{ loop.index }}{{ parts.row(number, one) }}{{ "," if not loop.last }}{% endfor %}
{{ text.missing is defined }} {{ number.real is defined }} {{ text.missing is undefined }}
{{ function(*[text], **{"b": markup}) }}{{ function(b=text, a=1) }}
""",
}
VALUES = {"text": "<a> & \"b\" 'c' 100 %", "markup": Markup("<em>é</em>"), "number": 3, "function": lambda a, b: f"{a}<{b}"}


def rendered(kind: type[Environment], template: str) -> str:
    environment = kind(loader=DictLoader({**TEMPLATES, "tested": template}), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("tested").render(VALUES)


def test_same_text_as_jinja() -> None:
    assert rendered(PlainEnvironment, TEMPLATES["page"]) == rendered(Environment, TEMPLATES["page"])
    assert "&lt;a&gt; &amp;" in rendered(PlainEnvironment, TEMPLATES["page"])


@pytest.mark.parametrize("template", ["{{ missing }}", "{{ missing.x }}", "{{ text.missing }}", '{% import "parts" as parts %}{{ parts.row() }}'])
def test_what_is_missing_is_an_error(template: str) -> None:
    with pytest.raises((UndefinedError, AttributeError)):
        rendered(PlainEnvironment, template)


@pytest.mark.parametrize("call", ["row(1, 2, 3)", "row(1, colour=2)"])
def test_wrong_arguments_of_a_macro_are_an_error(call: str) -> None:
    with pytest.raises(TypeError):
        rendered(PlainEnvironment, f'{{% import "parts" as parts %}}{{{{ parts.{call} }}}}')
