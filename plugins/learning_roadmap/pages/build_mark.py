"""What every page with boxes or counts carries: the build of the client it was made for, and why it may look empty."""

import re

from markupsafe import escape

from learning_roadmap.strings import Strings

# What the client brings to life: boxes, bars and the pages of the desk, as our templates write them.
OURS = re.compile(r'<[^>]*\s(?:class="rm-(?:tick|progress)"|data-rm-desk=")')


def build_mark(build: str, strings: Strings) -> str:
    """An element for within the content, which instant navigation replaces together with the rows it speaks of.

    Its text is seen only if the client does not start within some seconds: see roadmap.css.

    >>> from learning_roadmap.strings import Strings
    >>> build_mark("1f", Strings({"pages.without_client": "No scripts."}))
    '<p class="rm-off" data-rm-build="1f" data-search-exclude="true">No scripts.</p>'
    """
    text = escape(strings.text("pages.without_client"))
    return f'<p class="rm-off" data-rm-build="{build}" data-search-exclude="true">{text}</p>'


def is_ours(html: str) -> bool:
    """Whether the client has something to do on a page.

    >>> is_ours('<input type="checkbox" class="rm-tick">'), is_ours("<p>class=\\"rm-tick\\"</p>")
    (True, False)
    """
    return OURS.search(html) is not None
