"""A page whose large HTML was kept out of Markdown is the page that Markdown makes of all of it."""

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from learning_roadmap.mkdocs_plugin.large_html import MARK, LargeHtml
from tests.pages.conftest import Project

ROWS = "".join(f'<li id="row-{number}"><a name="a{number}" href="b.md">&#42;x&#42;</a></li>' for number in range(50))
LIST = f'<ol class="rm-cards">{ROWS}</ol>'
PICTURE = f'<div class="rm-filters">Any</div> <figure id="map"><ul>{ROWS}</ul></figure> <p><a href="c.md">List</a></p>'
TWO_LISTS = f'<div><ol class="a">{ROWS}</ol><ol class="b">{ROWS}</ol></div>'
PAGES = {
    "a paragraph of its own": "# A\n\n{}\n\nAnd *so* on.",
    "in a paragraph": "See {} here.",
    "in the lines of a paragraph": "See\n{}\nhere.",
    "in a heading": "# A {} b\n\nAnd *so* on.",
    "in a list": "- A\n- {}\n\n    {}",
    "in an element": "<div>\n\n{}\n\n</div>\n\nEnd",
    "in a comment": "<!--\n\n{}\n\n-->\n\nEnd",
    "in code": "# A\n\n```html\n{}\n```\n",
    "in code between words": "A `{}` b",
    "in indented code": "A\n\n    {}\n",
}


def rendered(page: Page, config: MkDocsConfig, files: Files) -> tuple[object, ...]:
    page.render(config, files)
    return page.content, page.present_anchor_ids, page.links_to_anchors, page.markdown


@pytest.mark.parametrize("extension", ["tables", "md_in_html", "pymdownx.extra"])
def test_markdown_does_not_read_large_html(extension: str, project: Project) -> None:
    folder = project(markdown_extensions=["attr_list", "pymdownx.highlight", "pymdownx.superfences", "toc", extension])
    config = load_config(str(folder / "mkdocs.yml"))
    files = Files([File(name, config.docs_dir, config.site_dir, True) for name in ("a.md", "b.md", "c.md")])
    for name, source in PAGES.items():
        for snippet in (LIST, PICTURE, TWO_LISTS):
            page = Page(None, File("a.md", config.docs_dir, config.site_dir, True), config)
            page.markdown = source.replace("{}", snippet, 1).replace("{}", "<b>more</b>")
            expected = rendered(page, config, files)
            large_html = LargeHtml()
            large_html.remember(snippet)
            large_html.remember(len(snippet))
            page.markdown = large_html.take_out(page.markdown, config)
            begins_line = source.startswith("{}") or "\n{}" in source
            assert (MARK.format(0) in page.markdown) == (begins_line and extension == "tables" and snippet != TWO_LISTS)
            content, *_, links, _ = rendered(page, config, files)
            html = large_html.put_back(str(content), page, config, files)
            assert (html, page.present_anchor_ids, links, page.markdown) == expected, name
