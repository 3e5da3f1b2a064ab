"""Rename ``<link rel="next">``: Firefox prefetches its page, which the policy refuses. Works without MkDocs.

Only ``default-src`` governs prefetching, and ``'none'`` there is worth more than a prefetch. ``prev`` is never fetched. The link is kept
under another name, because Material's and the client's keyboard navigation use it (``core/next-page-key.ts``).
"""

import re

NEXT = re.compile(r'(<link\b[^>]*?\brel=)(?:"next"|\'next\'|next(?=[\s/>]))', re.IGNORECASE)
HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)


def without_prefetch(html: str) -> str:
    """A page without a prefetch link in its head. Its body is unchanged.

    >>> without_prefetch('<head><link rel="prev" href="a"><link rel="next" href="b"></head><link rel="next">')
    '<head><link rel="prev" href="a"><link rel="next-page" href="b"></head><link rel="next">'
    """
    if end := HEAD_END.search(html):
        return NEXT.sub(r'\1"next-page"', html[: end.start()]) + html[end.start() :]
    return html
