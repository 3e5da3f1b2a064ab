"""The page of a source document, in its own order; and the page that lists the documents."""

from learning_roadmap.model import Document
from learning_roadmap.pages.agreement import Agreements
from learning_roadmap.pages.anchors import page_path
from learning_roadmap.pages.outline import OutlineReader, headings
from learning_roadmap.pages.page import Heading, Page, SearchEntry
from learning_roadmap.pages.view import View

DOCUMENTS_PATH = "documents/index.md"
# The tables have a column for each document, or, if there are more, one for all.
MOST_COLUMNS = 12


def document_page(document: Document, root: View) -> Page:
    """The page of one document."""
    path = page_path("documents", document.id)
    view = root.at(path)
    runs = OutlineReader(document, view).runs()
    return Page(
        path=path,
        group="documents",
        title=document.title,
        html=view.render("document.html", document=document, runs=runs),
        description=view.words("document.description", title=document.title),
        toc=(Heading(document.title, f"document-{document.id}", 1, headings(runs)),),
        search=(SearchEntry(document.title, document.level or ""),),
    )


def documents_page(root: View) -> Page:
    """The list of the source documents."""
    view = root.at(DOCUMENTS_PATH)
    title = view.words("documents.title")
    documents, has_table = view.index.roadmap.documents, bool(view.index.leaf_topics)
    tables = (("documents-phases", "documents.by_phase"), ("documents-sections", "documents.by_section")) if has_table else ()
    return Page(
        path=DOCUMENTS_PATH,
        group="documents",
        title=title,
        html=view.render(
            "documents.html",
            title=title,
            documents=documents,
            columns=documents if len(documents) <= MOST_COLUMNS else (),
            agreements=Agreements(view.index),
            phases=view.index.roadmap.phases,
        ),
        description=view.words("documents.description"),
        toc=(Heading(title, "page-documents", 1, tuple(Heading(view.words(key), id, 2) for id, key in tables)),),
        search=(SearchEntry(title, ""),),
        is_wide=True,
    )
