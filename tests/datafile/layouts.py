"""One small data file, in many layouts."""

from pathlib import Path

from learning_roadmap.datafile import DataFile, parse
from learning_roadmap.text.decode import decode

DOCUMENT = (
    "# New\n## Phase 1: Basics\n### Maths\n- Algebra (Groups, Rings)\n- Topology\n- Vectors\n#### Practice\n- Count sheep\n"
    '## Resources\n### Books\n- "Numbers" by A. Author\n'
)
TOPICS = "    topics:\n    - id: algebra\n      title: Algebra\n    - id: vectors\n      title: Vectors\n"
BASE = "format: 2\nid: d\ntitle: D\nphases:\n- id: basics\n  title: Basics\n  sections:\n  - id: maths\n    title: Maths\n" + TOPICS
HEAD = "format: 2\nid: d\ntitle: D\n"
LAYOUTS = {
    "as we write it": BASE,
    "topics in one line": BASE.replace(TOPICS, '    topics: [{id: algebra, title: Algebra}, {id: vectors, title: "Vectors", named: []}]\n'),
    "a comma after the last topic": BASE.replace(
        TOPICS, "    topics: [\n" + "      {id: algebra, title: Algebra}, # one\n      {id: vectors, title: Vectors}, # two\n    ]\n"
    ),
    "comments at the end": BASE + "    # the end of maths\n\n# the very end\n",
    "comments in between": BASE.replace("    - id: vectors", "    # about vectors\n    - id: vectors"),
    "no final line end": BASE.rstrip("\n"),
    "Windows line ends": BASE.replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + BASE,
    "quoted keys": BASE.replace("topics:", '"topics":').replace("id: algebra", '"id": "algebra"'),
    "dashes indented, one alone in its line": (
        "format: 2\nid: d\ntitle: D\nphases:\n  - id: basics\n    title: Basics\n    sections:\n      - id: maths\n        title: Maths\n"
        "        topics:\n          - id: algebra\n            title: Algebra\n          -\n            id: vectors\n            title: Vectors\n"
    ),
    "empty lists": BASE.replace(TOPICS, "    topics: []\n") + "resources: []\n",
    "a phase in one line": HEAD
    + "phases:\n- {id: basics, title: Basics, sections: [{id: maths, title: Maths, topics: [{id: algebra, title: Algebra}]}]}\n",
    "brackets over several lines": HEAD + "phases: [\n  {id: basics, title: Basics, sections: [\n    {id: maths, title: Maths}\n  ]}\n]\n",
    "all in one line": "{format: 2, id: d, title: D, phases: [{id: basics, title: Basics, sections: [{id: maths, title: Maths}]}]}\n",
    "fields in another order": BASE.replace("  title: Basics\n", "").replace("      title: Vectors\n", "      title: Vectors\n  title: Basics\n"),
    "a list that ends in a comment": BASE.replace("title: Vectors", "title: Vectors\n      also: [V,  # short\n        Vec]"),
    "an end of document": BASE + "...\n",
    "blank lines at the end": BASE + "\n\n\n",
}


def read(text: str) -> DataFile:
    return parse(decode(text.encode(), "x.yml"), Path("x.yml"))
