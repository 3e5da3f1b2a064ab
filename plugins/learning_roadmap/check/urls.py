"""Web addresses with tracking parameters, of URL shorteners, or used twice."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from learning_roadmap.datafile import Mark, Placed, texts, value_edit
from learning_roadmap.diagnostics import Problem, excerpt
from learning_roadmap.model import paper_address

# Names of parameters, in a query or in a fragment.
NAMES = re.compile(r"[?&;#]([^?&;#=]+)")
# Parameters that only identify where a visitor comes from.
TRACKERS = frozenset(
    "fbclid gclid dclid gbraid wbraid msclkid twclid ttclid yclid igshid igsh mc_cid mc_eid _hsenc _hsmi vero_id oly_enc_id oly_anon_id "
    "wickedid s_cid ref_src ref_url si spm".split()
)
SHORTENERS = frozenset(
    "bit.ly bitly.com buff.ly cutt.ly goo.gl is.gd lnkd.in ow.ly rb.gy rebrand.ly shorturl.at t.co t.ly tiny.cc tinyurl.com".split()
)


def url_problems(entries: Iterable[Placed], file: str, lines: Sequence[str] = ()) -> Iterator[Problem]:
    """Problems with the addresses of all entries. The file's ``lines`` are needed to offer repairs."""
    seen: dict[str, tuple[Placed, Mark]] = {}
    for entry in entries:
        for url, mark in texts(entry.block, "url"):
            try:
                parts = urlsplit(url)
                clean = without_trackers(url)
            except ValueError:
                continue  # not an address: the schema reports it
            if clean != url:
                edit = value_edit(lines, mark, url, clean)
                trackers = [f"'{name}'" for name in dict.fromkeys(NAMES.findall(unquote(url))) if _tracks(name, parts.hostname or "")]
                message = f"the address has {'a tracking parameter' if len(trackers) == 1 else 'tracking parameters'}: {excerpt(', '.join(trackers))}"
                yield Problem.at(file, mark, "URL-TRACKER", message, f"use {clean}", edit=edit)
            if (parts.hostname or "").removeprefix("www.") in SHORTENERS:
                message = f"shortened address: {excerpt(url)}"
                yield Problem.at(file, mark, "URL-SHORT", message, "use the address that it redirects to")
            if "xn--" in (parts.hostname or ""):
                message = f"the domain decodes to {excerpt(_decoded_host(parts.hostname or ''))}"
                yield Problem.at(file, mark, "URL-IDN", message, "check that this is the site you mean, and not a lookalike")
        # A paper's identifiers are addresses, too.
        for address, mark in (text for name in ("url", "arxiv", "doi") for text in texts(entry.block, name)):
            try:
                same = paper_address(address) or comparable(address)
            except ValueError:
                continue
            other, other_mark = seen.setdefault(same, (entry, mark))
            if other is not entry:
                message = f"'{other.id}' in line {other_mark[0]} has the same address"
                yield Problem.at(file, mark, "URL-DUPLICATE", message, "if they are the same, merge them; otherwise, link each to its own page")


def without_trackers(url: str) -> str:
    """The address without tracking parameters.

    >>> without_trackers("https://example.org/a?utm_source=x&page=2#b")
    'https://example.org/a?page=2#b'
    """
    parts = urlsplit(url)
    if parts.fragment and all(_tracks(part.partition("=")[0], "") for part in re.split("[&;]", parts.fragment)):
        return without_trackers(urlunsplit(parts._replace(fragment="")))
    if ";" in parts.query:
        parts = parts._replace(query=parts.query.replace(";", "&"))
    other_parameters = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(name, parts.hostname or "")]
    if len(other_parameters) == len(parse_qsl(parts.query, keep_blank_values=True)):
        return url
    return urlunsplit(parts._replace(query=urlencode(other_parameters)))


def _tracks(name: str, host: str) -> bool:
    name = name.casefold()
    is_affiliate = name == "tag" and ".amazon." in f".{host}"
    return name.startswith("utm_") or name in TRACKERS or is_affiliate


def comparable(url: str) -> str:
    """A form that is equal for equivalent addresses.

    >>> comparable("http://www.example.org/a/") == comparable("https://example.org/a?utm_medium=x")
    True
    """
    parts = urlsplit(without_trackers(url))
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    return urlunsplit(("", (parts.hostname or "").removeprefix("www.") + port, parts.path.rstrip("/"), query, parts.fragment))


def _decoded_host(host: str) -> str:
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host
