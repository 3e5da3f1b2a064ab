"""A page of MkDocs whose content is made from the data."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents


class GeneratedPage(Page):
    """A page whose Markdown is empty, because the plugin replaces its content. Markdown takes a millisecond to find that out."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Do nothing but what an empty text leaves."""
        self.content = ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()
