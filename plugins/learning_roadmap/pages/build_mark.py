"""A mark on every page that uses the client: the id of the client's build, and a notice if scripts do not run."""

import re

from markupsafe import escape

from learning_roadmap.strings import Strings

# Elements that the client controls: boxes, bars and dashboard pages, as our templates write them.
CLIENT_ELEMENT = re.compile(r'<[^>]*\s(?:class="rm-(?:tick|progress)"|data-rm-desk=")')


def build_mark(build: str, strings: Strings) -> str:
    """An element inside the content, so that instant navigation replaces it together with the content.

    Its text is shown only if the client does not start within some seconds: see roadmap.css.

    >>> from learning_roadmap.strings import Strings
    >>> build_mark("1f", Strings({"pages.without_client": "No scripts."}))
    '<p class="rm-off" data-rm-build="1f" data-search-exclude="true">No scripts.</p>'
    """
    text = escape(strings.text("pages.without_client"))
    return f'<p class="rm-off" data-rm-build="{build}" data-search-exclude="true">{text}</p>'


def is_ours(html: str) -> bool:
    """Whether a page has elements that the client controls.

    >>> is_ours('<input type="checkbox" class="rm-tick">'), is_ours("<p>class=\\"rm-tick\\"</p>")
    (True, False)
    """
    return CLIENT_ELEMENT.search(html) is not None
