"""The data of a paper for reference managers that read pages, such as Zotero: a ContextObject in a span (COinS).

It is an OpenURL (ANSI/NISO Z39.88) in the title of an empty ``<span class="Z3988">``. Each paper of a list has its own, which no element in the
head of a page could say. Which keys Zotero reads: ``openurl.js`` in https://github.com/zotero/utilities.
"""

from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote

from learning_roadmap.model import Paper
from learning_roadmap.pages.bibliography import authors_of, csl_name, is_in_proceedings


def context_object(paper: Paper) -> str:
    """The OpenURL of a paper.

    >>> from learning_roadmap.model import Paper
    >>> context_object(Paper(id="a", title="A & B", venue="Nature"))
    'ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&rft.genre=article&rft.atitle=A%20%26%20B&rft.jtitle=Nature'
    """
    return "&".join([f"{name}={_quoted(value)}" for name, value in (("ctx_ver", "Z39.88-2004"), *_fields(paper))])


# Most values are the same for many papers.
@lru_cache(maxsize=2**12)
def _quoted(value: str) -> str:
    return quote(value, safe="")


def _fields(paper: Paper) -> Iterator[tuple[str, str]]:
    # The format comes first: it decides what the other keys mean.
    if not paper.venue:
        yield from (("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"), ("rft.type", "preprint"), ("rft.title", paper.title))
        if paper.arxiv:
            yield "rft.source", "arXiv"
    elif is_in_proceedings(paper):
        yield from (("rft_val_fmt", "info:ofi/fmt:kev:mtx:book"), ("rft.genre", "proceeding"))
        yield from (("rft.atitle", paper.title), ("rft.btitle", paper.venue))
    else:
        yield from (("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"), ("rft.genre", "article"))
        yield from (("rft.atitle", paper.title), ("rft.jtitle", paper.venue))
    for name in map(csl_name, authors_of(paper)[0]):
        if "literal" in name:
            yield "rft.aucorp", name["literal"]
        else:
            family = " ".join(filter(None, (name.get("non-dropping-particle"), name["family"])))
            yield "rft.au", ", ".join(filter(None, (family, name.get("given"), name.get("suffix"))))
    if paper.year:
        yield "rft.date", str(paper.year)
    if paper.doi:
        yield "rft_id", f"info:doi/{paper.doi}"
    if paper.address:
        yield "rft_id", paper.address
