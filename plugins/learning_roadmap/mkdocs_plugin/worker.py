"""The service worker of a site."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from learning_roadmap.mkdocs_plugin.metadata import CARDS
from learning_roadmap.pages import WORKER, Client, Settings, offline_files, offline_page, removing_worker_script, worker_script


def write_worker(config: MkDocsConfig, settings: Settings, client: Client) -> None:
    """Write the service worker, when all other files are written. A site without one has one that removes that of an earlier build."""
    site = Path(config.site_dir)
    text = removing_worker_script()
    if settings.is_offline:
        addresses = [*map(str, (*config.extra_css, *config.extra_javascript)), *client.scripts, client.redirect_script]
        text = worker_script(offline_files(site, ignored=[CARDS]), addresses, offline_page(settings))
    (site / WORKER).write_text(text, encoding="utf-8")
