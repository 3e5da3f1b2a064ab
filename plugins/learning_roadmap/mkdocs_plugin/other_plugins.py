"""Other plugins and themes that a site cannot have together with ours, or only with a loss."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

log = get_plugin_logger("learning-roadmap")


def refuse_incompatible(plugin: object, config: MkDocsConfig) -> None:
    """Stop before a build that cannot work.

    Raises:
        PluginError: with the reason, and what to do instead.
    """
    if any(isinstance(other, type(plugin)) and other is not plugin for other in config.plugins.values()):
        raise PluginError(
            "A site has one roadmap: pages, macros and stored progress of two would have the same addresses and names. Merge the documents "
            "into one data file, or build the second roadmap as a site of its own, into a folder of this one."
        )
    if "i18n" in config.plugins:
        raise PluginError(
            "The plugin i18n (mkdocs-static-i18n) makes every page again from a file on disk, which generated pages do not have. Run "
            "'roadmap export', copy its docs into your pages and its extra_css and extra_javascript into mkdocs.yml, and leave out the plugin "
            "learning-roadmap; or build the roadmap as a site of its own."
        )


def report_limits(config: MkDocsConfig, *, has_policy: bool) -> None:
    """Log what a site lacks because of its theme and its other plugins."""
    # As information: the pages can be used without the styles.
    if notice := theme_notice(config):
        log.info("%s", notice)
    if has_policy and (warning := blocked_scripts(config)):
        log.warning("%s", warning)


def theme_notice(config: MkDocsConfig) -> str:
    """What a site without Material lacks; empty if it has Material, also under the name of a derived theme."""
    if config.theme.name == "material" or any("material/templates" in folder.replace("\\", "/") for folder in config.theme.dirs):
        return ""
    return (
        f"with the theme '{config.theme.name}', pages, progress and links work; the search, the footer, the dark colours and the icons of the "
        "roadmap need the theme Material."
    )


def blocked_scripts(config: MkDocsConfig) -> str:
    """What the policy of the pages stops from running, and how to have both; empty if nothing is known."""
    if "glightbox" in config.plugins:
        return "csp: the policy stops the plugin glightbox, which adds a script to each page — leave out one of the two"
    if config.theme.name == "readthedocs":
        return "csp: the theme readthedocs writes a script of its own into each page, which the policy stops — leave out the option csp"
    return ""
