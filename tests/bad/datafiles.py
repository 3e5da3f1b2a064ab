"""Data files that are invalid, unusual or hostile, by what is wrong with them."""

from tests.bad.case import Case, reject, take, warn

TOP = "format: 2\nid: bread\ntitle: Bread\n"  # lines 1 to 3
HEAD = TOP + "phases:\n- id: p1\n  title: Dough\n  sections:\n  - id: s1\n    title: Basics\n    topics:\n"  # to line 10
ONE = "    - id: t1\n      title: Kneading\n"  # lines 11 and 12
TWO = "    - id: t2\n      title: Proving\n"


def topic(*lines: str) -> str:
    return HEAD + "".join(f"    {line}\n" for line in lines)


def two_sections(first: str, second: str, fields: str = "") -> str:
    """A section with the topic t1 and one with t2; the prerequisite of each section, and more fields of t2."""
    return (
        TOP
        + "phases:\n- id: p1\n  title: Dough\n  sections:\n"
        + "".join(
            f"  - {{id: s{number}, title: S{number}, needs: [{f'{{topic: {need}}}' if need else ''}], topics: [{{id: t{number}, title: T{number}{more}}}]}}\n"
            for number, need, more in ((1, first, ""), (2, second, f", {fields}" if fields else ""))
        )
    )


def titled(title: str) -> str:
    return topic("- id: t1", f"  title: {title}")


def with_url(url: str) -> str:
    return TOP + f"resources:\n- id: r1\n  title: R\n  kind: book\n  url: {url}\n"  # the address in line 8


def resources(*urls: str) -> str:
    return TOP + "resources:\n" + "".join(f"- {{id: r{at}, title: R{at}, kind: book, url: '{url}'}}\n" for at, url in enumerate(urls))


PARTS = "resources:\n- id: r1\n  title: R\n  kind: book\n  url: https://example.org/book/\n  parts:\n  - {id: one, title: One, at: one.html}\n"
LAUGHS = "a0: &a0 [x]\n" + "".join(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 10)}]\n" for at in range(1, 9))

SYNTAX: list[Case] = [
    reject("an empty data file", "", ("YML-EMPTY", 1)),
    reject("a single word instead of a mapping", "hello\n", ("SCH-ROOT", 1)),
    reject("two YAML documents", HEAD + ONE + "---\nformat: 2\n", ("YML-MULTIDOC", 13)),
    reject("no-break spaces as indentation", HEAD + "\u00a0 \u00a0 - id: t1\n", ("YML-INDENT", 11)),
    reject("an unquoted @", titled("@home"), ("YML-QUOTE", 12)),
    reject("a title cut by #", titled("C # and .NET"), ("YML-HASH", 12)),
    reject("curly quotes around a part of a title", titled("“Alpha”: one"), ("YML-COLON", 12)),
    reject("curly quotes around a title", titled("“Alpha”"), ("YML-SMARTQUOTE", 12)),
    reject("a merge conflict in a data file", HEAD + ONE + "<<<<<<< HEAD\n    - id: t2\n=======\n    - id: t3\n>>>>>>> x\n", ("VCS-CONFLICT", 13)),
    reject("a duplicate field", topic("- id: t1", "  title: First", "  title: Second"), ("YML-DUPKEY", 13)),
    reject("an empty list item", HEAD + ONE + "    -\n" + TWO, ("SCH-TOPICS", 13)),
    reject("a title of several lines", titled("|\n        Line one\n        # Line two\n        - [x] three"), ("SCH-TITLE", 12)),
    take("special characters in a quoted title", titled("'it''s on: yes # no'"), "it''s on: yes # no"),
    reject("a title continued on the next line", titled("one\n        two"), ("YML-LINES", 12)),
    reject("a tab as indentation", HEAD + "\t- id: t1\n", ("YML-INDENT", 11)),
    reject("an unclosed bracket", titled("[a"), ("YML-QUOTE", 12)),
    reject("an unclosed quote", titled('"a'), ("YML-QUOTE", 12)),
    reject("a topic among the subtopics by its indentation", HEAD + ONE + "     - id: t2\n", ("YML-NESTING", 13)),
    warn("a misspelt level of a phase", (HEAD + ONE).replace("  title: Dough\n", "  title: Dough\n  level: Beginer\n"), ("TXT-LEVEL", 7)),
    reject("50,000 nested brackets", "format: " + "[" * 50_000, ("LIM-DEPTH", 1)),
    reject("50,000 nested braces", "format: " + "{a: " * 50_000, ("LIM-DEPTH", 1)),
    reject("a list as a key", HEAD + ONE + "      ? [a, b]\n      : c\n", ("SCH-KEY", 13)),
]

TYPES: list[Case] = [
    take("NO and on as titles", topic("- id: t1", "  title: NO", "- id: t2", "  title: on"), "title: 'NO'", "title: 'on'"),
    take("3.10 as a title", titled("3.10"), "title: '3.10'"),
    take("010 as an id", topic("- id: 010", "  title: Kneading"), "id: '010'"),
    reject("an unknown field with an impossible date", topic("- id: t1", "  title: A", "  created: 2024-02-30"), ("SCH-KEY", 13)),
    reject("hours that are not finite", topic("- id: t1", "  title: A", "  hours: .nan", "- id: t2", "  title: B", "  hours: .inf"),
           ("SCH-HOURS", 13), ("SCH-HOURS", 16)),
    reject("an empty title", titled(""), ("SCH-TITLE", 12)),
    reject("unknown keys that are not text", topic("- id: t1", "  title: A", "  1: x", "  true: y", "  null: z"), ("SCH-KEY", 13), ("SCH-KEY", 14), ("SCH-KEY", 15)),
    reject("negative hours", topic("- id: t1", "  title: A", "  hours: -1"), ("SCH-HOURS", 13)),
    reject("too many hours", topic("- id: t1", "  title: A", "  hours: 1e9"), ("SCH-HOURS", 13)),
    reject("a year in the far future", TOP + "papers:\n- {id: p, title: P, year: 20170}\n", ("SCH-YEAR", 5)),
    reject("a word instead of true or false", topic("- id: t1", "  title: A", "  optional: maybe"), ("SCH-OPTIONAL", 13)),
    reject("a list as a title", titled("[a, b]"), ("SCH-TITLE", 12)),
    reject("a word instead of a list", topic("- id: t1", "  title: A", "  also: x"), ("SCH-ALSO", 13)),
    reject("a mapping instead of a list", topic("- id: t1", "  title: A", "  needs: {topic: t1}"), ("SCH-NEEDS", 13)),
    take("a number of 200 digits as a title", titled("9" * 200), "9" * 200),
]  # fmt: skip

ATTACKS: list[Case] = [
    reject("a billion laughs", LAUGHS + TOP, ("YML-ALIAS", 1)),
    reject("a merge key", topic("- &b {id: t1, title: A}", "- <<: *b", "  id: t2"), ("YML-ALIAS", 11), ("YML-ALIAS", 12)),
    reject("a Python name tag", titled("!!python/name:os.system A"), ("YML-TAG", 12)),
    reject("binary and set tags", topic("- id: t1", "  title: !!binary SGk=", "  also: !!set {a, b}"), ("YML-TAG", 12), ("YML-TAG", 13)),
    reject("a YAML directive", "%YAML 1.1\n---\n" + HEAD + ONE, ("YML-DIRECTIVE", 1)),
    reject("a Python object tag", titled("!!python/object/apply:os.system ['id']"), ("YML-TAG", 12)),
    reject("an alias to itself", topic("- &a {id: t1, title: A, topics: [*a]}"), ("YML-ALIAS", 11)),
    reject("a custom tag", titled("!secret A"), ("YML-TAG", 12)),
    reject("an environment variable tag", titled("!ENV HOME"), ("YML-TAG", 12)),
    reject("an include tag", titled("!include /etc/passwd"), ("YML-TAG", 12)),
]

ENCODING: list[Case] = [
    take("a byte order mark in a data file", "\ufeff" + HEAD + ONE, "Kneading"),
    reject("a Latin-1 byte in a data file", HEAD.encode() + b"    - id: t1\n      title: G\xe2teau\n", ("ENC-UTF8", 12)),
    reject("a NUL in a title", titled('"A\0B"'), ("ENC-CONTROL", 12)),
    reject("a lone surrogate escape", titled('"\\ud83d"'), ("YML-SYNTAX", 12)),
    reject("an invisible character in an id", topic('- id: "t1\u200b"', "  title: Kneading", "- id: t1", "  title: Proving"), ("SCH-ID", 11)),
    reject("U+2028 in a title", titled('"one\u2028two"'), ("UNI-LINESEP", 12)),
    reject("an escaped U+2028", titled('"one\\u2028two"'), ("SCH-TITLE", 12)),
    reject("a right-to-left override", titled("Knead\u202eing"), ("UNI-BIDI", 12)),
    reject("an escaped right-to-left override", titled('"Knead\\u202eing"'), ("SCH-TITLE", 12)),
    reject("a zero-width space in a title", titled("Knead\u200bing"), ("UNI-HIDDEN", 12)),
    reject(
        "words in invisible tag characters", titled("Kneading" + "".join(chr(0xE0000 + ord(character)) for character in "obey")), ("UNI-HIDDEN", 12)
    ),
    reject("a byte order mark in a title", titled("Knead\ufeffing"), ("UNI-HIDDEN", 12)),
    reject("a zero-width joiner between letters", titled("Knead\u200ding"), ("UNI-HIDDEN", 12)),
    warn("a comma at the end of a title", titled("Kneading,"), ("TXT-COMMA", 12)),
    warn("a Cyrillic letter in a Latin word", titled("Kne\u0430ding"), ("UNI-MIXEDSCRIPT", 12)),
    take("an emoji sequence", titled("👩\u200d🍳 Baking"), "👩\u200d🍳"),
    reject("a title of one blank Braille pattern", titled("\u2800"), ("UNI-HIDDEN", 12)),
    reject("text hidden in variation selectors", titled("Kneading\U000e0101\U000e0102"), ("UNI-HIDDEN", 12)),
    reject("an invisible character in a book's title", TOP + "resources:\n- {id: r, title: R\u200bR, kind: book}\n", ("UNI-HIDDEN", 5)),
    reject(
        "an invisible character in a reason",
        topic("- {id: t1, title: A}", "- {id: t2, title: B, needs: [{topic: t1, reason: a\u200bb}]}"),
        ("UNI-HIDDEN", 12),
    ),
    reject("an invisible character in the title of the roadmap", (HEAD + ONE).replace("title: Bread", "title: Br\u200bead"), ("UNI-HIDDEN", 3)),
    warn("a word of Cyrillic letters that look Latin", titled("\u0420\u0421\u0410 matrices"), ("UNI-MIXEDSCRIPT", 12)),
    take("a heart with a variation selector", titled("\u2764\ufe0f bread"), "bread"),
    reject("60,000 direction marks", titled("'" + "\u200e" * 60_000 + "\u05d0'"), ("SCH-TITLE", 12)),
    reject("60,000 tag characters of a flag", titled("\U0001f3f4" + "\U000e0067" * 60_000), ("SCH-TITLE", 12)),
    reject("a UTF-16 data file", (HEAD + ONE).encode("utf-16"), ("ENC-UTF16", 1)),
    reject("a noncharacter in a title", titled("Kneading \U0001ffff"), ("ENC-NONCHAR", 12)),
]

SCHEMA: list[Case] = [
    reject("a missing format", "id: bread\ntitle: Bread\n", ("SCH-FORMAT", 1)),
    reject("a format in words", "format: one\nid: bread\ntitle: Bread\n", ("SCH-VERSION", 1)),
    reject("a missing id", topic("- title: A"), ("SCH-ID", 11)),
    reject("an id with a capital letter", topic("- id: intro", "  title: A", "- id: Intro", "  title: B"), ("SCH-ID", 13)),
    reject("ids that are properties of JavaScript objects", topic("- {id: __proto__, title: A}", "- {id: constructor, title: B}", "- {id: toString, title: C}"),
           ("SCH-ID", 11), ("SCH-ID", 12), ("SCH-ID", 13)),
    reject("two tombstones for one id", HEAD + ONE + TWO + "history:\n- {id: old, was: merged, into: [t1]}\n- {id: old, was: merged, into: [t2]}\n",
           ("ID-DUPLICATE", 17)),
    reject("an unknown successor", HEAD + ONE + "history:\n- {id: old, was: merged, into: [gone]}\n", ("REF-UNKNOWN", 14)),
    warn("a topic that gets subtopics", topic("- {id: t1, title: A, topics: [{id: t2, title: B}]}"), ("ID-SUBTOPICS", 11), base=topic("- {id: t1, title: A}")),
    warn("a topic that loses its subtopics", topic("- {id: t1, title: A}", "- {id: t2, title: B}"), ("ID-LEAF", 11),
         base=topic("- {id: t1, title: A, topics: [{id: t2, title: B}]}")),
    warn("an id reused for another topic", topic("- {id: t1, title: Quantum chemistry}", "- {id: t2, title: B}"), ("ID-RETITLED", 11),
         base=topic("- {id: t1, title: Kneading by hand}", "- {id: t2, title: B}")),
    reject("circular prerequisites", topic("- {id: t1, title: A, needs: [{topic: t2}]}", "- {id: t2, title: B, needs: [{topic: t1}]}"), ("REF-CYCLE", 11)),
    reject("an empty list of topics", HEAD, ("SCH-TOPICS", 10)),
    reject("an unknown field", topic("- id: t1", "  titel: A"), ("SCH-KEY", 12)),
    reject("a newer format", "format: 3\nid: bread\ntitle: Bread\n", ("SCH-VERSION", 1)),
    reject("a part that the resource does not have", topic("- {id: t1, title: A, read: [{resource: r1, part: two}]}") + PARTS, ("REF-PART", 11)),
    reject("two translations into one language", topic("- {id: t1, title: A, translations: [{language: zh, title: B}, {language: zh}]}"), ("REF-TRANSLATION", 11)),
    reject("a translated summary without a summary", topic("- {id: t1, title: A, translations: [{language: zh, summary: B}]}"), ("REF-TRANSLATION", 11)),
    reject("a translated title of a paper", TOP + "papers:\n- {id: a, title: A, translations: [{language: zh, title: B}]}\n", ("REF-TRANSLATION", 5)),
    reject("a translation into an unknown language", topic("- {id: t1, title: A, translations: [{language: '?', title: B}]}"), ("SCH-LANGUAGE", 11)),
    take("a translation", topic("- {id: t1, title: A, summary: S, translations: [{language: zh, title: B, summary: T}]}")),
    take("a part of a resource", topic("- {id: t1, title: A, read: [{resource: r1, part: one}]}") + PARTS),
    reject("a resource to read that is not there", topic("- {id: t1, title: A, read: [{resource: r2, part: one}]}") + PARTS, ("REF-UNKNOWN", 11)),
    reject("a resource to read in the wrong form", topic("- {id: t1, title: A, read: [r1]}") + PARTS, ("SCH-READ", 11)),
    reject("two parts with one id", topic("- {id: t1, title: A}") + PARTS + "  - {id: one, title: Uno, at: uno.html}\n", ("ID-DUPLICATE", 19)),
    reject("parts of a page", topic("- {id: t1, title: A}") + PARTS.replace("/book/", "/book"), ("URL-PART", 16)),
    take("places on a page", topic("- {id: t1, title: A}") + PARTS.replace("/book/", "/book").replace("one.html", "'#one'")),
    reject("a part elsewhere", topic("- {id: t1, title: A}") + PARTS.replace("one.html", "../one.html"), ("SCH-AT", 18)),
    take("a part in a folder with a space in its name", topic("- {id: t1, title: A}") + PARTS.replace("one.html", "Part%201/one.html")),
    *(reject(f"a part at {at}", topic("- {id: t1, title: A}") + PARTS.replace("one.html", f"'{at}'"), ("SCH-AT", 18))
      for at in ("/one.html", "//example.org", "a b.html", "a\\b.html", "%2e%2e/one.html", "%0aone.html", "javascript:alert(1)", "")),
    reject("a part with an address of its own", topic("- {id: t1, title: A}") + PARTS.replace("one.html", "https://example.org/"), ("SCH-AT", 18)),
    reject("a need of one's own section", HEAD.replace("    topics:\n", "    needs: [{topic: t1}]\n    topics:\n") + ONE, ("REF-CYCLE", 12)),
    reject("a successor that is not there", topic("- {id: t1, title: A, status: {is: renamed, entry: t9}}"), ("REF-UNKNOWN", 11)),
    reject("a level that there is not", topic("- {id: t1, title: A, level: easy}"), ("SCH-LEVEL", 11)),
    reject("a paper's ids in the wrong form", HEAD + ONE + "papers:\n- {id: p, title: P, arxiv: 'arXiv:2106.09685', doi: 'https://doi.org/10.1000/182'}\n",
           ("SCH-ARXIV", 14), ("SCH-DOI", 14)),
    take("a paper's ids", HEAD + ONE + "papers:\n- {id: p, title: P, arxiv: 2106.09685, doi: 10.1000/182}\n- {id: q, title: Q, arxiv: cs/0112017}\n"),
    reject("a check on a day that there is not", HEAD + ONE + "papers:\n- {id: p, title: P, checked: {on: 2026-02-30, in: a list}}\n", ("SCH-ON", 14)),
    reject("a check in another calendar", HEAD + ONE + "papers:\n- {id: p, title: P, checked: {on: 1763769600, in: a list}}\n", ("SCH-ON", 14)),
    reject("a year that is none", topic("- {id: t1, title: A, status: {is: discontinued, since: last year}}"), ("SCH-SINCE", 11)),
    reject("what a document that is not there says", HEAD + ONE + "disagreements:\n- {id: d1, title: Salt, positions: [{document: d, says: None}]}\n",
           ("REF-DOCUMENT", 14)),
    reject("a duplicate id", topic("- {id: t1, title: A}", "- {id: t1, title: B}"), ("ID-DUPLICATE", 12)),
    reject("a topic with the id of its section", topic("- {id: s1, title: A}"), ("ID-DUPLICATE", 11)),
    reject("an unknown prerequisite", topic("- {id: t1, title: A, needs: [{topic: t9}]}"), ("REF-UNKNOWN", 11)),
    reject("a prerequisite that is not a mapping", topic("- {id: t1, title: A}", "- {id: t2, title: B, needs: [t1]}"), ("SCH-NEEDS", 12)),
    reject("four thousand unknown prerequisites", topic("- id: t1", "  title: A", "  needs:", *(f"  - {{topic: nothing-{at}}}" for at in range(4000))), ("REF-UNKNOWN", 14)),
    reject("a list as the id of a tombstone", HEAD + ONE + "history: [{id: [a], was: retired}]\n", ("SCH-ID", 13)),
    reject("a mapping as the id of a tombstone", HEAD + ONE + "history: [{id: {a: b}, was: retired}]\n", ("SCH-ID", 13)),
    reject("a list as the document of a provenance", topic("- id: t1", "  title: A", "  named: [{document: [x], line: 1, words: A}]"), ("SCH-DOCUMENT", 13)),
    reject("a list as the line of a provenance", topic("- id: t1", "  title: A", "  named: [{document: d, line: [1], words: A}]"), ("SCH-LINE", 13)),
    reject("a list as the line of an outline item", HEAD + ONE + "documents:\n- {id: d, title: D, file: d.md, outline: [{line: [1], kind: title, text: D}]}\n", ("SCH-LINE", 14)),
    reject("a topic that requires itself", topic("- {id: t1, title: A, needs: [{topic: t1}]}"), ("REF-CYCLE", 11)),
    reject("a subtopic that requires its parent", topic("- {id: t1, title: A, topics: [{id: t2, title: B, needs: [{topic: t1}]}]}"), ("REF-CYCLE", 11)),
    reject("circular prerequisites through a subtopic", topic("- {id: t1, title: A, needs: [{topic: t3}], topics: [{id: t2, title: B}]}", "- {id: t3, title: C, needs: [{topic: t2}]}"),
           ("REF-CYCLE", 12)),
    reject("circular prerequisites of two sections", two_sections("t2", "t1"), ("REF-CYCLE", 9)),
    reject("circular prerequisites of a section and a topic of another one", two_sections("t2", "", "needs: [{topic: t1}]"), ("REF-CYCLE", 9)),
    reject("circular prerequisites of a section and a subtopic of another one",
           two_sections("t2", "", "topics: [{id: t3, title: C, needs: [{topic: t1}]}]"), ("REF-CYCLE", 9)),
    take("sections one after the other", two_sections("", "t1")),
    reject("circular prerequisites of two topics through their subtopics",
           topic("- {id: t1, title: A, topics: [{id: t2, title: B, needs: [{topic: t3}]}]}",
                 "- {id: t3, title: C, topics: [{id: t4, title: D, needs: [{topic: t1}]}]}"), ("REF-CYCLE", 11)),
    take("prerequisites among siblings and subtopics", topic("- {id: t1, title: A, topics: [{id: t2, title: B}, {id: t3, title: C, needs: [{topic: t2}]}]}",
                                                            "- {id: t4, title: D, needs: [{topic: t3}]}")),
    reject("circular prerequisites of three topics", topic(*(f"- {{id: t{at}, title: T{at}, needs: [{{topic: t{at % 3 + 1}}}]}}" for at in (1, 2, 3))), ("REF-CYCLE", 11)),
    reject("an unknown document", topic("- id: t1", "  title: A", "  named: [{document: d, line: 1, words: A}]"), ("REF-DOCUMENT", 13)),
    reject("a provenance without an outline item", topic("- id: t1", "  title: A", "  named: [{document: d, line: 9, words: A}]")
           + "documents:\n- {id: d, title: D, file: d.md, outline: [{line: 1, kind: title, text: D}]}\n", ("REF-LINE", 13)),
    reject("a tombstone for an id in use", HEAD + ONE + "history:\n- {id: t1, was: retired}\n", ("ID-REUSED", 11)),
    reject("a merged id without successors", HEAD + ONE + "history:\n- {id: old, was: merged}\n", ("ID-SUCCESSORS", 14)),
    reject("an id of 200 characters", topic("- id: " + "a" * 200, "  title: A"), ("SCH-ID", 11)),
    reject("a path as an id", topic("- id: ../../etc/passwd", "  title: A"), ("SCH-ID", 11)),
    reject("several errors at once", topic("- id: T1", "  title: A", "  hours: many", "- title: B", "  needs: [{topic: t9}]"),
           ("SCH-ID", 11), ("SCH-HOURS", 13), ("SCH-ID", 14), ("REF-UNKNOWN", 15)),
]  # fmt: skip

ADDRESSES: list[Case] = [
    *(reject(name, with_url(url), ("URL", 8)) for name, url in (
        ("a javascript address", '"javascript:alert(1)"'), ("a javascript address after a control character", '"\\u0001javascript:alert(1)"'), ("a data address", '"data:image/svg+xml,<svg onload=alert(1)>"'),
        ("a file address", '"file:///etc/passwd"'), ("an address without a scheme", "www.example.com"), ("a host in mixed scripts", '"https://\u0440\u0430ypal.com/"'), ("an address of the local host", '"http://localhost:8000/"'),
        ("a line break in an address", '"https://a.example/\\nb"'), ("an address without a host", "https:///x"), ("a password in an address", '"https://u:p@example.org/"'), ("an IP address", "https://127.0.0.1/"),
        ("an IP address as one number", "https://2130706433/"), ("an IPv6 address", '"https://[::1]/"'), ("a host in the local network", "https://router.local/"),
        ("an encoded line break", '"https://example.org/%0aX"'), ("a space in an address", '"https://example.org/a b"'), ("a vbscript address", '"vbscript:x"'),
        ("a blob address", '"blob:https://example.org/x"'), ("an invalid port", '"https://example.org:99999/"'), ("a port without a host", '"https://:80/"'),
        ("an address without a scheme after two slashes", '"//example.org/"'),
    )),
    warn("an http address", with_url("http://a.example/x"), ("URL-HTTP", 8)),
    reject("campaign parameters", with_url("https://a.example/x?utm_source=y&p=1"), ("URL-TRACKER", 8)),
    reject("a click id in an address", with_url("https://a.example/x?fbclid=IwAR0"), ("URL-TRACKER", 8)),
    reject("an affiliate tag", with_url("https://www.amazon.com/dp/1?tag=me-20"), ("URL-TRACKER", 8)),
    *(reject(f"not public: {url}", with_url(url), ("URL", 8)) for url in ("https://router.lan/", "https://a.home.arpa/", "https://a.onion/", "https://@example.org/")),
    *(reject(f"tracking parameters: {url}", with_url(f"'{url}'"), ("URL-TRACKER", 8)) for url in (
        "https://a.example/?UTM_SOURCE=x", "https://a.example/#utm_source=x", "https://a.example/?a=1;utm_source=x",
    )),
    warn("an HTTP address in capitals", with_url("HTTP://a.example/x"), ("URL-HTTP", 8)),
    warn("a Punycode host", with_url("https://xn--80ak6aa92e.com/"), ("URL-IDN", 8)),
    warn("a URL shortener with www", with_url("https://www.bit.ly/3xyz"), ("URL-SHORT", 8)),
    take("two ports of one host", resources("https://a.example:8443/x", "https://a.example/x"), "8443"),
    warn("a URL shortener", with_url("https://bit.ly/3xyz"), ("URL-SHORT", 8)),
    reject("a duplicate address", resources("https://a.example/x", "http://www.a.example/x/"), ("URL-DUPLICATE", 6)),
    take("two anchors on one page", resources("https://a.example/x#one", "https://a.example/x#two"), "#two"),
]  # fmt: skip

INERT: list[Case] = [
    *(warn(name, titled(f"'{title}'"), ("TXT-MARKUP", 12), keeps=(title,)) for name, title in (
        ("an HTML element", "<img src=x onerror=alert(1)>"), ("a closing tag and a script", "</title><script>alert(1)</script>"), ("a Markdown link", "[click](javascript:alert(1))"),
        ("template expressions in a title", "{{ config }} {% raw %} {# c #}"), ("an abbreviation definition", "*[HTML]: <script>alert(1)</script>"), ("a Markdown image", "![x](https://example.org/)"),
        ("an HTML comment", "a <!-- b"), ("an HTML entity", "a &lt; b"),
    )),
    reject("line breaks and Markdown in a title", titled('"# H1\\n\\n- [x] fake"'), ("SCH-TITLE", 12)),
    *(take(name, titled(f"'{title}'"), title) for name, title in (
        ("a code fence", "``` x"), ("a snippet include", '--8<-- "/etc/passwd"'), ("a JavaScript template literal", "${alert(1)} `"), ("emoji shortcodes", ":smile: :material-x:"),
        ("Typst code", '#read("/etc/passwd") $x$ @a'), ("a comparison", "a < b and b > c"), ("a TeX command", "\\input{/etc/passwd}"), ("a workflow command", "::set-output name=x::y"),
    )),
    warn("two spaces in a row", titled("'Kneading  by hand'"), ("TXT-SPACES", 12)),
    warn("a title of 300 characters", titled("x" * 300), ("LIM-TITLE", 12)),
]  # fmt: skip

DUPLICATES: list[Case] = [
    reject("a sibling of the same name", topic("- {id: t1, title: Sour dough}", "- {id: t2, title: Sourdough}"), ("DUP-NAME", 12)),
    warn("the same name elsewhere", topic("- {id: t1, title: Sourdough}")
         + "  - id: s2\n    title: More\n    topics:\n    - {id: t2, title: Sourdough}\n", ("DUP-ELSEWHERE", 15)),
    warn("a new name similar to an existing one", topic("- {id: t1, title: Sourdough starter}", "- {id: t3, title: Sourdough startr}"), ("DUP-SIMILAR", 12),
         base=topic("- {id: t1, title: Sourdough starter}")),
    take("one alternative name for two topics", topic("- {id: t1, title: Rising of dough, also: [Rise]}", "- {id: t2, title: Rising of tea loaves, also: [Rise]}"), "Rise"),
]  # fmt: skip

ID_STABILITY: list[Case] = [
    reject("an id removed without a tombstone", HEAD + ONE, ("ID-GONE", 8), base=HEAD + ONE + TWO),
    take("an id removed with a tombstone", HEAD + ONE + "history:\n- {id: t2, was: merged, into: [t1]}\n", "t2", base=HEAD + ONE + TWO),
    reject("a removed tombstone", HEAD + ONE, ("ID-FORGOTTEN", 1), base=HEAD + ONE + "history:\n- {id: old, was: retired}\n"),
    reject(
        "a topic that becomes a book", HEAD + ONE + "resources:\n- {id: t2, title: Proving, kind: book}\n", ("ID-KIND", 14), base=HEAD + ONE + TWO
    ),
    reject("a retired id in use again", HEAD + ONE + TWO, ("ID-BACK", 13), base=HEAD + ONE + "history:\n- {id: t2, was: retired}\n"),
    reject("a phase removed with everything in it", TOP, *[("ID-GONE", 1)] * 3, base=HEAD + ONE),
    reject("a changed id of the roadmap", (HEAD + ONE).replace("id: bread", "id: cake"), ("ID-ROADMAP", 2), base=HEAD + ONE),
    reject("an id that was changed by hand", topic("- {id: kneading, title: Kneading}"), ("ID-GONE", 11), base=HEAD + ONE),
    reject(
        "a tombstone with a changed successor",
        HEAD + ONE + TWO + "history:\n- {id: old, was: merged, into: [t2]}\n",
        ("ID-HISTORY", 16),
        base=HEAD + ONE + TWO + "history:\n- {id: old, was: merged, into: [t1]}\n",
    ),
    warn("an addition before the publication", topic("- {id: t1, title: A, added: '2025-12-31'}") + "published: '2026-01-01'\n", ("ID-DAY", 11)),
    warn("a removal in a roadmap that is not published", HEAD + ONE + "history:\n- {id: old, was: retired, on: '2026-01-01'}\n", ("ID-DAY", 14)),
    take(
        "days after the publication",
        topic("- {id: t1, title: A, added: '2026-01-01'}") + "published: '2026-01-01'\nhistory:\n- {id: old, was: retired, on: '2026-01-02'}\n",
    ),
    reject("a tombstone for an id that never existed", HEAD + ONE + "history:\n- {id: never, was: retired}\n", ("ID-HISTORY", 14), base=HEAD + ONE),
    reject(
        "a phase as the successor of a topic",
        HEAD + ONE + "history:\n- {id: t2, was: merged, kind: topic, into: [p1]}\n",
        ("ID-SUCCESSORS", 14),
        base=HEAD + ONE + TWO,
    ),
    take(
        "a successor that was merged in turn",
        HEAD + ONE + "history:\n- {id: old, was: merged, into: [t1]}\n- {id: t2, was: merged, into: [t1]}\n",
        "t2",
        base=HEAD + ONE + TWO + "history:\n- {id: old, was: merged, into: [t2]}\n",
    ),
    take(
        "a new title with the old one as alternative name",
        topic("- {id: t1, title: Working the gluten, also: [Kneading]}"),
        "Kneading",
        base=HEAD + ONE,
    ),
]

SECTIONS = (
    topic("- {id: t1, title: A, start: true}")
    + "    practice:\n    - {id: e1, title: Bake}\n"
    + "  - id: s2\n    title: More\n    topics:\n    - {id: t2, title: B, needs: [{topic: t1}]}\n"
    + "    practice:\n    - {id: e2, title: Bake more}\n  - id: s3\n    title: Last\n    topics:\n    - {id: t3, title: C, needs: [{topic: t2}]}\n"
)  # sections in lines 8, 14, 20
FREE = TOP + "resources:\n- {id: r1, title: R, kind: book, access: free}\n- {id: r2, title: S, kind: book, access: paid}\n"  # lines 5 and 6


def sections_reading(*resources: str) -> str:
    """A section for each of these resources, with a topic that names it; the first in line 12, the others two lines below each other."""
    sections = "".join(
        f"  - {{id: s{at}, title: S{at}, topics: [\n    {{id: t{at}, title: T{at}, read: [{{resource: {id}}}]}}]}}\n"
        for at, id in enumerate(resources)
    )
    return FREE + "phases:\n- id: p1\n  title: P\n  sections:\n" + sections + "  - {id: projects, title: Only projects}\n"


def papers(*fields: str) -> str:
    return TOP + "papers:\n" + "".join(f"- {{id: p{at}, title: P{at}{more}}}\n" for at, more in enumerate(fields))  # from line 5


NEEDED = HEAD + "    - {id: t1, title: A}\n    - {id: t2, title: B, needs: [{topic: t1}]}\n  - {id: s2, title: Empty}\n"  # lines 11 to 13


def goal(fields: str) -> str:
    return NEEDED + f"milestones:\n- id: m1\n  title: M\n  months: 3\n  goals:\n  - {{id: g1, title: G, {fields}}}\n"


def role(*skills: str) -> str:
    return NEEDED + "roles:\n- id: r1\n  title: R\n  skills:\n" + "".join(f"  - {skill}\n" for skill in skills)


TEACHING: list[Case] = [
    warn("a prerequisite without a reason", topic("- {id: t1, title: A}", "- {id: t2, title: B, needs: [{topic: t1, reason: x}]}",
         "- {id: t3, title: C, needs: [{topic: t2, reason: x}]}", "- {id: t4, title: D, needs: [{topic: t3}]}"), ("MAP-REASON", 14)),
    take("prerequisites without reasons", topic("- {id: t1, title: A}", "- {id: t2, title: B, needs: [{topic: t1}]}")),
    warn("a prerequisite of a prerequisite", topic("- {id: t1, title: A}", "- {id: t2, title: B, needs: [{topic: t1}]}",
         "- {id: t3, title: C, needs: [{topic: t1}, {topic: t2}]}"), ("MAP-IMPLIED", 13)),
    warn("a prerequisite of the section, too", HEAD.replace("    topics:\n", "    topics:\n    - {id: t0, title: Z}\n")
         + "  - id: s2\n    title: More\n    needs: [{topic: t0}]\n    topics:\n    - {id: t1, title: A, needs: [{topic: t0}]}\n", ("MAP-IMPLIED", 16)),
    warn("a part of a prerequisite", topic("- {id: t1, title: A, topics: [{id: t2, title: B}]}", "- {id: t3, title: C, needs: [{topic: t1}, {topic: t2}]}"),
         ("MAP-IMPLIED", 12)),
    warn("a topic without a beginning", topic("- {id: t1, title: A, start: true}", "- {id: t2, title: B}"), ("MAP-ORPHAN", 12)),
    take("parts of a starting point, and a parent of topics with prerequisites", topic("- {id: t1, title: A, start: true, topics: [{id: t2, title: B}]}",
         "- {id: t3, title: C, topics: [{id: t4, title: D, needs: [{topic: t1}]}]}")),
    warn("a starting point with a prerequisite", topic("- {id: t1, title: A, start: true}", "- {id: t2, title: B, start: true, needs: [{topic: t1}]}"),
         ("MAP-START", 12)),
    warn("forty hours in a week of ten", topic("- {id: t1, title: A, hours: 40}").replace("title: Dough\n", "title: Dough\n  duration: 1 week\n")
         + "hours_per_week: 10\n", ("MAP-HOURS", 5)),
    take("forty hours in four weeks of ten", topic("- {id: t1, title: A, hours: 40}").replace("title: Dough\n", "title: Dough\n  duration: 3-4 weeks\n")
         + "hours_per_week: 10\n"),
    warn("a goal that covers an empty section", goal("covers: [s2]"), ("MAP-GOAL", 19)),
    warn("a goal that counts more than it covers", goal("covers: [s1], count: 3"), ("MAP-GOAL", 19)),
    take("goals that can be reached, and one that the learner ticks", goal("covers: [s1], count: 2") + "  - {id: g2, title: H, count: 5}\n"),
    warn("a skill in which there is nothing to learn", role("{entry: t1}", "{entry: s2}"), ("MAP-GOAL", 15)),
    warn("a role with optional skills only", role("{entry: t1, optional: true}"), ("MAP-ROLE", 15)),
    warn("a skill that is required and optional", role("{entry: t1}", "{entry: t1, optional: true}"), ("MAP-TWICE", 15)),
    warn("a skill that another one needs", role("{entry: t2}", "{entry: t1}"), ("MAP-SKILL", 15)),
    warn("an optional skill of a required section", role("{entry: s1}", "{entry: t1, optional: true}"), ("MAP-SKILL", 15)),
    take("a required skill and a section that needs it as an optional one", role("{entry: t1}", "{entry: s1, optional: true}")),
    reject("a skill that does not exist", role("{entry: t3}"), ("REF-UNKNOWN", 18)),
    reject("a skill that is another role", role("{entry: r1}"), ("REF-UNKNOWN", 18)),
    warn("a section with nothing to do", SECTIONS, ("MAP-PRACTICE", 20)),
    warn("a section with nothing free", sections_reading("r1", "r1", "r2"), ("MAP-FREE", 15), ("MAP-PAID", 16)),
    warn("a paper without an id", papers(", doi: 10.1000/182", ", arxiv: 2106.09685", ""), ("MAP-PAPER", 7)),
    take("papers without ids", papers("", "", ", doi: 10.1000/182")),
    warn("a check of long ago", papers(", checked: {on: 2001-01-01, in: a list}"), ("MAP-CHECKED", 5)),
    warn("a topic without what most have", topic("- {id: t1, title: A, summary: S}", "- {id: t2, title: B, summary: S}", "- {id: t3, title: C}"), ("MAP-FIELD", 13)),
]  # fmt: skip

DATA_FILES = [*SYNTAX, *TYPES, *ATTACKS, *ENCODING, *SCHEMA, *ADDRESSES, *INERT, *DUPLICATES, *ID_STABILITY, *TEACHING]
