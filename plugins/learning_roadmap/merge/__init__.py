"""Bring documents into a roadmap. One line of a document passes these steps:

1. **Read** (:mod:`learning_roadmap.sources`). Markdown becomes blocks, and rules make an outline of them: a tree of lines, each
   with its kind and its words::

    - [ ] Data versioning (DVC)     a block: a list item in line 4
                                    an outline item: topic "Data versioning (DVC)", under the section "Data"

2. **Split** (:mod:`.split`). An item can name several things, called terms. "A (B)" and "A and B" are two terms only if
   the names stand on their own somewhere: in another line, another document, or the roadmap:

   >>> from learning_roadmap.merge.split import split_terms
   >>> known_names = {"DVC"}
   >>> [(term.title, term.under) for term in split_terms("Data versioning (DVC)", known_names.__contains__)]
   [('Data versioning', None), ('DVC', 'Data versioning')]

3. **Mention** (:mod:`.mentions`). A term at its place in a document: line, kind, and the headings above it. What the line
   says beside the name becomes fields (:mod:`.extract_fields`):

   >>> from learning_roadmap.merge.extract_fields import resource
   >>> from learning_roadmap.model.entries import ResourceKind
   >>> resource('"Deep Learning" by Ian Goodfellow', ResourceKind.BOOK, None)
   ('Deep Learning', {'kind': 'book', 'authors': ['Ian Goodfellow'], 'url': None})

4. **Match** (:mod:`.merger`, :mod:`.match`). Which entry of the roadmap is meant? Provenance on record decides first
   (:mod:`.provenance_index`), so that nothing a person or an earlier import decided is undone. Then names decide: two
   names are one if their keys are equal. What is only similar stays apart, and is reported as a possible duplicate:

   >>> from learning_roadmap.model.names import key
   >>> key("Version control for data").core == key("Data version control").core
   False
   >>> key("Data-versioning basics").exact == key("Data versioning").exact
   True

5. **Place** (:mod:`.place`). A term without an entry gets a new one: in the entry that the line above it became, or in the
   section where most of its neighbours are.

6. **Record** (:mod:`.draft`). The entry notes its provenance: document, line and words. Once more over all documents, until
   nothing changes: so a second import changes nothing.

The whole way, from a document to entries (:mod:`.importer`):

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> from learning_roadmap.merge.importer import import_documents
>>> from learning_roadmap.project.manifest import Source
>>> with TemporaryDirectory() as folder:
...     document = Path(folder) / "mlops.md"
...     _ = document.write_text("# MLOps\\n## Phase 1: Operations\\n### Data\\n- [ ] Data versioning (DVC)\\n- [ ] DVC\\n", encoding="utf-8")
...     result = import_documents(Path(folder) / "roadmap.yml", [Source(document)])
>>> for outcome in result.report.outcomes:
...     print(f"{outcome.line} {outcome.words} -> {outcome.id} ({outcome.how}) in {outcome.where or 'the roadmap'}")
2 Operations -> operations (new) in the roadmap
3 Data -> data (new) in Operations
4 Data versioning -> data-versioning (new) in Operations ▸ Data
4 DVC -> dvc (new) in Operations ▸ Data ▸ Data versioning
5 DVC -> dvc (matched by name) in Operations ▸ Data ▸ Data versioning
>>> [(source.line, source.words) for source in result.roadmap.phases[0].sections[0].topics[0].topics[0].named]
[(4, 'DVC'), (5, 'DVC')]
"""

from learning_roadmap.merge.coverage import missing_mentions
from learning_roadmap.merge.draft import Draft, Node
from learning_roadmap.merge.importer import Imported, import_documents, read_sources
from learning_roadmap.merge.match import names_of
from learning_roadmap.merge.mentions import items_in
from learning_roadmap.merge.provenance_index import appears
from learning_roadmap.merge.report import MatchKind, Report

__all__ = [
    "Draft",
    "Imported",
    "MatchKind",
    "Node",
    "Report",
    "appears",
    "import_documents",
    "items_in",
    "missing_mentions",
    "names_of",
    "read_sources",
]
