"""Every rule that a message can cite: its code, how grave it is, what it says and why. The page of checks is made of this."""

from dataclasses import dataclass
from enum import StrEnum

from learning_roadmap.diagnostics.problem import Problem


class Severity(StrEnum):
    """An error stops everything; a warning is for a person to look at."""

    ERROR = "error"
    WARNING = "warning"


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
        ("error", "FILE", "A file cannot be read or written.", "Its path, its rights or the disk stand in the way."),
        ("error", "ENC-UTF8", "A byte that is not UTF-8.", "Guessing an encoding loses signs without a word."),
        ("error", "ENC-UTF16", "A file in UTF-16.", "UTF-8 is the one encoding that all tools agree on."),
        ("error", "ENC-BINARY", "A file that is no text.", "A picture or a program was named by mistake."),
        ("error", "ENC-CONTROL", "A control character.", "It can steer a terminal, or hide what a line says."),
        ("error", "ENC-NONCHAR", "A code point that is no character.", "It cannot be exchanged between programs."),
        ("warning", "EOL", "Line ends of the old Mac (CR).", "Most tools see one endless line."),
        ("error", "VCS-CONFLICT", "Markers of a merge conflict.", "Two versions stand side by side, and nobody has chosen."),
        ("error", "LIM-SIZE", "A file that is too large.", "A limit keeps a slip, or malice, from taking the machine along."),
        ("error", "LIM-DEPTH", "Something nested too deep.", "No roadmap needs it, and readers of all kinds break on it."),
    ),
    _family(
        "YAML",
        ("error", "YML-EMPTY", "An empty data file.", "A roadmap has a format, an id and a title at least."),
        ("error", "YML-SYNTAX", "A slip in YAML's own grammar.", "Mostly indentation, a quote left open, or a colon inside a text."),
        ("error", "YML-INDENT", "A tab or an odd space in the indentation.", "It looks like a space and is none."),
        ("error", "YML-HASH", "A text that a ` #` cuts short.", "YAML takes the rest for a comment and drops it silently."),
        ("error", "YML-SMARTQUOTE", "A text in curly quotes.", "They look like quotes and quote nothing."),
        ("error", "YML-LINES", "An unquoted text over several lines.", "A text is one line; what was meant cannot be told."),
        ("error", "YML-DUPKEY", "A field that stands twice in one entry.", "YAML keeps the last and drops the first silently."),
        ("error", "YML-ALIAS", "An anchor, an alias or a merge key.", "A few bytes of them can grow to gigabytes."),
        ("error", "YML-TAG", "A tag such as `!!python/name`.", "Values are plain text; tags can ask a reader to run code."),
        ("error", "YML-DIRECTIVE", "A `%` directive.", "It changes how the rest is read."),
        ("error", "YML-MULTIDOC", "A second document in the file.", "Everything after the `---` would be overlooked."),
    ),
    _family(
        "The form of the data",
        ("error", "SCH-ROOT", "A file that is not a mapping of fields.", "It begins with `format`, `id` and `title`."),
        ("error", "SCH-VERSION", "A format that this program does not know.", "Newer data may mean something else."),
        ("error", "SCH-KEY", "A field that there is not.", "A slip in its name would silently lose what it holds."),
        ("error", FIELD, "A field that is missing, or holds what it cannot hold; the code ends in its name: `SCH-TITLE`, `SCH-HOURS`.",
         "The schema says what each field takes."),
        ("error", "URL", "Something that is no public web address.",
         "Only http(s) to a public host is linked to: no scripts, files, user names or private networks."),
        ("warning", "FMT", "The file is not in its canonical form.", "In one form, a change shows what changed and nothing else."),
    ),
    _family(
        "Ids",
        ("error", "ID-DUPLICATE", "An id that stands twice.", "A tick could not know where it belongs."),
        ("error", "ID-REUSED", "An id in use that the history says is gone.", "Old ticks would land on another thing."),
        ("error", "ID-HEIRS", "A retired id with heirs, or a merged or split one without.", "Ticks must know where to go."),
        ("error", "ID-GONE", "An id of the base that is gone without a word.", "Whoever ticked it would lose the tick."),
        ("error", "ID-FORGOTTEN", "A line of the history that is gone.", "Ticks from before it would lose their way."),
        ("error", "ID-KIND", "An id that now means another kind of thing.", "A ticked topic is no ticked book."),
        ("error", "ID-BACK", "An id that was gone and is used again.", "Old ticks would land on it, whatever it is now."),
        ("error", "ID-ROADMAP", "The id of the whole roadmap has changed.", "All ticks are kept under it: everybody would lose all of them."),
        ("error", "ID-HISTORY", "A line of the history that says something else than before, or of an id that never was.",
         "Ticks would be led astray."),
        ("warning", "ID-RETITLED", "An id whose title has changed altogether.", "It may be another thing under an old id."),
        ("warning", "ID-SUBTOPICS", "A topic of the base that now holds topics.",
         "Learners' ticks of it go to its subtopics; any that are added later show as new since they finished it."),
        ("warning", "ID-LEAF", "A topic of the base that no longer holds topics.",
         "It is ticked by itself again, and begins as what its subtopics came to."),
        ("error", "ID-DOCUMENT", "Two documents with one id.", "Provenance would point at both."),
    ),
    _family(
        "References",
        ("error", "REF-UNKNOWN", "A reference to something that is not there.", "The link would lead nowhere."),
        ("error", "REF-CYCLE", "Needs that go in a circle, by way of what a topic is part of too.", "Nobody could begin."),
        ("error", "REF-DOCUMENT", "Provenance in a document that is not there.", "Nobody could look it up."),
        ("error", "REF-LINE", "Provenance in a line that has no item.", "Nobody could look it up."),
        ("error", "BASE", "A base to compare with that cannot be had.", "Without it, nobody knows which ids are gone."),
    ),
    _family(
        "Twice the same",
        ("error", "DUP-NAME", "Two entries of one list with the same name.", "It is one thing, to be ticked once."),
        ("warning", "DUP-ELSEWHERE", "Two entries in different places with the same name.", "One thing twice, or two that nobody can tell apart."),
        ("warning", "DUP-SIMILAR", "A new entry with nearly the name of another.", "It may be there already."),
    ),
    _family(
        "Addresses",
        ("warning", "URL-HTTP", "An unencrypted address.", "What is read there can be changed on the way."),
        ("error", "URL-SCHEME", "A document links to something other than the web.", "A link could run a script or read a file."),
        ("error", "URL-TRACKER", "An address with parameters that track.", "Learners are nobody's campaign."),
        ("warning", "URL-IDN", "A host whose letters are written in another way (`xn--…`).", "It may look like a host that people trust."),
        ("warning", "URL-SHORT", "An address of a shortener.", "It hides where it leads, and dies with its owner."),
        ("error", "URL-DUPLICATE", "Two entries with the same address.", "It is one thing, to be found once."),
    ),
    _family(
        "Texts",
        ("error", "UNI-BIDI", "A sign that turns the order of a text around.", "What is shown is not what is there."),
        ("error", "UNI-HIDDEN", "An invisible sign without business in the text.", "Names look the same and are not. In documents, a warning."),
        ("warning", "UNI-MIXEDSCRIPT", "A word of Latin letters with Cyrillic or Greek ones among them.", "It looks like another word."),
        ("error", "UNI-LINESEP", "A line or paragraph separator.", "Programs do not agree whether a line ends there. In documents, a warning."),
        ("warning", "UNI-FFFD", "A replacement character.", "Text was lost before it came here."),
        ("warning", "UNI-COMBINING", "A pile of combining marks.", "It runs over the lines above and below."),
        ("warning", "TXT-MARKUP", "What looks like HTML, Markdown or a template.", "Texts are shown as they stand: the markup would be seen."),
        ("warning", "TXT-SPACES", "Spaces at an end of a text, or several in a row.", "Two names look the same and are not."),
        ("warning", "LIM-TITLE", "A title that is very long.", "It does not fit where titles stand."),
    ),
    _family(
        "Documents",
        ("error", "SRC-NONE", "No document to read.", "There is nothing to do."),
        ("error", "SRC-OUTSIDE", "A document outside of the folder of documents, named in the manifest or linked to.",
         "What a document says becomes public: any file of the machine could be named."),
        ("error", "SRC-MISSING", "The manifest lists a file that is not there.", "Its items could not be compared."),
        ("error", "MD-EMPTY", "A document without content.", "There is nothing to import."),
        ("error", "MD-COMMENT", "A comment that never ends.", "It would swallow the rest of the document."),
        ("error", "FM-OPEN", "Front matter that never ends.", "It would swallow the rest of the document."),
        ("warning", "MD-NOTITLE", "A document without a title.", "It is then called after its file."),
        ("warning", "MD-HJUMP", "A heading that skips a level.", "What it belongs to is a guess."),
        ("warning", "MD-ATX", "A `#` without a space after it.", "It is no heading then, though it looks like one."),
        ("warning", "MD-SETEXT", "A `---` right under a line.", "It makes a heading of that line."),
        ("warning", "MD-REF", "A reference link without its definition.", "The link leads nowhere."),
        ("warning", "MD-EMPTYTASK", "An item without words.", "There is nothing to learn in it."),
        ("error", "LIM-LINES", "A document of more than 20,000 lines.", "It is no roadmap, and it would hold up everybody else."),
        ("error", "LIM-TEXT", "An item that is longer than any text may be.", "It is no item of a list."),
        ("warning", "MOJIBAKE-DOUBT", "Signs that may be garbled.", "The repair was not certain, so it was not made."),
        ("warning", "MOJIBAKE-LOSSY", "Question marks where signs stood.", "They were lost before; only a person can mend it."),
        ("error", "COVER-DOCUMENT", "A document that the data file does not know.", "Its items would be missing."),
        ("error", "COVER-SOURCE", "A document in the data file that is not among the sources.", "Nobody could look up what it is said to say."),
        ("error", "COVER-OUTLINE", "A document that has changed since its import.", "The data file speaks of an older one."),
        ("error", "COVER-ITEM", "An item of a document that no entry names.", "Nothing of a document is lost."),
        ("error", "COVER-ASTRAY", "Provenance whose words the document does not say.", "Nobody could look it up."),
        ("error", "EDIT", "A layout into which a change does not fit.", "Rather nothing is written than something else."),
    ),
    _family(
        "Suggestions made with a form",
        ("error", "FORM-NONE", "A folder without forms.", "Nobody could tell what an issue's answers mean."),
        ("error", "FORM-EVENT", "A file that is not the event of a suggestion.", "It is not known what was suggested, or by which form."),
        ("error", "FORM-FIELD", "An answer that is missing, or is none of the choices.", "The rest would be a guess."),
        ("error", "FORM-PERSON", "A suggestion that no command can carry out.", "It needs somebody who understands it."),
    ),
    _family(
        "A site's own words",
        ("error", "STR-SYNTAX", "A file of words that is not a JSON object.", "None of its words could be used."),
        ("error", "STR-KEY", "A text that the catalogue does not have.", "Nobody would ever see it."),
        ("error", "STR-SHAPE", "A plain text where there are plural forms, or the other way round.", "The program could not choose between them."),
        ("error", "STR-PLACEHOLDER", "A placeholder that is unknown or missing.", "A value would have no place, or a place no value."),
    ),
    _family(
        "New projects and exports",
        ("error", "INIT-EXISTS", "`roadmap init` would write over a file.", "What is there is somebody's work."),
        ("error", "EXPORT-FOLDER", "A folder that an export cannot go to.", "It would mix with other files."),
        ("error", "EXPORT-FOREIGN", "A file or folder of another origin in the export's way.", "What is there is somebody's work."),
        ("error", "EXPORT-CHANGED", "An exported file that was changed by hand.", "The change would be lost; `--force` says that it may be."),
        ("error", "EXPORT-LINK", "A link among the handwritten pages that leads out of the project.",
         "What it leads to would be published: any file of the machine, if need be."),
        ("error", "EXPORT-MARKER", "The list of exported files cannot be read.", "Without it, nobody knows which files are the export's."),
        ("error", "EXPORT-PAGE", "A handwritten page in the place of a page of the roadmap.", "One of them would be lost."),
    ),
)  # fmt: skip

RULES = {rule.code: rule for family in FAMILIES for rule in family.rules}


def rule_of(code: str) -> Rule:
    """The rule with that code; what begins with ``SCH-`` and is none of its own stands for a field."""
    return RULES.get(code) or RULES[FIELD if code.startswith("SCH-") else code]


def is_error(problem: Problem) -> bool:
    """Whether a problem is an error, and no warning."""
    return rule_of(problem.code).severity is Severity.ERROR
