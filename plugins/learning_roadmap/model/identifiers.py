"""Identifiers of papers, in every form in which they are found: one paper has one identifier."""

import re
from urllib.parse import unquote

ARXIV = re.compile(
    r"(?:https?://)?(?:(?:www|export)\.)?arxiv\.org/(?:abs|pdf|html|format)/(?P<address>[^?#]+?)(?:\.pdf)?/?(?:[?#].*)?"
    r"|(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.48550/arxiv\.(?P<doi>[^?#]+)"
    r"|arxiv:\s*(?P<name>\S+)|(?P<plain>\S+)",
    re.IGNORECASE,
)
ARXIV_ID = re.compile(r"(\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[a-z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE)
DOI = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}(?:\.\d+)*/[^?#\s]+)", re.IGNORECASE)


def arxiv_id(text: str) -> str | None:
    """The identifier of a paper on arXiv in an address or a citation, without a version; None for anything else.

    >>> {arxiv_id(text) for text in ("2106.09685v2", "arXiv:2106.09685", "http://arxiv.org/pdf/2106.09685v1.pdf", "doi:10.48550/arXiv.2106.09685")}
    {'2106.09685'}
    >>> arxiv_id("https://arxiv.org/abs/cs.LG/0112017"), arxiv_id("https://example.org/2106.09685")
    ('cs/0112017', None)
    """
    match = ARXIV.fullmatch(text.strip())
    candidate = unquote(next(filter(None, match.groups()))) if match else ""
    id = ARXIV_ID.fullmatch(candidate)
    if id is None:
        return None
    # Archives before 2007 had subject classes, which are no part of the identifier.
    archive, slash, number = id[1].lower().rpartition("/")
    return f"{archive.partition('.')[0]}{slash}{number}"


def doi_id(text: str) -> str | None:
    """The digital object identifier in an address or a citation; None for anything else. Its case does not matter.

    >>> doi_id("https://doi.org/10.1000/182"), doi_id("doi:10.1000/182"), doi_id("https://example.org/")
    ('10.1000/182', '10.1000/182', None)
    """
    match = DOI.fullmatch(text.strip())
    return unquote(match[1]) if match else None


def paper_address(text: str) -> str | None:
    """One address for all addresses and identifiers of a paper; None for any other text.

    >>> paper_address("https://arxiv.org/pdf/2106.09685"), paper_address("10.1000/ABC")
    ('arxiv.org/abs/2106.09685', 'doi.org/10.1000/abc')
    """
    if id := arxiv_id(text):
        return f"arxiv.org/abs/{id}"
    return f"doi.org/{id.lower()}" if (id := doi_id(text)) else None
