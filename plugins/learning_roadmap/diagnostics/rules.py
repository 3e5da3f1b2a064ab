"""The catalogue of codes: every code that a message can have, in Python and in the browser, with its severity, meaning and reason.

The page of checks and ``roadmap check --explain`` are made of it.
"""

from dataclasses import dataclass
from enum import StrEnum

from learning_roadmap.diagnostics.problem import Problem


class Severity(StrEnum):
    """An error stops everything; a warning is for a person to look at; a note needs nobody, because a command repairs what it is about."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Rule:
    """A rule: ``says`` what it looks for, and ``because`` why it matters."""

    code: str
    severity: Severity
    says: str
    because: str


@dataclass(frozen=True)
class Family:
    """Rules that belong together on the page of checks."""

    title: str
    rules: tuple[Rule, ...]


def _family(title: str, *rows: tuple[str, str, str, str]) -> Family:
    return Family(title, tuple(Rule(code, Severity(severity), says, because) for severity, code, says, because in rows))


FIELD = "SCH-FIELD"

FAMILIES = (
    _family(
        "Files and encodings",
        ("error", "FILE", "A file cannot be read or written.", "The path is wrong, permission is denied, or the disk is full."),
        ("error", "ENC-UTF8", "A byte that is not UTF-8.", "Guessing an encoding silently loses characters."),
        ("error", "ENC-UTF16", "A file in UTF-16.", "UTF-8 is the one encoding that all tools agree on."),
        ("error", "ENC-BINARY", "A binary file.", "An image or a program was probably named by mistake."),
        ("error", "ENC-CONTROL", "A control character.", "It can steer a terminal, or hide what a line says."),
        ("error", "ENC-NONCHAR", "A Unicode noncharacter.", "It cannot be exchanged between programs."),
        ("warning", "EOL", "CR line endings (classic Mac OS).", "Most tools see a single long line."),
        ("error", "VCS-CONFLICT", "Merge conflict markers.", "The file contains two versions of the same lines."),
        ("error", "LIM-SIZE", "A file that is too large.", "The limit protects against mistakes and attacks."),
        ("error", "LIM-DEPTH", "Nesting that is too deep.", "No roadmap needs it, and many parsers fail on it."),
    ),
    _family(
        "YAML",
        ("error", "YML-EMPTY", "An empty data file.", "A roadmap has at least a format, an id and a title."),
        ("error", "YML-SYNTAX", "Invalid YAML.", "The cause is usually wrong indentation, a missing quote, or a colon inside a text."),
        ("error", "YML-COLON", "A text with a colon and a space, or with a colon at its end, without quotes.",
         "YAML reads it as the beginning of another field."),
        ("error", "YML-QUOTE", "A quote or bracket that is not closed, or a text that begins with a character that has a meaning in YAML.",
         "YAML would read another text, or the following lines as part of it."),
        ("error", "YML-NESTING", "A line in the wrong place: wrong indentation, or a missing dash, colon, comma or space.",
         "The number of spaces at the beginning of a line says which entry it belongs to, and a dash begins a new entry."),
        ("error", "YML-INDENT", "A tab or an unusual space in the indentation.", "It looks like an ordinary space, but YAML does not accept it."),
        ("error", "YML-HASH", "A text cut short by ` #`.", "YAML treats the rest as a comment and silently drops it."),
        ("error", "YML-SMARTQUOTE", "A text in curly quotes.", "YAML does not treat them as quotes."),
        ("error", "YML-LINES", "An unquoted text over several lines.", "Every text is one line, so a quote or an indentation is probably wrong."),
        ("error", "YML-DUPKEY", "Duplicate field in one entry.", "YAML keeps the last one and silently drops the first."),
        ("error", "YML-ALIAS", "An anchor, an alias or a merge key.", "A few bytes of them can expand to gigabytes."),
        ("error", "YML-TAG", "A tag such as `!!python/name`.", "Values are plain text; a tag can make a parser run code."),
        ("error", "YML-DIRECTIVE", "A `%` directive.", "It changes how the rest of the file is parsed."),
        ("error", "YML-MULTIDOC", "More than one YAML document in the file.", "Everything after the `---` would be ignored."),
    ),
    _family(
        "Structure of the data",
        ("error", "SCH-ROOT", "A file that is not a mapping of fields.", "It begins with `format`, `id` and `title`."),
        ("error", "SCH-VERSION", "Unknown or former format version.",
         "Data in a newer format may have another meaning; `roadmap migrate` rewrites data in a former one."),
        ("error", "SCH-KEY", "Unknown field.", "With a typing error in its name, a value would be lost silently."),
        ("error", FIELD, "A missing field or an invalid value. The code ends with the name of the field, such as `SCH-TITLE` or `SCH-HOURS`.",
         "The schema defines what each field takes."),
        ("error", "URL", "Not a public web address.",
         "Only http(s) addresses of public hosts are linked: no scripts, files, user names or private networks."),
        ("note", "FMT", "The file is not in canonical form.",
         "With one form, a diff shows what changed and nothing else. Nobody has to do it by hand: `roadmap fmt` does."),
    ),
    _family(
        "Ids",
        ("error", "ID-DUPLICATE", "Duplicate id.", "Ticks are stored by id, so a tick would belong to two entries."),
        ("error", "ID-REUSED", "An id in use that is also in the history.", "Old ticks would apply to another entry."),
        ("error", "ID-SUCCESSORS", "A retired id with successors, a merged or split id without successors, or successors of another kind.",
         "Ticks of a removed id move to its successors."),
        ("error", "ID-GONE", "Id removed without a tombstone.", "Learners who ticked it would lose the tick."),
        ("error", "ID-FORGOTTEN", "Tombstone removed from the history.", "Ticks of the removed id could no longer move to its successors."),
        ("error", "ID-KIND", "Id reused for another kind of entry.", "A ticked topic does not mean a ticked book."),
        ("error", "ID-BACK", "Removed id used again.", "Old ticks would apply to another entry."),
        ("error", "ID-ROADMAP", "Changed id of the roadmap.", "All ticks are stored under it: every learner would lose all of them."),
        ("error", "ID-HISTORY", "Changed tombstone, or a tombstone of an id that never existed.",
         "Ticks would move to the wrong entry."),
        ("warning", "ID-RETITLED", "Id with an entirely different title.", "It may be a different entry under an old id."),
        ("warning", "ID-SUBTOPICS", "Topic that now has subtopics.",
         "Learners' ticks of it move to its subtopics; subtopics added later are shown as new."),
        ("warning", "ID-LEAF", "Topic that no longer has subtopics.",
         "Learners tick it itself again; it starts with the state of its former subtopics."),
        ("warning", "ID-DAY", "Day of a change that is before the publication, or in a roadmap that was not published.",
         "It would not be among the news."),
        ("error", "ID-DOCUMENT", "Two documents with one id.", "Provenance would point to both."),
    ),
    _family(
        "References",
        ("error", "REF-UNKNOWN", "Reference to an unknown id or name.", "The link would be broken."),
        ("error", "REF-KIND", "Reference to an entry of another kind.", "A topic cannot contain a phase, for example."),
        ("error", "REF-AMBIGUOUS", "Name that several entries have.", "A guess could change the wrong one."),
        ("error", "REF-CYCLE", "Circular prerequisites. Subtopics inherit the prerequisites of their topic.",
         "Learners could not start with any of them."),
        ("error", "REF-PART", "Link to a part that the resource does not have.", "Readers would be sent to the wrong place."),
        ("error", "REF-TRANSLATION", "Translation of what an entry does not have, or a second one into a language.", "It would never be shown."),
        ("error", "REF-DOCUMENT", "Provenance in an unknown document.", "Readers cannot look it up."),
        ("error", "REF-LINE", "Provenance in a line without an item.", "Readers cannot look it up."),
        ("error", "BASE", "Unknown or unreadable base.", "Without it, removed ids cannot be detected."),
    ),
    _family(
        "Duplicates",
        ("error", "DUP-NAME", "Two entries of one list with the same name.", "They are probably one thing, and learners should tick it once."),
        ("warning", "DUP-ELSEWHERE", "Two entries in different places with the same name.",
         "They are one thing, or two that readers cannot tell apart."),
        ("warning", "DUP-SIMILAR", "A new entry whose name is similar to that of another.", "The roadmap may have it already."),
    ),
    _family(
        "Addresses",
        ("warning", "URL-HTTP", "An unencrypted address.", "The page can be changed in transit."),
        ("error", "URL-SCHEME", "Link in a document to something other than a web page.", "A link could run a script or open a local file."),
        ("error", "URL-TRACKER", "Address with tracking parameters.", "They tell the site where its visitors come from."),
        ("warning", "URL-IDN", "Internationalized domain name (`xn--…`).", "It may imitate a domain that people trust."),
        ("warning", "URL-SHORT", "Shortened address.", "It hides the real address, and breaks when the service closes."),
        ("error", "URL-PART", "Part of a resource without an address.",
         "The address of a part follows that of its resource, which therefore ends with `/`, unless the part is a `#place` on its page."),
        ("error", "URL-DUPLICATE", "Two entries with the same address.", "They are probably one thing."),
    ),
    _family(
        "Texts",
        ("error", "UNI-BIDI", "Bidirectional control character.", "The text is shown in a different order than it is stored."),
        ("error", "UNI-HIDDEN", "Invisible character.", "Names look the same but differ. In documents, it is a warning."),
        ("warning", "UNI-MIXEDSCRIPT", "A word that mixes Latin with Cyrillic or Greek letters.", "It looks like a different word."),
        ("error", "UNI-LINESEP", "A line or paragraph separator.", "Programs disagree on whether it ends a line. In documents, it is a warning."),
        ("warning", "UNI-FFFD", "A replacement character.", "Text was lost in an earlier conversion."),
        ("warning", "UNI-COMBINING", "Many combining marks on one character.", "They overlap the lines above and below."),
        ("warning", "TXT-MARKUP", "Text that looks like HTML, Markdown or a template.", "Texts are shown literally, so the markup would be visible."),
        ("warning", "TXT-COMMA", "A name that ends with a comma, or several names in one text.",
         "Only a comma and a space inside brackets, as in `[a, b]`, divide names. Everything else belongs to the name."),
        ("warning", "TXT-SPACES", "Extra whitespace.", "Two names look the same but differ."),
        ("warning", "TXT-LEVEL", "Level of a phase that is not one of the levels.", "Learners would see the typing error."),
        ("warning", "LIM-TITLE", "A title that is very long.", "It does not fit where titles are shown."),
    ),
    _family(
        "Teaching",
        ("warning", "MAP-REASON", "Prerequisite without a reason, where most have one.", "Learners see why a topic comes first."),
        ("warning", "MAP-IMPLIED", "Prerequisite that another one includes.", "Learners see only what a topic needs directly."),
        ("warning", "MAP-ORPHAN", "Topic without a prerequisite that is no starting point, where starting points are marked.",
         "Learners cannot see when they are ready for it."),
        ("warning", "MAP-START", "Starting point with a prerequisite.", "One of the two is wrong."),
        ("warning", "MAP-HOURS", "Phase whose topics take much more or less time than its duration.",
         "Learners plan with both. It is reported when all topics of the phase have hours and the roadmap has `hours_per_week`."),
        ("warning", "MAP-GOAL", "Goal or skill in which there is nothing to learn or do, or a goal that counts more than it covers.",
         "Learners can never reach it."),
        ("warning", "MAP-ROLE", "Role without a required skill.", "Learners cannot see what the job takes."),
        ("warning", "MAP-TWICE", "Skill that a role lists twice.", "One of the two reasons is wrong, or it is both required and optional."),
        ("warning", "MAP-SKILL", "Skill that another required skill of the role includes.",
         "A role names the ends; the means follow from the prerequisites."),
        ("warning", "MAP-PRACTICE", "Section without an exercise or project, where most have one.", "What is only read is soon forgotten."),
        ("warning", "MAP-PAID", "Topic whose resources all cost money.", "Not every learner can pay."),
        ("warning", "MAP-FREE", "Section without a free resource, where most have one.", "Not every learner can pay."),
        ("warning", "MAP-PAPER", "Paper without an arXiv identifier, a DOI or an address, where most have one.", "Readers have to search for it."),
        ("warning", "MAP-CHECKED", "Resource or paper that was last checked more than a year ago.", "Addresses move, and editions change."),
        ("warning", "MAP-FIELD", "Topic without a field that most topics have.",
         "These are the summary, level, hours, what to read and questions."),
    ),
    _family(
        "Documents",
        ("error", "SRC-NONE", "No documents found.", "There is nothing to import."),
        ("error", "SRC-OUTSIDE", "Document outside the folder of documents.",
         "Documents are published, so the manifest must not list private files."),
        ("error", "SRC-MISSING", "A file that the manifest lists is missing.", "Its items cannot be compared with the roadmap."),
        ("error", "MD-EMPTY", "Empty document.", "There is nothing to import."),
        ("error", "MD-COMMENT", "Unclosed comment.", "It would swallow the rest of the document."),
        ("error", "FM-OPEN", "Unclosed front matter.", "It would swallow the rest of the document."),
        ("error", "MD-FORMAT", "A file that is not Markdown, such as a web page, XML, JSON or a Git LFS pointer.",
         "Nothing of what it stands for would be read."),
        ("error", "MD-FENCE", "Unclosed code block.", "It would swallow the rest of the document."),
        ("warning", "FM-BROKEN", "Front matter that is not valid YAML.", "Front matter is left out, and here it may be content."),
        ("warning", "MD-NOTHING", "A document without an item.", "Nothing of it becomes part of the roadmap."),
        ("warning", "MD-DEEP", "Items nested in two others.", "The roadmap has two levels of topics, so they move up."),
        ("warning", "MD-TABLE", "A table.", "Its rows are kept as text, and do not become topics."),
        ("warning", "URL-ODD", "Link in a document to something other than a public web page.", "Its words are kept, its address is not."),
        ("warning", "URL-MORE", "A second link in one item.", "An entry has one address."),
        ("warning", "MD-NOTITLE", "A document without a title.", "Its file name is used instead."),
        ("warning", "MD-HJUMP", "A heading that skips a level.", "Its parent heading has to be guessed."),
        ("warning", "MD-ATX", "A `#` without a space after it.", "It looks like a heading, but Markdown does not treat it as one."),
        ("warning", "MD-SETEXT", "A `---` right under a line.", "Markdown turns that line into a heading."),
        ("warning", "MD-REF", "Reference link without a definition.", "The link is broken."),
        ("warning", "MD-EMPTYTASK", "Item without text.", "There is nothing to learn in it."),
        ("error", "LIM-LINES", "A document of more than 20,000 lines.", "No roadmap is that long, and it would slow down every build."),
        ("error", "LIM-TEXT", "Item that is longer than the limit for texts.", "It is probably prose, not a list item."),
        ("warning", "MOJIBAKE-DOUBT", "Characters that may be garbled.", "The repair was uncertain, so the text was left unchanged."),
        ("warning", "MOJIBAKE-LOSSY", "Question marks in place of lost characters.",
         "They were lost in an earlier conversion; only a person can restore them."),
        ("error", "COVER-DOCUMENT", "Document that has not been imported.", "Its items are missing from the roadmap."),
        ("error", "COVER-SOURCE", "Document without a source file.", "Readers cannot look it up."),
        ("error", "COVER-OUTLINE", "Document changed since its import.", "The data file describes an older version."),
        ("error", "COVER-ITEM", "Item that no entry covers.", "Nothing in a document may be lost."),
        ("error", "COVER-STALE", "Stale provenance: the document does not have these words in that line.", "Readers cannot look it up."),
    ),
    _family(
        "Editing commands",
        ("error", "EDIT", "A change that cannot be written without losing something.", "The file is left unchanged instead."),
        ("error", "EDIT-PARTS", "Entry that still contains others.", "They would be lost with it."),
        ("error", "EDIT-PLACE", "Place that an entry cannot move to.",
         "An entry cannot be inside or next to itself, and some kinds are never inside another."),
        ("error", "EDIT-INTO", "Entry that is merged into itself or its own part, or split into fewer than two parts.",
         "Progress needs another entry to move to."),
    ),
    _family(
        "Suggestion forms",
        ("error", "FORM-NONE", "No form found, or an invalid form.", "Without the form, the answers of an issue have no meaning."),
        ("error", "FORM-EVENT", "The file is not the event of a suggestion.", "The suggestion and its form are unknown."),
        ("error", "FORM-FIELD", "Missing or invalid answer.", "The suggestion would have to be guessed."),
        ("error", "FORM-PERSON", "Suggestion that cannot be applied automatically.", "It needs a maintainer."),
    ),
    _family(
        "A site's own texts",
        ("error", "STR-SYNTAX", "File of texts that is not a JSON object.", "None of its texts could be used."),
        ("error", "STR-KEY", "Unknown text.", "It would never be shown."),
        ("error", "STR-SHAPE", "Plain text in place of plural forms, or the reverse.", "The program could not choose between them."),
        ("error", "STR-PLACEHOLDER", "Unknown or missing placeholder.", "A value would be missing from the text."),
    ),
    _family(
        "New projects, exports and the study guide",
        ("error", "INIT-EXISTS", "`roadmap init` would overwrite an existing file.", "Existing files are never overwritten."),
        ("error", "INIT-SITE", "`roadmap init` needs you to add the roadmap to an existing site.",
         "A configuration is changed only with a confirmation, and only where this cannot break it."),
        ("error", "EXPORT-FOLDER", "Folder that cannot take an export.", "The export would mix with other files."),
        ("error", "EXPORT-FOREIGN", "Existing file that is not from an export.", "Existing files are never overwritten."),
        ("error", "EXPORT-CHANGED", "Exported file that was changed by hand.", "The change would be lost. `--force` overwrites it."),
        ("error", "EXPORT-LINK", "Symbolic link among the handwritten pages that leads out of the project.",
         "Its target would be published, even if it is a private file."),
        ("error", "EXPORT-MARKER", "Unreadable list of exported files.", "Without it, exported files cannot be told from others."),
        ("error", "EXPORT-PAGE", "Handwritten page with the path of a generated page.", "One of them would be lost."),
        ("error", "MACRO", "Error in a macro of a handwritten page.", "The page cannot be rendered."),
        ("error", "GUIDE", "The study guide cannot be typeset.", "A text needs something that the PDF standard does not allow."),
    ),
    _family(
        "Progress files and shared links",
        ("error", "JSON-EMPTY", "Empty progress file.", "There is nothing to import."),
        ("error", "JSON-SYNTAX", "Invalid JSON.", "The file was cut off or edited by mistake."),
        ("error", "JSON-DUPLICATE", "Duplicate key in a JSON object.", "Parsers disagree on which value counts."),
        ("error", "PRG-ROOT", "JSON that is not a progress file.", "Another file was probably chosen by mistake."),
        ("error", "PRG-FORMAT", "File of another format.", "Another file was probably chosen by mistake."),
        ("error", "PRG-VERSION", "Missing or newer version of the progress format.", "Data in a newer format may have another meaning."),
        ("error", "PRG-TYPE", "Invalid value in a progress file.", "Only valid records are imported."),
        ("error", "PRG-ID", "Invalid path of a record in a progress file.", "Only valid records are imported."),
        ("error", "PRG-PLAN", "Invalid plan in a progress file.", "Only valid records are imported."),
        ("warning", "PRG-SITE", "Progress of another roadmap.", "Only ids that both roadmaps have are shown."),
        ("warning", "PRG-SUM", "Wrong checksum.", "The file is damaged, or was edited by hand."),
        ("warning", "PRG-TIME", "Date in the future.", "It would override every later change, so the current time is used."),
        ("warning", "PRG-ORPHAN", "Progress of ids that the roadmap does not have.", "It is kept, and exported again."),
        ("error", "LIM-ITEMS", "Too many records in a progress file.", "The limit protects the browser's storage."),
        ("error", "LIM-NOTE", "Text in a progress file that is too long.", "The limit protects the browser's storage."),
        ("error", "URLSTATE", "Invalid or damaged link to shared progress.", "Part of the link was lost, or it was made by a newer version."),
    ),
)  # fmt: skip

# Codes that were renamed; their old names are in logs, bookmarks and discussions.
FORMER_CODES = {"ID-HEIRS": "ID-SUCCESSORS", "COVER-ASTRAY": "COVER-STALE"}

RULES = {rule.code: rule for family in FAMILIES for rule in family.rules}


def rule_of(code: str) -> Rule:
    """The rule with that code, or the code it had before; an unlisted code that begins with ``SCH-`` stands for a field.

    >>> rule_of("ID-HEIRS").code, rule_of("SCH-HOURS").code
    ('ID-SUCCESSORS', 'SCH-FIELD')

    Raises:
        KeyError: for an unknown code.
    """
    code = FORMER_CODES.get(code, code)
    return RULES.get(code) or RULES[FIELD if code.startswith("SCH-") else code]


def is_error(problem: Problem) -> bool:
    """Whether a problem is an error, not a warning."""
    return rule_of(problem.code).severity is Severity.ERROR
