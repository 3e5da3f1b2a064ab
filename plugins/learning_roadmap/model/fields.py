"""The types of field values: ids, one-line texts, web addresses, durations."""

import re
from datetime import date
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit

from pydantic import AfterValidator, BeforeValidator, Field

from learning_roadmap.diagnostics import Invalid

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
# Year, month and number: four digits until 2014, five since then.
ARXIV_PATTERN = (
    r"^(?:(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{5}"
    r"|[a-z]+(?:-[a-z]+)*(?:\.[A-Z]{2})?/\d{7})(?:v[1-9]\d?)?$"
)
DOI_PATTERN = r"^10\.\d{4,9}(?:\.\d+)*/\S+$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"
SINCE_PATTERN = r"^\d{4}(?:-(?:0[1-9]|1[0-2]))?$"

# Names of properties of JavaScript objects; the client uses ids as keys.
RESERVED_IDS = frozenset({"constructor", "prototype", "valueof", "tostring", "hasownproperty"})

# Control characters, bidirectional overrides, U+2028/2029, lone surrogates and non-characters
# break a line, hide text, or cannot be stored.
FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0010fffe\U0010ffff\ud800-\udfff]"
)


# Suffixes that no public host has.
PRIVATE_SUFFIXES = (".local", ".localdomain", ".internal", ".localhost", ".lan", ".home", ".corp", ".home.arpa", ".test", ".invalid", ".onion")


def check_id(value: str) -> str:
    if value in RESERVED_IDS:
        raise Invalid(f"'{value}' is a reserved name", f"choose another id, for example '{value}-topic'")
    return value


def check_plain_text(value: str) -> str:
    # No printable character is forbidden, and most texts have no others. This takes a fifth of the time of the pattern.
    if value.isprintable() and value.strip():
        return value
    if "\n" in value:
        raise Invalid(
            "the text has a line break, and a text is one line", "write it on one line; or begin it with '>-', not '|', without an empty line in it"
        )
    if forbidden := FORBIDDEN.search(value):
        code = f"U+{ord(forbidden.group()):04X}"
        raise Invalid(f"control or invisible character {code} in the text", "delete it; a text is one line")
    if not value.strip():
        raise Invalid("the text is empty", "write something, or leave the field out")
    return value


def _absolute(value: str, scheme: str) -> str:
    """What to do with an address that is not one of the web."""
    if scheme == "file" or re.match(r"[/~\\]|[A-Za-z]:[/\\]", value):
        return "others cannot open a file on your computer: use the address of a web page, or remove the line"
    if not scheme and len(value) <= 100 and re.match(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/|$)", value):
        return f"write it as https://{value}"
    return "write it as https://example.org/page"


def check_url(value: str) -> str:
    """An absolute web address that is safe to link to.

    Raises:
        Invalid: for another scheme than http(s), a missing or private host, or odd characters.
    """
    plain = unquote(value)
    if value.endswith(("…", "...")):
        raise Invalid("the address is cut off at its end", "copy the whole address from the page itself")
    if FORBIDDEN.search(plain) or re.search(r"\s", value):
        fix = "copy the address again, or write %20 for each space in it" if " " in value.strip() else "remove it, or copy the address again"
        raise Invalid("the address contains a space or a control character", fix)
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        raise Invalid("not a valid web address", "write it as https://example.org/page") from None
    if parts.scheme not in ("https", "http"):
        raise Invalid("the address does not begin with https:// or http://", _absolute(value, parts.scheme))
    if "@" in parts.netloc:
        raise Invalid("the address contains a user name", "remove everything between // and the host name")
    if not host.isascii():
        punycode = ".".join(label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in host.split("."))
        raise Invalid(f"the host name is not ASCII; its ASCII form is {punycode}", "use the ASCII form, if this is the site you mean")
    if not re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", host):
        raise Invalid("the address has no public host name", "write it as https://example.org/page")
    if host.endswith(PRIVATE_SUFFIXES):
        raise Invalid("the host name is not public", "link to a public page")
    return value


def check_relative(value: str) -> str:
    """The address of a part, relative to its resource: a path, a query or a fragment.

    Raises:
        Invalid: for an absolute address, a path that leads out of the resource, or odd characters.
    """
    plain = unquote(value)
    # An encoded space is common in the names of files, and harmless in a path.
    if FORBIDDEN.search(plain) or re.search(r"\s", value) or "\\" in plain:
        raise Invalid("the address contains a space, a backslash or a control character", "remove it, or copy the address again")
    if re.match(r"[a-z][a-z0-9+.-]*:|/", plain, re.IGNORECASE) or ".." in re.split("[/?#]", plain):
        raise Invalid("the address of a part is relative to that of its resource", "write only what follows the resource's address")
    return value


def check_arxiv(value: str) -> str:
    """An identifier of arXiv, in the form of today or of before 2007.

    Raises:
        Invalid: for anything else.
    """
    if not re.fullmatch(ARXIV_PATTERN, value):
        raise Invalid("not an arXiv identifier", "write it as 2106.09685 or cs/0112017, without 'arXiv:'")
    return value


def check_doi(value: str) -> str:
    """A digital object identifier.

    Raises:
        Invalid: for anything else.
    """
    if not re.fullmatch(DOI_PATTERN, value) or FORBIDDEN.search(value):
        raise Invalid("not a DOI", "write it as 10.1000/182, without 'https://doi.org/'")
    return value


def check_day(value: Any) -> Any:
    """A calendar day as text. Without this check, a number would be read as seconds since 1970.

    Raises:
        Invalid: for a text of another form.
    """
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise Invalid("not a date", "write year, month and day, as in 2026-11-21")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise Invalid("not a day of the calendar", "write a day that exists, as in 2026-11-21") from None
    return value


def check_since(value: str) -> str:
    """A year, or a month of a year.

    Raises:
        Invalid: for anything else.
    """
    if not re.fullmatch(SINCE_PATTERN, value):
        raise Invalid("not a year or month", "write it as 2023 or 2023-06")
    return value


Id = Annotated[
    str,
    Field(
        pattern=ID_PATTERN,
        max_length=80,
        description="Permanent id: lower-case letters, digits and hyphens. Never changed, never reused.",
        examples=["gradient-descent"],
    ),
    AfterValidator(check_id),
]
Language = Annotated[str, Field(pattern=LANGUAGE_PATTERN, max_length=20, description="Language code, as that of the site's option.", examples=["zh"])]
Text = Annotated[str, Field(min_length=1, max_length=4000, description="One line of plain text."), AfterValidator(check_plain_text)]
Url = Annotated[str, Field(max_length=2000, description="Web address, preferably https."), AfterValidator(check_url)]
Hours = Annotated[float, Field(gt=0, le=10_000, allow_inf_nan=False, description="Hours of study.")]
WeeklyHours = Annotated[float, Field(gt=0, le=168, allow_inf_nan=False, description="Hours of study in a week.")]
Relative = Annotated[
    str, Field(min_length=1, max_length=1000, description="Address, relative to that of the resource."), AfterValidator(check_relative)
]
Arxiv = Annotated[
    str,
    Field(max_length=40, description="Identifier on arXiv.", examples=["2106.09685", "cs/0112017"], json_schema_extra={"pattern": ARXIV_PATTERN}),
    AfterValidator(check_arxiv),
]
Doi = Annotated[
    str,
    Field(max_length=200, description="Digital object identifier.", examples=["10.1000/182"], json_schema_extra={"pattern": DOI_PATTERN}),
    AfterValidator(check_doi),
]
Day = Annotated[date, BeforeValidator(check_day)]
Since = Annotated[
    str,
    Field(description="Year or month.", examples=["2023", "2023-06"], json_schema_extra={"pattern": SINCE_PATTERN}),
    AfterValidator(check_since),
]
LineNumber = Annotated[int, Field(ge=1, le=10_000_000, description="Line number in the source document, counted from 1.")]


WEEKS = re.compile(r"(\d+)(?:\s*[-–—]\s*(\d+))?\s*\+?\s*weeks?", re.IGNORECASE)


def weeks(duration: str | None) -> tuple[int, int] | None:
    """The shortest and longest number of weeks that a duration such as ``6-8 weeks`` names.

    >>> weeks("6-8 weeks"), weeks("3 weeks"), weeks("Ongoing")
    ((6, 8), (3, 3), None)
    """
    if not duration or not (match := WEEKS.search(duration)):
        return None
    low = int(match[1])
    return low, int(match[2] or low)
