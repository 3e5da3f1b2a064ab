"""What every page loads of ours."""

import gzip

from learning_roadmap.pages.client_scripts import script, style


def test_the_first_view_loads_at_most_25_kilobytes_compressed() -> None:
    """The loader also contains the names of all parts, and its texts: half a kilobyte."""
    texts = (script("loader"), script("core"), style())
    assert sum(len(gzip.compress(text.encode(), 9)) for text in texts) <= 24_500
