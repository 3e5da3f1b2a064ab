"""The license of the content, for the footer of every page."""

from learning_roadmap.model import Roadmap
from learning_roadmap.pages.rendering import render, text_function
from learning_roadmap.strings import Strings


def license_notice(roadmap: Roadmap, strings: Strings) -> str:
    """The license as a line of HTML; empty if the roadmap states none.

    >>> from learning_roadmap.model import License
    >>> from learning_roadmap.strings import english
    >>> license_notice(Roadmap(format=2, id="a", title="A", license=License(name="CC0")), english())
    'Content: CC0'
    """
    return render("license.html", license=roadmap.license, text=text_function(strings)) if roadmap.license else ""
