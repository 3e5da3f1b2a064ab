"""Firefox fetches the page that ``<link rel="next">`` names before anyone goes there, and its policy refuses that. Knows no MkDocs.

No directive stands for it but ``default-src``, and a policy that begins with ``'none'`` is worth more than the prefetch. ``prev`` is never
fetched. The link stays under another name: Material goes to the next page at a key, and so does the client (``core/next.js``).
"""

import re

NEXT = re.compile(r'(<link\b[^>]*?\brel=)(?:"next"|\'next\'|next(?=[\s/>]))', re.IGNORECASE)
HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)


def without_prefetch(html: str) -> str:
    """A page whose head asks for no prefetch; what stands in its body stays as it is.

    >>> without_prefetch('<head><link rel="prev" href="a"><link rel="next" href="b"></head><link rel="next">')
    '<head><link rel="prev" href="a"><link rel="next-page" href="b"></head><link rel="next">'
    """
    if end := HEAD_END.search(html):
        return NEXT.sub(r'\1"next-page"', html[: end.start()]) + html[end.start() :]
    return html
