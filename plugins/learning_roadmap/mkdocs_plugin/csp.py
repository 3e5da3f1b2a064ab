"""The Content-Security-Policy of a site: what its pages may load and run. Pure functions over HTML, without MkDocs."""

import base64
import hashlib
import re
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser

# Types of scripts that a browser runs. Any other type is data, which a policy does not restrict.
SCRIPT_TYPES = frozenset({"", "module", "text/javascript", "application/javascript"})
# The policy goes after the charset element, which must be within the first 1024 bytes.
HEAD = re.compile(r'<head(?:\s[^>]*)?>(?:\s*<meta\s+charset=["\']?[\w-]+["\']?\s*/?>)?', re.IGNORECASE)


class InlineCode(HTMLParser):
    """The inline scripts and styles of a page, as a browser reads them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._open: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "style":
            self._open = self.styles
        elif tag == "script" and "src" not in attributes and (attributes.get("type") or "").strip().lower() in SCRIPT_TYPES:
            self._open = self.scripts
        else:
            self._open = None
        if self._open is not None:
            self._open.append("")

    def handle_endtag(self, tag: str) -> None:
        self._open = None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open[-1] += data


def policy(references: Iterable[str]) -> str:
    """The policy that allows the inline scripts and styles of the theme's own pages, and nothing else.

    Args:
        references: the theme's pages without content. Never built pages: a script injected into one of them would be allowed.

    >>> print(policy(["<script>a()</script><style>b{}</style>"]).split("; ")[1])
    script-src 'self' 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='
    """
    scripts: set[str] = set()
    styles: set[str] = set()
    for html in references:
        # Browsers normalize line breaks before they hash.
        inline = InlineCode()
        inline.feed(html.replace("\r\n", "\n").replace("\r", "\n"))
        inline.close()
        scripts.update(map(_hash, filter(None, inline.scripts)))
        styles.update(map(_hash, filter(None, inline.styles)))
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *sorted(scripts)],
        "style-src": ["'self'", *sorted(styles)],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def with_policy(html: str, policy: str) -> str:
    """A page with its policy before everything that the policy can refuse. A page without a head is unchanged.

    A policy never contains a double quote.

    >>> print(with_policy('<head><meta charset="utf-8"><title>', "img-src 'self'"))
    <head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="img-src 'self'"><title>
    """
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">'
    return HEAD.sub(lambda head: head[0] + meta, html, count=1)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
