"""Calm rows: one line for each entry, and everything else in details, which open without scripts. The client shows them in its panel instead.

Rows of topics are the largest part of a site, so they are written here and not by a template. ``e`` escapes by type, as templates do: it leaves
markup as it is. ``tests/pages/test_calm_rows.py`` ensures that each value passes through it.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from learning_roadmap.model import Document, Entry, Paper, Practice, Project, Provenance, Resource, ResourcePart, Topic, kind_of
from learning_roadmap.pages.compiled import as_markup
from learning_roadmap.pages.compiled import escaped as e
from learning_roadmap.pages.rendering import code_words
from learning_roadmap.pages.view import View

# With more sources, their number is easier to read than dots.
MOST_DOTS = 6
DOT = " · "
NOTHING = Markup("")
FACTS_OF_TOPICS = ("optional", "preferred", "start")


class CalmRows:
    """The rows of one page."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.text = view.text
        self._foreign = view.foreign
        self._separator = view.text("list.separator")
        self._documents = len(view.index.roadmap.documents)

    def start(self, entry: Entry, css_class: str, anchor: str = "") -> Markup:
        """The start of a row's item. Filters ask for its attributes."""
        level = entry.level if isinstance(entry, Topic) else entry.tier if isinstance(entry, Project) else None
        uses_project = isinstance(entry, Project) or self._view.has_project(entry)
        attributes = [
            f' id="{e(anchor)}"' if anchor else "",
            f' data-rm-kind="{e(kind_of(entry).name)}"',
            f' data-rm-level="{e(level)}"' if level else "",
            " data-rm-core" if self._view.is_core(entry) else "",
            " data-rm-project" if uses_project else "",
        ]
        return as_markup(f'<li class="{e(css_class)} rm-calm"{e(as_markup("".join(attributes)))}>')

    def row(self, entry: Entry, facts: Iterable[str], inside: str, details: Markup) -> Markup:
        """A row. One label for the name and its box: the whole name can be clicked, and screen readers read both.

        Args:
            facts: short facts beside its name; empty ones are left out.
            inside: what its details contain, in a few words.
        """
        id, title = entry.id, entry.title
        beside = [as_markup(f'<span class="rm-topic-facts">{e(fact)}</span> ') for fact in facts if fact]
        beside += [self._agreement(entry), self.hours(entry)]
        brief = entry.summary if isinstance(entry, Topic | Project) else None
        summary = as_markup(f'<p class="rm-summary"{e(self._view.foreign_summary(entry))}>{e(code_words(brief))}</p>') if brief else NOTHING
        return as_markup(
            f'<div class="rm-row"><label class="rm-check"><input type="checkbox" class="rm-tick" data-tick="{e(id)}" autocomplete="off"> '
            f'<span class="rm-title">{e(title)}</span></label><span class="rm-end">{e(_joined(beside))}'
            f'<button type="button" class="rm-more" data-entry="{e(id)}" aria-expanded="false" '
            f'aria-label="{e(self.text("row.open", title=title))}" title="{e(self.text("row.open_title"))}">▸</button></span>{e(summary)}</div>\n'
            f'<details class="rm-unfold rm-about"><summary>{e(inside)}<span class="rm-hidden">{e(self.text("list.colon"))}{e(title)}</span></summary>'
            f'<div class="rm-about-text">\n{e(details)}\n</div></details>'
        )

    def topic(self, topic: Topic, status: str) -> Markup:
        """The row of a topic.

        Args:
            status: what has become of it, as HTML; empty for most.
        """
        wordings = self._view.wordings(topic)
        pieces = [self._facts(topic), status]
        if topic.also:
            names = self.text("row.also", names=self._list(topic.also))
            pieces.append(as_markup(f'<div class="rm-meta"><span class="rm-also">{e(names)}</span></div>'))
        if groups := self._groups(topic, wordings):
            pieces.append(as_markup(f"<dl>\n{e(_joined(groups))}</dl>"))
        if topic.topics:
            address, words = self._view.page("dashboard/remaining.md"), self.text("row.remaining", title=topic.title)
            pieces.append(as_markup(f'<p class="rm-line rm-left"><a href="{e(address)}?of=topic:{e(topic.id)}">{e(words)}</a></p>'))
        pieces.append(self.tools(topic))
        facts = [self.text(f"facts.{name}") for name in FACTS_OF_TOPICS if getattr(topic, name)]
        return self.row(topic, facts, self._inside(topic, len(wordings)), _joined(pieces))

    def tools(self, entry: Entry) -> Markup:
        """The links at the end of a row's details."""
        address, words = self._view.edit(entry), self.text("row.edit_label", title=entry.title)
        edit = as_markup(f' <a class="rm-edit" href="{e(address)}" rel="noopener noreferrer external">{e(words)}</a>') if address else NOTHING
        return as_markup(
            f'<p class="rm-line rm-details-tools"><a class="rm-permalink" href="#{e(self._view.anchor(entry))}">'
            f"{e(self.text('row.link', title=entry.title))}</a>{e(edit)}</p>"
        )

    def hours(self, entry: Entry) -> Markup:
        """The hours of an entry, if they are known."""
        hours = entry.hours if isinstance(entry, Topic | Practice | Project) else None
        return as_markup(f' <span class="rm-topic-facts">{e(self.text("facts.hours", hours=f"{hours:g}"))}</span>') if hours else NOTHING

    def _agreement(self, entry: Entry) -> Markup:
        """How many of the sources have an entry: as dots, or in figures if there are many. With one source there is nothing to agree on."""
        named, count = len({source.document for source in entry.named}), self._documents
        if not named or count <= 1:
            return NOTHING
        words = self.text("row.sources", named=named, count=count)
        dots = "●" * named + "○" * (count - named) if count <= MOST_DOTS else f"{named}/{count}"
        return as_markup(
            f' <span class="rm-agreement" title="{e(words)}"><span aria-hidden="true">{e(dots)}</span>'
            f'<span class="rm-hidden">{e(words)}</span></span>'
        )

    def _inside(self, topic: Topic, wordings: int) -> Markup:
        """What is inside the details of a topic, in numbers."""
        counts = {"readings": len(topic.read), "papers": len(topic.papers), "questions": len(topic.check)}
        words = [self.text(f"counts.{name}", count=count) for name, count in counts.items() if count]
        if wordings:
            words.append(self.text("row.sources", named=wordings, count=self._documents))
        return _joined(words, DOT) if words else self.text("row.more")

    def _facts(self, topic: Topic) -> Markup:
        """Short facts above the other details."""
        facts = [self._view.label(topic.level)] if topic.level else []
        if topic.hours:
            facts.append(self.text("facts.hours", hours=f"{topic.hours:g}"))
        facts += [self.text(f"facts.{name}") for name in FACTS_OF_TOPICS if getattr(topic, name)]
        return as_markup(f'<p class="rm-line"> <span class="rm-topic-facts">{e(_joined(facts, DOT))}</span></p>') if facts else NOTHING

    def _groups(self, topic: Topic, wordings: Sequence[tuple[Document, Sequence[Provenance]]]) -> list[Markup]:
        """What a topic refers to and what refers to it, in groups; none for a topic of which only projects are known."""
        view = self._view
        groups: list[Markup] = []
        if topic.read:
            groups.append(_group(self.text("topic.read"), [self._reading(*reading) for reading in view.index.readings_of(topic)], "\n"))
        if topic.papers:
            groups.append(_group(self.text("topic.papers"), [self._paper(paper) for paper in view.papers_of(topic)], "\n"))
        groups += [_group(kind.capitalize(), [self._links(entries)]) for kind, entries in view.other_material(topic)]
        if topic.needs:
            groups.append(_group(self.text("topic.needs"), [self._need(need.topic, need.reason) for need in topic.needs], "\n"))
        if unlocked := view.index.needed_by.get(topic.id):
            groups.append(_group(self.text("topic.unlocks"), [self._links(unlocked)]))
        if topic.check:
            lang = self._foreign
            questions = [
                f'<dd><details class="rm-unfold rm-answer"><summary{e(lang)}>{e(code_words(question.ask))}</summary>'
                f"<p{e(lang)}>{e(code_words(question.answer))}</p></details></dd>"
                for question in topic.check
            ]
            groups.append(as_markup(f'<div class="rm-check-yourself"><dt>{e(self.text("topic.check"))}</dt>' + "".join(questions) + "</div>"))
        if (groups or wordings) and (projects := view.projects_with(topic)):
            groups.append(_group(self.text("topic.projects"), [self._links(projects)]))
        if wordings:
            values = [f"<dd{e(self._foreign)}>{e(self._wording(document, provenances))}</dd>" for document, provenances in wordings]
            groups.append(as_markup(f'<div class="rm-named"><dt>{e(self.text("topic.sources"))}</dt>\n' + "".join(values) + "</div>"))
        return groups

    def _reading(self, resource: Resource, part: ResourcePart | None) -> Markup:
        """A resource, or the part of it to read. The link leads to it, the words after it to its entry."""
        view = self._view
        pieces = [self._link(resource)]
        if part:
            pieces.insert(0, _external_link(resource.address_of(part) if resource.url else None, part.title))
        elif resource.address:
            pieces = [_external_link(resource.address, resource.title), _link(view.to(resource), view.label(resource.kind))]
        if resource.access and not view.is_free(resource):
            pieces.append(e(view.label(resource.access)))
        return _joined(pieces, DOT)

    def _paper(self, paper: Paper) -> Markup:
        """A paper in short: its title leads to it, its author and year to its entry."""
        view, citation = self._view, self._view.citation(paper)
        if paper.address:
            pieces = [_external_link(paper.address, paper.title), _link(view.to(paper), citation or view.word_for(paper))]
        else:
            pieces = [self._link(paper), *([e(citation)] if citation else [])]
        if paper.must_read:
            pieces.append(self.text("facts.must_read"))
        return _joined(pieces, DOT)

    def _need(self, id: str, reason: str | None) -> Markup:
        """A prerequisite with its reason."""
        topic = self._link(self._view.index.topics[id])
        if not reason:
            return topic
        words = code_words(reason)
        if self._foreign:
            words = as_markup(f"<span{e(self._foreign)}>{e(words)}</span>")
        return self.text("row.prerequisite_reason", topic=topic, reason=words)

    def _wording(self, document: Document, provenances: Iterable[Provenance]) -> Markup:
        """How a document words an entry; each wording links to its line."""
        quotes = [_link(self._view.line(source), self.text("row.quote", words=source.words)) for source in provenances]
        return as_markup(f"<cite>{e(document.title)}</cite>: {e(self._list(quotes))}")

    def _link(self, entry: Entry) -> Markup:
        return _link(self._view.to(entry), entry.title)

    def _links(self, entries: Iterable[Entry]) -> Markup:
        return self._list([self._link(entry) for entry in entries])

    def _list(self, words: Iterable[str]) -> Markup:
        return _joined(words, self._separator)


def _joined(pieces: Iterable[str], separator: str = NOTHING) -> Markup:
    """Pieces as one, each escaped.

    >>> _joined([Markup("<b>"), "<b>"], ", ")
    Markup('<b>, &lt;b&gt;')
    """
    return as_markup(str.join(e(separator), map(e, pieces)))


def _group(name: str, values: Iterable[str], start: str = "") -> Markup:
    return as_markup(f"<div><dt>{e(name)}</dt>{e(start)}" + "".join([f"<dd>{e(value)}</dd>" for value in values]) + "</div>")


def _link(address: str, words: str) -> Markup:
    return as_markup(f'<a href="{e(address)}">{e(words)}</a>')


def _external_link(address: str | None, words: str) -> Markup:
    """A link to another site if there is an address, or else the words alone."""
    if not address:
        return e(words)
    return as_markup(f'<a class="rm-external-link" rel="noopener noreferrer external" href="{e(address)}">{e(words)}</a>')
