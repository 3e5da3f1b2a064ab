"""Where texts are used: the keys that templates, modules and layouts look up, and the words that they contain themselves."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from jinja2 import Environment, nodes

READ_ALOUD = frozenset({"title", "aria-label", "alt", "placeholder"})
LETTER = re.compile(r"[^\W\d_]")
# Two words, or one that begins a sentence or a label.
WORDING = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}|^[A-Z][a-z]+")
LOOKUPS = frozenset({"text", "words"})
# Calls whose strings learners do not see.
UNSEEN_CALLS = re.compile(
    r"re\.\w+|(?:log|logger)\.\w+|warn|getattr|hasattr|PluginError|NotPrintable|UnknownName|ValueError|AssertionError|LookupError|TypeVar"
)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in READ_ALOUD and value and LETTER.search(value)]

    def handle_data(self, data: str) -> None:
        if LETTER.search(data):
            self.found.append(data.strip())


def words_in_template(source: str) -> list[str]:
    """The text and the labels that a template holds itself."""
    parser = _Words()
    parser.feed(re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", source, flags=re.DOTALL))
    parser.close()
    return parser.found


def template_strings(source: str) -> tuple[set[str], set[str]]:
    """The keys that a template asks for, and all its other string constants."""
    tree = Environment(autoescape=True).parse(source)
    calls = [call for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name) and call.node.name in {"text", "roadmap_text"}]
    first = [call.args[0] for call in calls]
    keys = {node.value for key in first for node in ([key] if isinstance(key, nodes.Const) else key.find_all(nodes.Const))}
    keys = {key for key in keys if isinstance(key, str)}
    constants = {node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, str)}
    return keys, constants - keys


def keys_in_module(source: str, prefix: str) -> set[str]:
    """The keys that a module asks for, as regular expressions: what is known only at run time is any one step of a key."""
    keys: set[str] = set()
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in LOOKUPS and call.args:
            for key in _choices(call.args[0]):
                pattern = _pattern(key)
                # What is looked up by its whole key; but for functions that only put the prefix in front.
                if pattern.startswith(re.escape(prefix)):
                    keys.update([] if pattern == re.escape(prefix) + ANY_STEP else [pattern])
                elif pattern:
                    keys.add(re.escape(prefix) + pattern)
    return keys


def _choices(node: ast.expr) -> list[ast.expr]:
    return [*_choices(node.body), *_choices(node.orelse)] if isinstance(node, ast.IfExp) else [node]


def _pattern(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_pattern(value) if isinstance(value, ast.Constant) else ANY_STEP for value in node.values)
    return ""


def _is_for_others(node: ast.AST) -> bool:
    """Whether what a call or a class says goes to whoever runs the program."""
    if isinstance(node, ast.Call):
        return UNSEEN_CALLS.fullmatch(ast.unparse(node.func)) is not None
    return isinstance(node, ast.ClassDef) and any("Error" in ast.unparse(base) for base in node.bases)


def wordings_in_module(source: str) -> list[str]:
    """String constants that read like text for people, but for docstrings, messages of errors and logs, and keys."""
    tree = ast.parse(source)
    unseen: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            unseen.add(id(node.value))
        elif isinstance(node, ast.Raise | ast.Assert) or _is_for_others(node):
            unseen.update(id(inner) for inner in ast.walk(node))
        elif isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            unseen.update(id(inner) for inner in ast.walk(node.annotation))
        elif isinstance(node, ast.FunctionDef) and node.returns:
            unseen.update(id(inner) for inner in ast.walk(node.returns))
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            unseen.update(id(inner) for inner in ast.walk(node))
        elif isinstance(node, ast.JoinedStr) and not _words_in_html(node):
            unseen.update(id(inner) for inner in node.values)
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unseen and WORDING.search(node.value)
    ]


def _words_in_html(node: ast.JoinedStr) -> bool:
    """Whether a string with values in it has words; in HTML, only what is not in a tag counts, and labels."""
    text = "".join(value.value if isinstance(value, ast.Constant) else "" for value in node.values)
    return bool(words_in_template(text)) if "<" in text else True


ANY_STEP = "[^.]+"
TYPST_SKIP = re.compile(r'//[^\n]*|"(?:\\.|[^"\\])*"')
TYPST_KEY = re.compile(r"(?<![\w.])strings((?:\.[a-z_]+)+)(\()?")


def keys_in_layout(source: str) -> set[str]:
    """The keys that a layout asks for, as regular expressions."""
    keys: set[str] = set()
    for match in TYPST_KEY.finditer(source):
        path = match[1].split(".")[1:]
        is_chosen = path[-1] == "at" and match[2]
        keys.add(r"guide\." + r"\.".join(path[:-1] if is_chosen else path) + (r"\.[^.]+" if is_chosen else ""))
    return keys


def words_in_layout(source: str) -> list[str]:
    """What a layout prints itself: text in content blocks, and strings that read like text for people."""
    quoted = [match[0][1:-1] for match in TYPST_SKIP.finditer(source) if match[0].startswith('"')]
    found = [text for text in quoted if WORDING.search(text)]
    bare = TYPST_SKIP.sub(lambda match: '""' if match[0].startswith('"') else "", source)
    return found + [text for text in _content_blocks(bare) if LETTER.search(text)]


def _content_blocks(source: str) -> Iterator[str]:
    """The text of content blocks, without what ``#`` embeds. Code in ``(…)`` and ``{…}`` is read as code again."""
    modes = ["code"]
    at, text = 0, ""
    while at < len(source):
        character = source[at]
        if modes[-1] == "content" and character == "#":
            # A variable, a call, or a keyword with its condition: up to the block or the brackets that follow.
            embedded = re.compile(r"#(?:(?:if|for|let|set|show|context)\b[^\[{\]]*|[\w.-]*\w)?").match(source, at)
            assert embedded
            at = embedded.end()
            if source[at] in "({":
                modes.append("code")
                at += 1
            continue
        method = re.compile(r"\.[\w-]+(?=\()").match(source, at)
        if modes[-1] == "content" and method and source[at - 1] == ")":
            at = method.end()
            continue
        if modes[-1] == "content" and source.startswith("else", at) and source[at - 1] == " " and source[at - 2] == "]":
            at += len("else")
            continue
        if character == "[":
            modes.append("content")
        elif character in "({" and (modes[-1] == "code" or re.search(r"[\w)]$", source[:at])):
            modes.append("code")
        elif character in ")}]" and len(modes) > 1 and (modes[-1] == "code" or character == "]"):
            modes.pop()
        elif modes[-1] == "content":
            label = re.compile(r"<[a-z-]+>").match(source, at)
            if label:
                at = label.end()
                continue
            text += character
        if modes[-1] == "code" and text:
            yield text
            text = ""
        at += 1
    yield text
