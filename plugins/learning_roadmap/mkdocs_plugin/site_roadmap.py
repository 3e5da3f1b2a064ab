"""The roadmap of a site and its texts, as the options of the plugin name them."""

from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from learning_roadmap.cache import Cache, LoadedRoadmap, ReadPieces, load_cached
from learning_roadmap.diagnostics import ProblemsFound, Severity, as_report, printable
from learning_roadmap.mkdocs_plugin.languages import language_roots
from learning_roadmap.mkdocs_plugin.plugin_options import LearningRoadmapConfig
from learning_roadmap.mkdocs_plugin.urls import edit_url, relative_url
from learning_roadmap.model import RoadmapIndex, all_labels, in_language
from learning_roadmap.pages import Settings
from learning_roadmap.strings import LANGUAGES, Strings, load_strings

log = get_plugin_logger("learning-roadmap")


@dataclass(frozen=True)
class SiteRoadmap:
    """The roadmap of a site.

    Attributes:
        files: the data file and the file with the site's own texts, if there is one.
        data: what was loaded, the same in every language.
        index: the roadmap in the language of the site.
    """

    files: tuple[Path, ...]
    data: LoadedRoadmap
    index: RoadmapIndex
    strings: Strings


def project_folder(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml."""
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def load_site_roadmap(
    own: LearningRoadmapConfig, config: MkDocsConfig, cache: Cache, last: SiteRoadmap | None, pieces: ReadPieces | None
) -> SiteRoadmap:
    """The roadmap of a site. Warnings about its data are logged.

    Args:
        last: that of the build before in this process. While the data is the same, its roadmap and all that was made from it stay.
        pieces: what the pieces of the data file held then, if they are remembered.

    Raises:
        PluginError: when the data or the site's own texts cannot be loaded.
    """
    folder = project_folder(config)
    path = folder / own.file
    data = _load(path, cache, last.data if last else None, pieces)
    for warning in data.warnings:
        log.warning("%s", printable(warning))
    strings = _strings(own, folder, _language(own, config))
    if last and data.roadmap is last.data.roadmap and strings.language == last.strings.language:
        index = last.index
    else:
        index = RoadmapIndex(in_language(data.roadmap, strings.language) if strings.language in data.languages else data.roadmap)
    return SiteRoadmap((path, folder / own.strings) if own.strings else (path,), data, index, strings)


def _load(path: Path, cache: Cache, last: LoadedRoadmap | None, pieces: ReadPieces | None) -> LoadedRoadmap:
    try:
        data = load_cached(path, cache, last, pieces)
    except ProblemsFound as error:
        report = as_report((problem, Severity.ERROR) for problem in error.problems)
        raise PluginError(printable(f"cannot load the roadmap:\n{report}")) from None
    # Such as after a change of a comment. Only the lines of entries are others.
    is_same = last is not None and data.version == last.version and data.roadmap == last.roadmap
    return replace(data, roadmap=last.roadmap) if last and is_same else data


def _language(own: LearningRoadmapConfig, config: MkDocsConfig) -> str:
    theme_language = str(config.theme.get("language", ""))
    return own.language or (theme_language if theme_language in LANGUAGES else LANGUAGES[0])


def _strings(own: LearningRoadmapConfig, folder: Path, language: str) -> Strings:
    try:
        return load_strings(folder / own.strings if own.strings else None, all_labels(), language)
    except ProblemsFound as error:
        raise PluginError(printable(f"cannot load the site's own texts:\n{error}")) from None


def site_settings(own: LearningRoadmapConfig, config: MkDocsConfig, roadmap: SiteRoadmap, *, is_served: bool) -> Settings:
    """The settings of the pages of a site."""
    return Settings(
        relative_url(config),
        edit_url(config, own.edit_url, roadmap.files[0], roadmap.data.lines),
        own.scope,
        roadmap.strings,
        f"{config.site_url.rstrip('/')}/" if config.site_url else "",
        # A served site changes all the time.
        is_offline=own.offline and not is_served,
        # Of the theme, because it writes the beginning of each page.
        language=str(config.theme.get("language") or roadmap.strings.language),
        languages=language_roots(config),
    )
