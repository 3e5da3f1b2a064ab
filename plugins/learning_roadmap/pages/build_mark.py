"""What every page with boxes or counts carries: the build of the client it was made for, and why it may look empty."""

import re

# What the client brings to life: boxes, bars and the pages of the desk, as our templates write them.
OURS = re.compile(r'<[^>]*\s(?:class="rm-(?:tick|progress)"|data-rm-desk=")')
# Seen only if the client has not come to life some seconds after the page: see roadmap.css.
WORDS = (
    "Ticks and counts are not shown, because the scripts of this page have not been loaded. "
    "Your progress is safe in this browser. Reload the page, and check that JavaScript is on."
)


def build_mark(build: str) -> str:
    """An element for within the content, which instant navigation replaces together with the rows it speaks of.

    >>> build_mark("1f")[:72]
    '<p class="rm-off" data-rm-build="1f" data-search-exclude="true">Ticks an'
    """
    return f'<p class="rm-off" data-rm-build="{build}" data-search-exclude="true">{WORDS}</p>'


def is_ours(html: str) -> bool:
    """Whether the client has something to do on a page.

    >>> is_ours('<input type="checkbox" class="rm-tick">'), is_ours("<p>class=\\"rm-tick\\"</p>")
    (True, False)
    """
    return OURS.search(html) is not None
