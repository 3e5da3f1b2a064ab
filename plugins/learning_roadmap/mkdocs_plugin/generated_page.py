"""A page of MkDocs whose content is made from the data."""

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from learning_roadmap.mkdocs_plugin.contents import table_of_contents
from learning_roadmap.pages import Facts, Settings
from learning_roadmap.pages import Page as Content


class GeneratedPage(Page):
    """A page whose Markdown is empty, because the plugin replaces its content. Markdown takes a millisecond to find that out."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Do nothing but what an empty text leaves."""
        self.content = ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()


def fill_page(page: Page, content: Content, facts: Facts, settings: Settings) -> None:
    """Give a page what MkDocs reads from the source of others: its title, headings, anchors and options."""
    # MkDocs and Material print titles and descriptions unescaped, unless they are Markup.
    page.title = page.meta["title"] = escape(content.title)
    page.meta["description"] = escape(content.description)
    if content.is_wide:
        page.meta["hide"] = ["toc", "navigation"] if content.is_alone else ["toc"]
    page.toc = table_of_contents(content)
    page.present_anchor_ids = set(facts.anchors)
    page.edit_url = settings.edit(content.entry) if content.entry else None
