"""The Content-Security-Policy of a site: what its pages may load and run. Pure functions over HTML; knows no MkDocs."""

import base64
import hashlib
import re
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser

# What a browser runs; any other type is data, and a policy does not touch it.
RUN = frozenset({"", "module", "text/javascript", "application/javascript"})
# The encoding is read from the first 1024 bytes: its element stays in front.
HEAD = re.compile(r'<head(?:\s[^>]*)?>(?:\s*<meta\s+charset=["\']?[\w-]+["\']?\s*/?>)?', re.IGNORECASE)


class Inline(HTMLParser):
    """The scripts and styles that stand in a page itself, as a browser reads them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._open: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style":
            self._open = self.styles
        elif tag == "script" and "src" not in given and (given.get("type") or "").strip().lower() in RUN:
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
    """The policy that allows what stands in the theme's own pages, and nothing else.

    Args:
        references: the theme's pages with nothing in them. Never built pages: what someone had smuggled into one would be allowed.

    >>> print(policy(["<script>a()</script><style>b{}</style>"]).split("; ")[1])
    script-src 'self' 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='
    """
    scripts: set[str] = set()
    styles: set[str] = set()
    for html in references:
        # Browsers hash what they have read, and they read each line break as one sign.
        found = Inline()
        found.feed(html.replace("\r\n", "\n").replace("\r", "\n"))
        found.close()
        scripts.update(map(_hash, filter(None, found.scripts)))
        styles.update(map(_hash, filter(None, found.styles)))
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
    """A page with its policy in front of everything that a policy can refuse. A page without a head stays as it is.

    No policy holds a double quote.

    >>> print(with_policy('<head><meta charset="utf-8"><title>', "img-src 'self'"))
    <head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="img-src 'self'"><title>
    """
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">'
    return HEAD.sub(lambda found: found[0] + meta, html, count=1)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
