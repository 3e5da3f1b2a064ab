"""The papers of a roadmap for reference managers, as BibTeX and as CSL-JSON."""

import json
import re
from typing import Any

from learning_roadmap.model import Paper, Roadmap
from learning_roadmap.pages.made_texts import MakeText, made

# Characters with a meaning in TeX. Braces count for BibTeX even behind a backslash.
TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "#$%&_"},
}  # fmt: skip
# Address fields are read literally, so that these are written as in addresses.
LITERAL = {"{": "%7B", "}": "%7D", "\\": "%5C"}
PROCEEDINGS = re.compile(r"\b(?:Proc\.|Proceedings|Conference|Symposium|Workshop|Advances in)(?:\b|\s)", re.IGNORECASE)
AND_OTHERS = re.compile(r"[,;\s]*\bet al\.?$")
PARTICLE = re.compile(r"[a-z]+'?")
SUFFIX = re.compile(r"(?:[JS]r\.?|I{2,3}|IV)")


def bibliography(roadmap: Roadmap, text: MakeText = made) -> dict[str, str]:
    """The bibliography files of a site by name; none if the roadmap has no papers."""
    if not roadmap.papers:
        return {}
    return {"papers.bib": text("papers.bib", lambda: bibtex(roadmap)), "papers.json": text("papers.json", lambda: csl_json(roadmap))}


def bibtex(roadmap: Roadmap) -> str:
    """The papers as BibTeX. The key of an entry is the id of its paper."""
    return "\n".join(_bibtex_entry(paper) for paper in roadmap.papers)


def _bibtex_entry(paper: Paper) -> str:
    is_published = paper.venue is not None
    kind = ("inproceedings" if is_in_proceedings(paper) else "article") if is_published else "misc"
    names, has_others = authors_of(paper)
    # Braces keep BibTeX from dividing the name of an organization.
    writers = [f"{{{_escape(name)}}}" if re.search(r"\band\b|,.*,", name) else _escape(name) for name in names]
    fields: dict[str, str | None] = {
        "title": f"{{{_escape(paper.title)}}}",  # inner braces keep capitals
        "author": " and ".join([*writers, *(["others"] if has_others else [])]) or None,
        "year": str(paper.year) if paper.year else None,
        "booktitle" if kind == "inproceedings" else "journal": _escape(paper.venue) if paper.venue else None,
        "eprint": paper.arxiv,
        "archiveprefix": "arXiv" if paper.arxiv else None,
        "doi": _literal(paper.doi) if paper.doi else None,
        "url": _literal(paper.address) if paper.address else None,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{paper.id},\n{lines}}}\n"


def csl_json(roadmap: Roadmap) -> str:
    """The papers as CSL-JSON, which Zotero, Pandoc and others read; each on a line, because ``json`` indents without its encoder in C."""
    return "[\n" + ",\n".join(json.dumps(_csl_item(paper), ensure_ascii=False) for paper in roadmap.papers) + "\n]\n"


def _csl_item(paper: Paper) -> dict[str, Any]:
    kind = ("paper-conference" if is_in_proceedings(paper) else "article-journal") if paper.venue else "article"
    names, has_others = authors_of(paper)
    fields = {
        "id": paper.id,
        "type": kind,
        "title": paper.title,
        "author": [*map(csl_name, names), *([{"literal": "others"}] if has_others else [])],
        "issued": {"date-parts": [[paper.year]]} if paper.year else None,
        "container-title": paper.venue,
        "number": f"arXiv:{paper.arxiv}" if paper.arxiv and not paper.venue else None,
        "DOI": paper.doi,
        "URL": paper.address,
    }
    return {name: value for name, value in fields.items() if value}


def authors_of(paper: Paper) -> tuple[list[str], bool]:
    """The names of a paper's authors, and whether there are others.

    >>> authors_of(Paper(id="a", title="A", authors=("Ada Lovelace", "et al.")))
    (['Ada Lovelace'], True)
    """
    names = [AND_OTHERS.sub("", author).strip() for author in paper.authors]
    return [name for name in names if name], any(AND_OTHERS.search(author) for author in paper.authors)


def csl_name(name: str) -> dict[str, str]:
    """A name in its parts; as a whole if it has only one, as that of an organization.

    >>> csl_name("Laurens van der Maaten")
    {'family': 'Maaten', 'given': 'Laurens', 'non-dropping-particle': 'van der'}
    >>> csl_name("Goodfellow, Ian"), csl_name("OpenAI")
    ({'family': 'Goodfellow', 'given': 'Ian'}, {'literal': 'OpenAI'})
    """
    family, comma, given = name.partition(", ")
    if comma and ", " not in given:
        return {"family": family, "given": given}
    words = name.split()
    suffix = words.pop() if len(words) > 2 and SUFFIX.fullmatch(words[-1]) else ""
    if len(words) < 2 or comma or "and" in words:
        return {"literal": name}
    particles: list[str] = []
    while len(words) > 2 and PARTICLE.fullmatch(words[-2]):
        particles.insert(0, words.pop(-2))
    parts = {"family": words[-1], "given": " ".join(words[:-1]), "non-dropping-particle": " ".join(particles), "suffix": suffix}
    return {part: value for part, value in parts.items() if value}


def is_in_proceedings(paper: Paper) -> bool:
    """Whether a paper was published at a conference."""
    return PROCEEDINGS.search(paper.venue or "") is not None


def _escape(text: str) -> str:
    return "".join(TEX.get(character, character) for character in text)


def _literal(text: str) -> str:
    return "".join(LITERAL.get(character, character) for character in text)
