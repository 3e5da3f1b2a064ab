"""Names of the parts of Material's navigation."""

import re

# Material names a part after the label beside its link, which is empty where a section has a page of its own.
NAMED = re.compile(r'aria-labelledby="(__nav_[\d_]+)_label"([^>]*>\s*<label class="md-nav__title" for="\1")>')


def with_nav_names(html: str) -> str:
    """A page whose parts of the navigation are named after their titles.

    >>> with_nav_names('<nav aria-labelledby="__nav_2_label"> <label class="md-nav__title" for="__nav_2">Phases</label>')
    '<nav aria-labelledby="__nav_2_title"> <label class="md-nav__title" for="__nav_2" id="__nav_2_title">Phases</label>'
    """
    return NAMED.sub(r'aria-labelledby="\1_title"\2 id="\1_title">', html)
