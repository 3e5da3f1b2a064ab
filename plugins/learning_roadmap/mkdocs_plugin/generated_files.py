"""Pages, data and the client as files of MkDocs."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from learning_roadmap.mkdocs_plugin.generated_page import GeneratedPage
from learning_roadmap.pages import DATA, LISTED, Client, Page, RedirectPage

# The plugin writes the page; no other plugin should process its source.
SOURCE = "---\nrender_macros: false\nsearch:\n  exclude: true\n---\n"


def add_pages(files: Files, config: MkDocsConfig, pages: Mapping[str, Page], groups: Collection[str], *, has_frames: bool) -> None:
    """Add generated pages.

    Args:
        groups: those in the navigation. Pages of others are not in it.

    Raises:
        PluginError: when the site has a page of the same path.
    """
    for path, page in pages.items():
        file = _add(files, config, path, SOURCE)
        if page.group not in groups:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        if has_frames:
            GeneratedPage(None, file, config)


def add_client(files: Files, config: MkDocsConfig, client: Client, data: Iterable[bytes], folder: Path) -> None:
    """Add the published data and the files of the client, whose texts are taken out.

    Args:
        data: in parts.
        folder: where they are until MkDocs copies them. In memory, those of a large roadmap would be there while all pages are built.

    Raises:
        PluginError: when the site has a file of the same path.
    """
    _write(files, config, DATA, data, folder)
    for path in [*client.files]:
        _write(files, config, path, [client.files.pop(path).encode()], folder)


def _write(files: Files, config: MkDocsConfig, path: str, parts: Iterable[bytes], folder: Path) -> None:
    _refuse_second(files, config, path)
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        file.writelines(parts)
    files.append(File.generated(config, path, abs_src_path=str(target)))


def _add(files: Files, config: MkDocsConfig, path: str, text: str) -> File:
    _refuse_second(files, config, path)
    file = File.generated(config, path, content=text.encode())
    files.append(file)
    return file


def _refuse_second(files: Files, config: MkDocsConfig, path: str) -> None:
    if files.get_file_from_path(path):
        raise PluginError(f"{config.docs_dir}/{path}: a generated page has the same path — rename this page")


def list_client(config: MkDocsConfig, styles: Sequence[str], scripts: Sequence[str]) -> None:
    """Let every page load the client: first, so that a site's own files override it. A second build may pass in the entries of the first."""
    for entries, new_entries in ((config.extra_css, styles), (config.extra_javascript, scripts)):
        entries[:] = [*new_entries, *(entry for entry in entries if not str(entry).startswith(LISTED))]


def add_redirects(files: Files, config: MkDocsConfig, pages: Iterable[RedirectPage]) -> dict[str, str]:
    """Add redirect pages as files, outside of navigation, search and site map. A site's own page at an address takes precedence.

    Returns:
        the HTML of those that were added, by address.
    """
    taken = {file.dest_uri for file in files}
    redirects: dict[str, str] = {}
    for page in pages:
        address = File(page.path, None, config.site_dir, config.use_directory_urls).dest_uri
        if address not in taken:
            redirects[address] = page.html
            files.append(File.generated(config, address, content=page.html))
    return redirects
