"""Reference managers read of every paper what the roadmap says of it, whatever its title holds."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings

from learning_roadmap.cli.main import main
from learning_roadmap.model import Paper, Roadmap
from learning_roadmap.pages.bibliography import authors_of, bibliography, bibtex, csl_json
from tests.strategies import roadmaps

ESCAPED = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^",
    **{f"\\{character}": character for character in "#$%&_"},
}  # fmt: skip


def read_value(text: str, at: int) -> tuple[str, int]:
    """The text in the braces that open at a position, counted as BibTeX counts them, and the position after them."""
    assert text[at] == "{"
    depth = 0
    for position in range(at, len(text)):
        depth += {"{": 1, "}": -1}.get(text[position], 0)
        if depth == 0:
            return text[at + 1 : position], position + 1
    raise AssertionError("a brace is not closed")


def read_bibtex(text: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Entries by key: their type and their fields."""
    entries: dict[str, tuple[str, dict[str, str]]] = {}
    at = 0
    while match := re.compile(r"\s*@(\w+)(?={)").match(text, at):
        body, at = read_value(text, match.end())
        key, _, rest = body.partition(",")
        fields: dict[str, str] = {}
        inner = 0
        while field := re.compile(r"\s*(\w+) = (?={)").match(rest, inner):
            fields[field[1]], inner = read_value(rest, field.end())
            assert rest[inner] == ","
            inner += 1
        assert not rest[inner:].strip() and key not in entries
        entries[key] = (match[1], fields)
    assert not text[at:].strip()
    return entries


def plain(tex: str) -> str:
    """The text that TeX prints. A character that TeX reads as a command fails."""
    text = ""
    while tex:
        name = next((name for name in ESCAPED if tex.startswith(name)), tex[0])
        assert name in ESCAPED or name not in "\\{}#$%&_^~", tex
        text += ESCAPED.get(name, name)
        tex = tex[len(name) :]
    return text


def of(*papers: Paper) -> Roadmap:
    return Roadmap(format=2, id="r", title="R", papers=papers)


@pytest.mark.slow
@settings(deadline=None)
@given(roadmaps())
def test_titles_venues_and_years_of_any_papers_are_read_back(roadmap: Roadmap) -> None:
    entries, items = read_bibtex(bibtex(roadmap)), json.loads(csl_json(roadmap))
    assert list(entries) == [item["id"] for item in items] == [paper.id for paper in roadmap.papers]
    for paper, item in zip(roadmap.papers, items, strict=True):
        kind, fields = entries[paper.id]
        title = fields["title"]
        assert title[0] + title[-1] == "{}" and plain(title[1:-1]) == paper.title == item["title"]
        assert plain(fields.get("journal") or fields.get("booktitle") or "") == (paper.venue or "") == item.get("container-title", "")
        assert fields.get("year") == (str(paper.year) if paper.year else None)
        assert fields.get("eprint") == paper.arxiv and item.get("DOI") == paper.doi and item.get("URL") == paper.address
        assert (kind == "misc") == (paper.venue is None)
        assert ("others" in fields.get("author", "").split(" and ")) == authors_of(paper)[1]


def test_a_paper_in_proceedings_and_one_in_a_journal() -> None:
    roadmap = of(
        Paper(id="one", title="Attention Is All You Need: {A} 100 % Survey", authors=("Ashish Vaswani", "Łukasz Kaiser", "et al."), year=2017,
              venue="Advances in Neural Information Processing Systems", arxiv="1706.03762"),
        Paper(id="two", title="t-SNE", authors=("Laurens van der Maaten", "Research and Co"), venue="JMLR", doi="10.1000/a_b{c}"),
        Paper(id="three", title="Notes", url="https://example.org/a_b#c"),
    )  # fmt: skip
    assert bibtex(roadmap).startswith(
        "@inproceedings{one,\n  title = {{Attention Is All You Need: \\textbraceleft{}A\\textbraceright{} 100 \\% Survey}},\n"
        "  author = {Ashish Vaswani and Łukasz Kaiser and others},\n  year = {2017},\n"
        "  booktitle = {Advances in Neural Information Processing Systems},\n  eprint = {1706.03762},\n  archiveprefix = {arXiv},\n"
        "  url = {https://arxiv.org/abs/1706.03762},\n}\n"
    )
    entries = read_bibtex(bibtex(roadmap))
    assert entries["two"] == ("article", {
        "title": "{t-SNE}", "author": "Laurens van der Maaten and {Research and Co}", "journal": "JMLR", "doi": "10.1000/a_b%7Bc%7D",
        "url": "https://doi.org/10.1000/a_b%7Bc%7D",
    })  # fmt: skip
    assert entries["three"] == ("misc", {"title": "{Notes}", "url": "https://example.org/a_b#c"})
    first, second, third = json.loads(csl_json(roadmap))
    assert first["author"] == [{"family": "Vaswani", "given": "Ashish"}, {"family": "Kaiser", "given": "Łukasz"}, {"literal": "others"}]
    assert (first["type"], first["issued"], second["type"], third["type"]) == (
        "paper-conference", {"date-parts": [[2017]]}, "article-journal", "article",
    )  # fmt: skip
    assert second["author"][1] == {"literal": "Research and Co"} and second["DOI"] == "10.1000/a_b{c}"


def test_a_roadmap_without_papers_has_no_bibliography() -> None:
    assert bibliography(of()) == {} and set(bibliography(of(Paper(id="a", title="A")))) == {"papers.bib", "papers.json"}


def test_the_command_prints_both(tmp_path: Path) -> None:
    data = tmp_path / "x.yml"
    data.write_text("format: 2\nid: r\ntitle: R\npapers:\n- {id: a, title: A & B, year: 1999}\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["papers", "--data", str(data)])
    assert done.exit_code == 0 and done.output == "@misc{a,\n  title = {{A \\& B}},\n  year = {1999},\n}\n"
    done = CliRunner().invoke(main, ["papers", "--format", "csl", "--data", str(data)])
    assert json.loads(done.output) == [{"id": "a", "type": "article", "title": "A & B", "issued": {"date-parts": [[1999]]}}]
