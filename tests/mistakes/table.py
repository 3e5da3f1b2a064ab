"""More than a hundred mistakes that people make when they edit a data file by hand: what they change, and what they write instead."""

from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).with_name("project")
DATA = (PROJECT / "content" / "roadmap.yml").read_text("utf-8")

FLOUR = "    - id: flour\n      title: Flour\n"
GLUTEN = "    - id: gluten\n      title: Gluten\n"
FOLDING = "      - id: folding\n        title: Folding\n        hours: 1\n"
SLAPPING = "      - id: slapping\n        title: Slapping\n        hours: 1\n"
LAST_TOPIC = SLAPPING
SUMMARY = "      summary: What flour is made of.\n"
CHECK = "      - ask: What holds the dough together?\n        answer: A net of gluten.\n"
PRACTICE = "      topics: [kneading]\n"
NEED = "      - {topic: flour, reason: gluten is a part of it}\n"
NEW = "    - id: salt\n      title: Salt\n"


@dataclass(frozen=True)
class Mistake:
    """A mistake: its name, the lines that are changed, and what they become. ``base`` says whether ids are compared with the file before."""

    name: str
    old: str
    new: str
    base: bool = False

    @property
    def content(self) -> bytes:
        """The data file with the mistake."""
        assert DATA.count(self.old) >= 1, self.name
        return DATA.replace(self.old, self.new, 1).encode("utf-8", "surrogateescape")


def in_title(name: str, title: str) -> Mistake:
    """A mistake in the title of the topic Gluten."""
    return Mistake(name, "      title: Gluten\n", f"      title: {title}\n")


def after_gluten(name: str, lines: str, base: bool = False) -> Mistake:
    """Lines that are added after the title of the topic Gluten."""
    return Mistake(name, GLUTEN, GLUTEN + lines, base)


def after_last(name: str, lines: str, base: bool = False) -> Mistake:
    """Lines that are added after the last topic."""
    return Mistake(name, LAST_TOPIC, LAST_TOPIC + lines, base)


QUOTES = [
    in_title("a colon in a title", "Gluten: the net in the dough"),
    in_title("a colon at the end of a title", "Gluten and friends:"),
    in_title("an apostrophe inside single quotes", "'Baker's gluten'"),
    in_title("double quotes inside double quotes", '"The "net" of the dough"'),
    in_title("only the first word in quotes", '"Gluten" and friends'),
    in_title("a single quote that is not closed", "'Gluten"),
    in_title("a double quote that is not closed", '"Gluten'),
    in_title("curly quotes", "“Gluten”"),
    in_title("a backslash in double quotes", '"Gluten \\d"'),
    in_title("a title that begins with @", "@gluten"),
    in_title("a title that begins with a percent sign", "% of gluten"),
    in_title("a title that begins with a backtick", "`gluten` explained"),
    in_title("a title in asterisks, for bold", "**Gluten**"),
    in_title("a title that begins with &", "&gluten and more"),
    in_title("a title that begins with !", "!important gluten"),
    in_title("a title that begins with a bracket", "[new] Gluten"),
    in_title("a template in a title", "{{ gluten }}"),
    in_title("a title in braces", "{gluten}"),
    in_title("a title that is a list", "[Gluten, Net]"),
    in_title("a title that begins with >", "> 3 kinds of gluten"),
    in_title("a title that begins with a dash", "- Gluten"),
    in_title("a number sign after a space", "Gluten # the net"),
    in_title("a title that begins with a number sign", "# Gluten"),
    in_title("a title over two lines", "Gluten and\n        its net"),
    in_title("a title as a text block", "|\n        Gluten"),
    in_title("no title after the colon", ""),
    in_title("an empty text", "''"),
    Mistake("a colon in braces", "reason: gluten is a part of it}", "reason: a part: gluten}"),
    Mistake("a comma in braces", "reason: gluten is a part of it}", "reason: gluten, starch and bran}"),
]

PUNCTUATION = [
    Mistake("no space after the colon", "      title: Gluten\n", "      title:Gluten\n"),
    Mistake("no colon", "      title: Gluten\n", "      title Gluten\n"),
    Mistake("an equals sign", "      title: Gluten\n", "      title = Gluten\n"),
    Mistake("no space after the dash", "    - id: gluten\n", "    -id: gluten\n"),
    Mistake("no dash before a new entry", "    - id: gluten\n", "      id: gluten\n"),
    Mistake("an asterisk instead of a dash", "    - id: gluten\n", "    * id: gluten\n"),
    Mistake("an en dash, as word processors make of a hyphen", "    - id: gluten\n", "    – id: gluten\n"),
    Mistake("no closing brace", NEED, NEED.replace("}", "")),
    Mistake("no opening brace", NEED, NEED.replace("{", "")),
    Mistake("no comma in braces", NEED, NEED.replace(",", "")),
    Mistake("no closing bracket", "also: [Wheat protein]", "also: [Wheat protein"),
    Mistake("no opening bracket", "also: [Wheat protein]", "also: Wheat protein]"),
    Mistake("a list without brackets", "also: [Wheat protein]", "also: Wheat protein"),
    Mistake("several names without brackets", "also: [Wheat protein]", "also: Wheat protein, Seitan"),
    Mistake("a need without braces", NEED, "      - flour\n"),
    Mistake("needs as a list of ids", "      needs:\n" + NEED, "      needs: [flour]\n"),
    Mistake("a tab at the beginning", "      title: Gluten\n", "\ttitle: Gluten\n"),
    Mistake("a no-break space at the beginning", "      title: Gluten\n", "     \u00a0title: Gluten\n"),
    Mistake("a title as an item", "      title: Gluten\n", "    - title: Gluten\n"),
]

INDENTATION = [
    Mistake("a title with a space too many", "      title: Gluten\n", "       title: Gluten\n"),
    Mistake("a title with a space too few", "      title: Gluten\n", "     title: Gluten\n"),
    Mistake("a title in the column of the dash", "      title: Gluten\n", "    title: Gluten\n"),
    Mistake("hours indented below the title", "      level: intermediate\n", "        level: intermediate\n"),
    after_last("a new topic inside the list of subtopics by a space", "     - id: salt\n       title: Salt\n"),
    after_last("a new topic with a space too few", "   - id: salt\n     title: Salt\n"),
    after_last("a new topic in the column of the sections, its title not", "  - id: salt\n      title: Salt\n"),
    Mistake("a new topic indented like the needs above it", NEED, NEED + "      - id: salt\n        title: Salt\n"),
    Mistake("a topic inside the sources of another", "      - {document: handbook, line: 5, words: Gluten}\n",
            "      - {document: handbook, line: 5, words: Gluten}\n      - id: salt\n        title: Salt\n"),
    Mistake("the topics of a section without indentation", "    topics:\n" + FLOUR, "topics:\n" + FLOUR),
    Mistake("a topic in the list of practice", PRACTICE, PRACTICE + "    - id: salt\n      title: Salt\n      level: beginner\n"),
    Mistake("a second list of practice", "    practice:\n", "    practice:\n    - id: slap\n      title: Slap a dough\n    practice:\n"),
]  # fmt: skip

FIELDS = [
    Mistake("a misspelt field", "      title: Gluten\n", "      titel: Gluten\n"),
    Mistake("a field in capitals", "      title: Gluten\n", "      Title: Gluten\n"),
    after_gluten("a field that does not exist", "      difficulty: high\n"),
    after_gluten("a field of another kind of entry", "      url: https://example.org/gluten\n"),
    after_gluten("a field twice", "      title: Wheat gluten\n"),
    Mistake("no title", GLUTEN, "    - id: gluten\n"),
    Mistake("no id", GLUTEN, "    - title: Gluten\n"),
    after_last("an entry without anything", "    -\n"),
    Mistake("a word instead of a number", "      hours: 3\n", "      hours: three\n"),
    Mistake("hours with their unit", "      hours: 3\n", "      hours: 3h\n"),
    Mistake("a decimal comma", "      hours: 3\n", "      hours: 2,5\n"),
    Mistake("negative hours", "      hours: 3\n", "      hours: -2\n"),
    Mistake("too many hours", "      hours: 3\n", "      hours: 20000\n"),
    Mistake("a number of 5,000 digits", "      hours: 3\n", f"      hours: {'9' * 5000}\n"),
    Mistake("a misspelt level", "      level: intermediate\n", "      level: intermediat\n"),
    Mistake("a level in capitals", "      level: intermediate\n", "      level: Intermediate\n"),
    Mistake("a level as a number", "      level: intermediate\n", "      level: 3\n"),
    Mistake("a misspelt level of a phase", "  level: beginner\n", "  level: Beginer\n"),
    Mistake("a word instead of true or false", "      optional: true\n", "      optional: maybe\n"),
    Mistake("an unknown kind of resource", "  kind: book\n", "  kind: bok\n"),
    Mistake("a year with a letter", "  year: 1998\n", "  year: 1998a\n"),
    Mistake("a date in another order", "published: '2026-01-10'", "published: 10.01.2026"),
    Mistake("a date that does not exist", "published: '2026-01-10'", "published: 2026-02-30"),
    after_gluten("a day before the publication", "      added: 2025-11-01\n"),
    Mistake("a summary of 5,000 characters", "summary: What flour is made of.", f"summary: {'flour ' * 833}ok"),
    Mistake("a title of 479 characters", "      title: Gluten\n", f"      title: {'gluten ' * 68}net\n"),
]

IDS = [
    Mistake("capitals and spaces in an id", "    - id: folding", "    - id: Folding Dough"),
    Mistake("an underscore in an id", "      - id: folding", "      - id: folding_dough"),
    after_last("an id twice", "    - id: flour\n      title: Rye flour\n"),
    after_last("an id of a removed entry", "    - id: old-flour\n      title: Old flour\n"),
    Mistake("an id with a slash", "      - id: folding", "      - id: fold/ing", base=True),
    Mistake("an id changed", "      - id: folding", "      - id: stretching", base=True),
    Mistake("an entry deleted", FOLDING, "", base=True),
    Mistake("another topic under an old id", "        title: Folding", "        title: Sourdough starter", base=True),
    Mistake("the history deleted", "history:\n- {id: old-flour, was: merged, kind: topic, into: [flour]}\n", "", base=True),
    Mistake("the id of the roadmap changed", "id: baking\n", "id: bread\n", base=True),
    Mistake("a misspelt prerequisite", "topic: flour,", "topic: flower,"),
    Mistake("a title as a prerequisite", "{topic: flour,", "{topic: Flour,"),
    Mistake("a prerequisite that does not exist", "topic: flour,", "topic: chemistry,"),
    Mistake("a resource as a prerequisite", "topic: flour,", "topic: bread-book,"),
    Mistake("prerequisites in a circle", "      hours: 2\n", "      hours: 2\n      needs:\n      - {topic: gluten}\n"),
    Mistake("an unknown part of a resource", "part: flours}", "part: flour}"),
    Mistake("an unknown document", "{document: handbook, line: 5, words: Gluten}", "{document: handbok, line: 5, words: Gluten}"),
    Mistake(
        "a line of the document that has no item", "{document: handbook, line: 5, words: Gluten}", "{document: handbook, line: 4, words: Gluten}"
    ),
    Mistake("words that the document does not have", "{document: handbook, line: 5, words: Gluten}", "{document: handbook, line: 5, words: Starch}"),
    Mistake("a source deleted", "      named:\n      - {document: handbook, line: 5, words: Gluten}\n", ""),
    Mistake("an unknown successor in the history", "into: [flour]}", "into: [starch]}"),
    after_last("a new topic with the name of another", "    - id: kneading-dough\n      title: kneading\n"),
]

ADDRESSES = [
    Mistake("an address without https", "url: https://example.org/bread/", "url: example.org/bread/"),
    Mistake("an address with a space", "url: https://example.org/bread/", "url: https://example.org/my bread/"),
    Mistake("an address with a tracking parameter", "url: https://example.org/bread/", "url: https://example.org/bread/?utm_source=newsletter"),
    Mistake("an address of a page with parts below it", "url: https://example.org/bread/", "url: https://example.org/bread/index.html"),
    Mistake("parts of a book without an address", "  url: https://example.org/bread/\n", ""),
    Mistake("a local file as an address", "url: https://example.org/bread/", "url: file:///home/me/bread.pdf"),
    Mistake("a shortened address", "url: https://example.org/bread/", "url: https://bit.ly/3bread/"),
    Mistake("an address of arXiv instead of its identifier", "arxiv: cs/0112017", "arxiv: https://arxiv.org/abs/cs/0112017"),
    Mistake("a wrong identifier of arXiv", "arxiv: cs/0112017", "arxiv: 2106-09685"),
    Mistake("an address of a DOI", "arxiv: cs/0112017", "doi: https://doi.org/10.1000/182"),
    Mistake("a Markdown link in a summary", "summary: What flour is made of.", "summary: See [flour](https://example.org/)."),
    Mistake("an invisible character", "      title: Gluten\n", "      title: Glu\u200bten\n"),
    Mistake("a Cyrillic letter in a word", "      title: Gluten\n", "      title: Glut\u0435n\n"),
    Mistake("a replacement character", "      title: Gluten\n", "      title: Glut\ufffdn\n"),
    Mistake("two spaces in a title", "        title: Slapping\n", "        title: Slap and  fold\n"),
]

FILES = [
    Mistake("conflict markers of Git", GLUTEN, f"<<<<<<< HEAD\n{GLUTEN}=======\n    - id: gluten\n      title: Wheat gluten\n>>>>>>> theirs\n"),
    Mistake("a file saved as Windows-1252", "      title: Gluten\n", "      title: Gl\udcfcten\n"),
    Mistake("a file cut off in the middle of a letter", DATA[DATA.index("      title: Gluten") :], "      title: Gl\udcc3"),
    Mistake("a file cut off in the middle of a line", DATA[DATA.index("part of it}") :], "part"),
    Mistake("an empty file", DATA, ""),
    Mistake("a Markdown file", DATA, "# Baking bread\n\n- Flour\n"),
    Mistake("three dashes in the middle", "resources:\n", "---\nresources:\n"),
    Mistake("the format left out", "format: 2\n", ""),
    Mistake("a newer format", "format: 2\n", "format: 3\n"),
]

OTHER_NOTATIONS = [
    Mistake("a full-width colon", "      title: Gluten\n", "      title：Gluten\n"),
    in_title("full-width quotes", "＂Gluten＂"),
    Mistake("full-width brackets", "also: [Wheat protein]", "also: ［Wheat protein］"),
    after_last("an item of Markdown with a link", "    * [Salt](https://example.org/salt)\n"),
    after_last("a task of Markdown", "    - [ ] Salt\n"),
    after_last("a bullet", "    • Salt\n"),
    after_last("a title as the whole entry", "    - Salt\n"),
    Mistake("a comment of Markdown", GLUTEN, "    <!-- new -->\n" + GLUTEN),
    Mistake("a comment of JavaScript", GLUTEN, "    // new\n" + GLUTEN),
    Mistake("lines of a Git diff", GLUTEN, GLUTEN + "+    - id: salt\n+      title: Salt\n"),
    Mistake("a comma at the end of the line", "      title: Gluten\n", '      title: "Gluten",\n'),
    Mistake("a Markdown link as an address", "url: https://example.org/bread/", "url: [Bread](https://example.org/bread/)"),
    Mistake("an address in angle brackets", "url: https://example.org/bread/", "url: <https://example.org/bread/>"),
]

SHAPES = [
    Mistake("two lines joined", "      hours: 3\n      papers", "      hours: 3 papers"),
    Mistake("a summary whose second line is not indented", SUMMARY, SUMMARY + "      And of starch.\n"),
    Mistake("a summary below its sign, not indented", SUMMARY, "      summary: >-\n      What flour is made of.\n"),
    Mistake("the line 'sections:' deleted", "  sections:\n", ""),
    Mistake("the line 'topics:' deleted", "    topics:\n" + FLOUR, FLOUR),
    Mistake("no space after the colon in braces", "{topic: flour,", "{topic:flour,"),
    Mistake("a question without its fields", CHECK, "      - What holds the dough together? A net of gluten.\n"),
    Mistake(
        "other names for the fields of a question", CHECK, "      - question: What holds the dough together?\n        answer: A net of gluten.\n"
    ),
    after_gluten("a status as one word", "      status: discontinued\n"),
    after_gluten("an unknown status", "      status: {is: dead}\n"),
    Mistake("two kinds of a resource", "  kind: book\n", "  kind: [book, course]\n"),
    after_gluten("the name of a language", "      translations:\n      - {language: Chinese, title: 面筋}\n"),
    Mistake("an address as what to read", "- {resource: bread-book, part: flours}", "- https://example.org/bread/flours.html"),
    Mistake("an address as a resource", "{resource: bread-book, part: flours}", "{resource: https://example.org/bread/}"),
    Mistake("a paper in braces", "papers: [gluten-paper]", "papers: [{paper: gluten-paper}]"),
    Mistake("an identifier of arXiv as a paper", "papers: [gluten-paper]", "papers: [cs/0112017]"),
    Mistake("the title of a paper", "papers: [gluten-paper]", "papers: [The nature of gluten]"),
    Mistake("an unknown end in the history", "was: merged, kind: topic, into: [flour]}", "was: removed, kind: topic}"),
]

NEEDS = "      needs:\n" + NEED
ALSO = "      also: [Wheat protein]\n"
URL = "  url: https://example.org/bread/\n"
ENTRY = "- id: salt\n  title: Salt\n  hours: 1\n"
LAST_ITEM = "    - {line: 6, kind: topic, text: Kneading}\n"

# Made by somebody who read only the page for contributors.
FIRST_EDITS = [
    *(Mistake(f"hours as '{hours}'", "      hours: 3\n", f"      hours: {hours}\n") for hours in ("2-3", "2 to 3 hours", "30 min", "1:30", "½")),
    in_title("a comma at the end of a title without quotes", "Gluten,"),
    Mistake("fields as in JSON", GLUTEN, '    - "id": "gluten",\n      "title": "Gluten",\n'),
    Mistake("a no-break space after the colon", "      title: Gluten\n", "      title:\u00a0Gluten\n"),
    Mistake("full-width commas in a list", ALSO, "      also: [小麦蛋白，面筋]\n"),
    Mistake("curly quotes in a list", ALSO, "      also: [“Wheat protein”, ‘Seitan’]\n"),
    Mistake("no space after the dash of a name", ALSO, "      also:\n      - Wheat protein\n      -Seitan\n"),
    Mistake("a name that begins too far left", ALSO, "      also:\n    - Wheat protein\n"),
    Mistake("a field in the middle that begins too far left", ALSO, "    also: [Wheat protein]\n"),
    Mistake("no dash before an entry, in its column", GLUTEN, "\n    id: gluten\n      title: Gluten\n"),
    Mistake("brackets in braces", NEED, "      - {topic: flour, reason: it holds [air], and water}\n"),
    Mistake("a summary behind its sign", SUMMARY, "      summary: >- What flour is made of.\n"),
    Mistake("an empty line in a summary", SUMMARY, "      summary: >-\n        What flour is made of.\n\n        It is ground.\n"),
    Mistake("the title of what is needed", NEEDS, "      needs: [Flour]\n"),
    Mistake("the title of what to read", "      - {resource: bread-book, part: flours}\n", "      - The book of bread\n"),
    Mistake("the title of what a goal covers", "    covers: [kneading]\n", "    covers: Kneading\n"),
    Mistake("a need twice", NEED, NEED + NEED),
    Mistake("a question without an answer", "      check:\n" + CHECK, "      check: What holds the dough together?\n"),
    Mistake("a dash before the answer", CHECK, CHECK.replace("        answer", "      - answer")),
    Mistake("a copied block", FOLDING, FOLDING + FOLDING),
    Mistake("a block pasted into the history", "history:\n", "history:\n" + ENTRY, base=True),
    Mistake("a block pasted at the end of the file", LAST_ITEM, f"{LAST_ITEM}\n{ENTRY}"),
    Mistake("a block pasted into an outline", LAST_ITEM, LAST_ITEM + "    - id: salt\n      title: Salt\n"),
    Mistake("a block pasted before the phases", "phases:\n", f"{ENTRY}\nphases:\n"),
    Mistake("a topic among the phases", "phases:\n", f"phases:\n\n{ENTRY}"),
    Mistake("a list of the whole roadmap with spaces before it", "resources:\n", "  resources:\n", base=True),
    Mistake("a second list of resources", "milestones:\n", "resources:\n- {id: b, title: B, kind: book}\n\nmilestones:\n"),
    Mistake("an address that is cut off", URL, "  url: https://example.org/bread/…\n"),
    Mistake("two addresses", URL, "  url: https://example.org/bread/ https://example.org/b\n"),
    Mistake("an identifier of arXiv without its last digit", "  arxiv: cs/0112017\n", "  arxiv: 2106.0968\n"),
    Mistake("more hours than a week has", "published: '2026-01-10'\n", "published: '2026-01-10'\nhours_per_week: 200\n"),
    Mistake("an apostrophe at the beginning of a text in braces", NEED, "      - {topic: flour, reason: 'tis a part of it}\n"),
    Mistake("an open quote in braces", NEED, '      - {topic: flour, reason: "gluten is a part of it}\n'),
    Mistake("two items on one line", NEED, "      - {topic: flour, reason: a}, {topic: kneading, reason: b}\n"),
    Mistake("two dashes", "    - id: gluten\n", "    -- id: gluten\n"),
    Mistake("a title below its name, not indented", "      title: Gluten\n", "      title:\n      Gluten\n"),
    Mistake("a list by another name", "      topics:\n" + FOLDING, "      topic:\n" + FOLDING, base=True),
    Mistake("a code block of Markdown", GLUTEN, f"```yaml\n{GLUTEN}```\n"),
    Mistake("a field of resources in a topic", SUMMARY, SUMMARY + "      checked: yesterday\n"),
]

MISTAKES = [*QUOTES, *PUNCTUATION, *INDENTATION, *FIELDS, *IDS, *ADDRESSES, *OTHER_NOTATIONS, *SHAPES, *FILES, *FIRST_EDITS]
