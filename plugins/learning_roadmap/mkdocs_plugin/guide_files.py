"""The study guide and the poster as files of the site."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from learning_roadmap.diagnostics import printable
from learning_roadmap.guide import GUIDE_FILE, POSTER_FILE, Notes, NotPrintable, Options, cached_guide, cached_poster
from learning_roadmap.mkdocs_plugin.plugin_options import LearningRoadmapConfig
from learning_roadmap.mkdocs_plugin.urls import url_of
from learning_roadmap.model import Roadmap, RoadmapIndex
from learning_roadmap.pages import Settings, last_change, page_path
from learning_roadmap.strings import Strings, english

# Languages whose characters the study guide's own fonts lack.
UNPRINTABLE = frozenset({"zh"})

log = get_plugin_logger("learning-roadmap")

# What makes the guide or the poster.
FILES: dict[str, Callable[..., bytes]] = {GUIDE_FILE: cached_guide, POSTER_FILE: cached_poster}

# The roadmap and the texts for what is typeset.
PrintedTexts = tuple[RoadmapIndex, Strings]


def printed_texts(index: RoadmapIndex, original: Roadmap, settings: Settings, *, has_fonts: bool) -> PrintedTexts:
    """The roadmap and the texts for what is typeset: in English where the fonts lack the characters of the site's language."""
    if settings.strings.language in UNPRINTABLE and not has_fonts:
        return RoadmapIndex(original), english()
    return index, settings.strings


class SiteGuides:
    """The study guide and the poster of a site."""

    def __init__(self) -> None:
        self._documents: dict[str, bytes] = {}

    def add(
        self,
        files: Files,
        own: LearningRoadmapConfig,
        config: MkDocsConfig,
        printed: PrintedTexts,
        settings: Settings,
        cache: Path,
        *,
        is_served: bool,
    ) -> None:
        """Add them to the files of a site.

        Raises:
            PluginError: when a text cannot be typeset.
        """
        # A served site keeps those of its first build: to lay them out again would take longer than all its pages.
        if not self._documents or not is_served:
            self._documents = dict(guide_files(own, config, printed, settings, cache, is_served=is_served))
        for path, document in self._documents.items():
            files.append(File.generated(config, path, content=document))


def guide_files(
    own: LearningRoadmapConfig, config: MkDocsConfig, printed: PrintedTexts, settings: Settings, cache: Path, *, is_served: bool
) -> Iterator[tuple[str, bytes]]:
    """The paths and contents of the study guide and the poster.

    Raises:
        PluginError: when a text cannot be typeset.
    """
    url = url_of(config)
    index, strings = printed
    if strings is not settings.strings:
        log.info("study guide: in English, because its own fonts lack the characters of '%s'; 'guide_fonts' can add some", settings.language)
    guide_options = Options(
        day=date.fromisoformat(day) if (day := last_change(index)) else None,
        site=config.site_url or None,
        pages=tuple((phase.id, url(page_path("phases", phase.id))) for phase in index.roadmap.phases),
        fonts=tuple(map(Path, own.guide_fonts)),
        strings=strings,
        sources=own.guide_sources,
        notes=Notes(own.guide_notes),
    )
    for path, make in FILES.items():
        try:
            yield path, make(index, guide_options, cache, _warn, in_new_process=is_served)
        except NotPrintable as error:
            raise PluginError(printable(str(error))) from None


def _warn(text: str) -> None:
    # As information: a character that no font has must not fail a strict build.
    log.info("study guide: %s", printable(text))
