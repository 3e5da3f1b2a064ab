"""How people write roadmaps: small rules, one convention each, that read a line without knowing its document.

Every rule takes a line's words and gives back what it found and the words that are left. Each has an example, which
is run as a test.
"""

import re
import unicodedata

BOX = re.compile(r"\[[ xX]\]\s*")
NUMBER = re.compile(r"(\d{1,4}(?:\.\d{1,4}){1,6})\.?\s+(?=\S)|(\d{1,4})[.)]\s+(?=\S)")
KEYCAP = re.compile(r"(?:\d\ufe0f?\u20e3|\d(?=\d{0,3}\ufe0f?\u20e3)){1,4}\s*")
UNIT = re.compile(r"(?:(final)\s+)?(phase|step|month|week|stage|level|part|module)(?:\s+(\d{1,4}|[ivx]{1,6}))?\s*[:.–—-]\s*(?=\S)", re.IGNORECASE)
LEVEL = re.compile(
    r"\s*\(((?:absolute\s+)?(?:beginner|intermediate|advanced|expert|novice)s?(?:\s*(?:to|-|–|/)\s*(?:intermediate|advanced|expert)s?)?)\)\s*$",
    re.IGNORECASE,
)
OPTIONAL = re.compile(r"\s*\((optional(?:\s+[^()]*)?)\)\s*$", re.IGNORECASE)
FIELD = re.compile(r"^(goals?|objective|duration|time|level|last updated|updated)\s*:\s*(.+)$", re.IGNORECASE)
BLANK = re.compile(r"_{3,}")
CHOICES = re.compile(r"\[[ xX]\]\s*([^\[\]]+)")
CHAT = re.compile(r"^(would you like|do you want|shall i|should i|let me know|want me to|i hope this)\b", re.IGNORECASE)


def take_box(text: str) -> tuple[bool, str]:
    """A checkbox at the beginning.

    >>> take_box("[ ] Chain rule")
    (True, 'Chain rule')
    """
    if found := BOX.match(text):
        return True, text[found.end() :]
    return False, text


def take_number(text: str) -> tuple[str | None, str]:
    """The number in front: `1.`, `1.1.2`, or keycaps.

    >>> take_number("1.1.1.1 Vectors and matrices"), take_number("3. Phase 3: Basics")
    (('1.1.1.1', 'Vectors and matrices'), ('3', 'Phase 3: Basics'))
    >>> take_number("1\\ufe0f\\u20e3 Mathematics"), take_number("10\\ufe0f\\u20e3 Ethics")
    (('1', 'Mathematics'), ('10', 'Ethics'))
    >>> take_number("3D and motion")
    (None, '3D and motion')
    """
    if "\u20e3" in text and (found := KEYCAP.match(text)):
        return re.sub(r"\D", "", found.group()), text[found.end() :]
    if found := NUMBER.match(text):
        return found[1] or found[2], text[found.end() :]
    return None, text


def take_decoration(text: str) -> tuple[str, str]:
    """Emoji and ticks around a line's words; they decorate and are not part of the name.

    >>> take_decoration("✅ Programming Basics")
    ('✅', 'Programming Basics')
    >>> take_decoration("C++"), take_decoration("keep building! 🚀")
    (('', 'C++'), ('🚀', 'keep building!'))
    """
    start, end = 0, len(text)
    while start < end and _decorates(text, start):
        start += 1
    while end > start and _decorates(text, end - 1):
        end -= 1
    if start == end:
        return "", text
    return (text[:start] + text[end:]).strip(), text[start:end]


def _decorates(text: str, at: int) -> bool:
    sign = text[at]
    if sign in "\ufe0f\u200d" or 0x1F3FB <= ord(sign) <= 0x1F3FF or 0xE0020 <= ord(sign) <= 0xE007F:
        return True
    return sign.isspace() or unicodedata.category(sign) == "So"


def take_unit(text: str) -> tuple[str | None, str | None, str]:
    """Phase, step, month or week in front of a heading: the unit, its number, the rest.

    >>> take_unit("Phase 3: Deep Learning"), take_unit("Final Step: Projects")
    (('phase', '3', 'Deep Learning'), ('step', 'final', 'Projects'))
    >>> take_unit("Week 12: Final Project - Build it")
    ('week', '12', 'Final Project - Build it')
    """
    found = UNIT.match(text)
    if not found or not (found[1] or found[3]):
        return None, None, text
    return found[2].lower(), (found[1] or found[3]).lower(), text[found.end() :]


def take_level(text: str) -> tuple[str | None, str]:
    """A level in parentheses at the end.

    >>> take_level("Foundations (Beginner)"), take_level("Roadmap (Beginner to Advanced)")
    (('Beginner', 'Foundations'), ('Beginner to Advanced', 'Roadmap'))
    """
    if found := LEVEL.search(text):
        return found[1], text[: found.start()]
    return None, text


def take_optional(text: str) -> tuple[bool, str]:
    """Whether it is marked as optional; the mark stays in the words, for it may say more.

    >>> take_optional("Big Data Basics (Optional but useful)")
    (True, 'Big Data Basics')
    """
    if found := OPTIONAL.search(text):
        return True, text[: found.start()]
    return False, text


def take_field(text: str) -> tuple[str | None, str]:
    """A line that states one thing about what it stands under.

    >>> take_field("Duration: 6-8 weeks"), take_field("Goal: Understand it.")
    (('duration', '6-8 weeks'), ('goal', 'Understand it.'))
    """
    if found := FIELD.match(text):
        name = found[1].lower()
        names = {"goals": "goal", "objective": "goal", "time": "duration", "last updated": "updated"}
        return names.get(name, name), found[2]
    return None, text


def is_form_field(text: str) -> bool:
    """A blank to fill in, or a row of boxes to choose from.

    >>> is_form_field("Start Date: ____________"), is_form_field("Phase 1: [ ] Not Started [ ] Completed")
    (True, True)
    """
    return bool(BLANK.search(text)) or len(CHOICES.findall(text)) > 1


def is_chat(text: str) -> bool:
    """A question to whoever asked for the document; no part of it.

    >>> is_chat("Would you like a detailed study plan?")
    True
    """
    return bool(CHAT.match(text)) and text.rstrip().endswith(("?", "!", "."))


def is_label(text: str) -> bool:
    """A line that only names what follows.

    >>> is_label("Key Concepts:"), is_label("Python: NumPy")
    (True, False)
    """
    return text.rstrip().endswith(":")
