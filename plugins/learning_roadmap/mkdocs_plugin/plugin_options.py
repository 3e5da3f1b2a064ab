"""The options of the plugin in mkdocs.yml."""

from mkdocs.config import base
from mkdocs.config import config_options as options

from learning_roadmap.guide import Notes
from learning_roadmap.strings import LANGUAGES


class LearningRoadmapConfig(base.Config):
    """Options under ``plugins: - learning-roadmap:`` in mkdocs.yml."""

    file = options.Type(str, default="content/roadmap.yml")
    """The data file, relative to mkdocs.yml."""

    edit_url = options.Type(str, default="")
    """Where the data file can be edited, with ``{line}`` in it; made from repo_url and edit_uri when empty."""

    guide = options.Type(bool, default=False)
    """Whether the site gets a study guide in PDF, at study-guide.pdf."""

    guide_fonts = options.ListOfItems(options.Dir(exists=True), default=[])
    """Folders with fonts for characters that the study guide's own fonts lack, relative to mkdocs.yml."""

    guide_sources = options.Type(bool, default=False)
    """Whether the study guide lists the lines of the documents that mention each topic."""

    guide_notes = options.Choice([str(notes) for notes in Notes], default=str(Notes.LINES))
    """The room for notes in the study guide: lines, space or none."""

    cards = options.Type(bool, default=True)
    """Whether links to the published site get a picture where they are shared: of the site, or of the phase. It needs site_url."""

    scope = options.Type(str, default="")
    """The prefix of stored progress in place of the site's path, for a site that moves or has several paths.

    A path that begins with a point, such as ``../``, is relative to the site's: a translation in a folder of the site shares its progress.
    """

    language = options.Optional(options.Choice(LANGUAGES))
    """The language of the texts that learners see, and of titles and summaries that are translated; by default the theme's, else English."""

    strings = options.Type(str, default="")
    """A JSON file with the site's own wording of the texts that learners see, relative to mkdocs.yml."""

    csp = options.Type(bool, default=False)
    """Whether every page gets a Content-Security-Policy."""

    offline = options.Type(bool, default=False)
    """Whether browsers store the site, so that it can be read offline and installed."""

    search = options.Type(bool, default=False)
    """Whether the site gets the roadmap's own search in place of the plugin ``search``; only with the theme Material."""
