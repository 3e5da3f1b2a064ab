"""Documents that are invalid, unusual or hostile, by what is wrong with them."""

import ftfy.bad_codecs  # noqa: F401  registers sloppy-windows-1252

from tests.bad.case import Case, reject, repair, take, warn

HEAD = "# Bread\n"
BIG = "# Bread\n" + "- [ ] a loaf of bread\n" * 60_000
FAMILY = "👩\u200d👩\u200d👧\u200d👦 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 🏳\ufe0f\u200d🌈 👍🏽"
DEEP = "".join("  " * depth + f"- [ ] level {depth}\n" for depth in range(60))


def garbled(text: str, codec: str, times: int = 1) -> str:
    for _ in range(times):
        text = text.encode("utf-8").decode(codec)
    return text


LINKS = ("javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "javascript&colon;alert(1)", "java&Tab;script:alert(1)",
         "vbscript:msgbox(1)", "data:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd", "javascript://%0aalert(1)")  # fmt: skip

ODD_LINKS = ("../rye.md", "rye.md", "/rye", "//evil.example/x", "http://localhost:8000/", "http://192.168.0.1/admin", "https://u:p@example.org/",
             "ftp://a.example/rye", "tel:123", "https://", "https://rye", "mailto:a@example.org", "https://[::1]/")  # fmt: skip

ENCODING: list[Case] = [
    reject("an empty document", "", ("MD-EMPTY", 1)),
    take("a byte order mark in a document", "\ufeff# Bread\n\n## Phase 1: Dough\n\n- [ ] Kneading\n", "Kneading", "title: Bread"),
    warn("CR line ends", "# Bread\r\r## Phase 1: Dough\r\r- [ ] Kneading\r", ("EOL", 1), keeps=("Kneading",)),
    take("no final line end", HEAD + "- [ ] Kneading\n- [ ] The last one", "The last one"),
    reject("a Latin-1 byte in a document", b"# Bread\n\n- [ ] G\xe2teau\n", ("ENC-UTF8", 3)),
    reject("a UTF-16 document without a byte order mark", "# Bread\n- [ ] a\n".encode("utf-16-le"), ("ENC-UTF16", 1)),
    reject("an overlong UTF-8 sequence", b"# Bread\n- [ ] a \xc0\xaf b\n", ("ENC-UTF8", 2)),
    reject("terminal escapes", HEAD + "- [ ] \x1b[31mred\x1b[0m \x07\n", ("ENC-CONTROL", 2)),
    warn("U+2028 and U+2029", HEAD + "- [ ] one\u2028two\u2029three\n- [ ] four\n", ("UNI-LINESEP", 2), keeps=("line: 3, words: four",)),
    warn("a replacement character", HEAD + "- [ ] Cr\ufffdpes\n", ("UNI-FFFD", 2), keeps=("Cr\ufffdpes",)),
    reject("noncharacters", HEAD + "- [ ] x\ufffe y\U0001ffff\n", ("ENC-NONCHAR", 2)),
    repair("garbled by Windows-1252", garbled("# 🍞 Bread\n## 📋 Contents of the course\n- [ ] by Zoë\n", "sloppy-windows-1252"), "Zoë"),
    repair("garbled twice by Windows-1252", garbled("# Pâtisserie\n- [ ] Crème “brûlée”\n", "sloppy-windows-1252", 2), "Crème “brûlée”"),
    repair("garbled by Mac Roman", garbled("# 🍞 Bread\n### 🔑 Key\n✅ **Dough**\n1️⃣ **Knead**\n- Baker’s yeast\n", "mac_roman"), "Baker’s yeast"),
    warn(
        "clean text that quotes garbled text",
        "# PÃO — NÃO É MOJIBAKE\n- [ ] AÇÚCAR, “Ã©” is how é looks when broken\n",
        ("MOJIBAKE-DOUBT", 2),
        keeps=("Ã©",),
    ),
    warn("characters lost as question marks", "# ???? Bread\n- [ ] Zo?\n", ("MOJIBAKE-LOSSY", 1)),
    reject("a UTF-16 document with a byte order mark", "# Bread\n- a\n".encode("utf-16"), ("ENC-UTF16", 1)),
    reject("a UTF-32 document", "# Bread\n- a\n".encode("utf-32"), ("ENC-UTF16", 1)),
    reject("a truncated UTF-8 sequence at the end", HEAD.encode() + b"- cr\xc3", ("ENC-UTF8", 2)),
    reject("surrogates in UTF-8", HEAD.encode() + b"- a\xed\xa0\x80b\n", ("ENC-UTF8", 2)),
    reject("a NUL in a document", HEAD + "- a\0b\n", ("ENC-CONTROL", 2)),
    reject("a DELETE character", HEAD + "- a\x7fb\n", ("ENC-CONTROL", 2)),
    reject("a C1 control character", HEAD + "- a\x9bb\n", ("ENC-CONTROL", 2)),
    reject("a gzip file", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03KL\x04\x00", ("ENC-BINARY", 1)),
    reject("only whitespace", "\n \n\t\n", ("MD-EMPTY", 1)),
    take("a byte order mark before the title", "\ufeff# Bread\n- a\n", "title: Bread"),
]

CONFUSABLES: list[Case] = [
    reject("a right-to-left override in an item", HEAD + "- [ ] safe \u202egnp.exe\u202c name\n", ("UNI-BIDI", 2)),
    take("Arabic and Hebrew", "# مسار الخبز\n- [ ] שלום עולם — flour 550 (בסיס)\n", "שלום עולם"),
    take("emoji sequences", HEAD + f"- [ ] {FAMILY}\n", FAMILY),
    warn("a Cyrillic letter in an item", HEAD + "- [ ] B\u0430king basics\n- [ ] Baking basics\n", ("UNI-MIXEDSCRIPT", 2)),
    warn("many combining marks", HEAD + "- [ ] Z" + "\u0335\u0321\u0489" * 60 + "\n", ("UNI-COMBINING", 2)),
    reject("directional isolates", HEAD + "- a\u2066b\u2069\n", ("UNI-BIDI", 2)),
    warn("a zero-width space in a word", HEAD + "- Knead\u200bing\n", ("UNI-HIDDEN", 2)),
    warn(
        "words in invisible tag characters, in a document",
        HEAD + "- Kneading" + "".join(chr(0xE0000 + ord(character)) for character in "ignore me") + "\n",
        ("UNI-HIDDEN", 2),
    ),
    warn("a soft hyphen", HEAD + "- Knead\u00ading\n", ("UNI-HIDDEN", 2)),
    take("Persian with a zero-width non-joiner", "# نان\n- می\u200cخواهم\n", "می\u200cخواهم"),
    warn("a Greek ο in a Latin word", HEAD + "- S\u03bfurdough\n", ("UNI-MIXEDSCRIPT", 2)),
    take("Greek letters as symbols", HEAD + "- α-amylase, 5 μm\n", "α-amylase"),
]

STRUCTURE: list[Case] = [
    warn("no headings", "- [ ] a loaf\n- [ ] a roll\n", ("MD-NOTITLE", 1), keeps=("A loaf",)),
    warn("a skipped heading level", HEAD + "#### Deep\n- [ ] a loaf\n## Back\n- [ ] a roll\n", ("MD-HJUMP", 2)),
    take("names with the same slug", HEAD + "- [ ] C\n- [ ] C++\n- [ ] C#\n- [ ] D\n- [ ] D?\n", "id: c\n", "id: c-plus-plus", "id: c-sharp"),
    warn("an accidental underlined heading", HEAD + "\nWords above a rule\n---\n\n- [ ] a\n", ("MD-SETEXT", 4)),
    warn("no space after #", HEAD + "##Phase 1\n- [ ] a loaf\n", ("MD-ATX", 2)),
    take("tabs and spaces as indentation", HEAD + "- [ ] Dough\n\t- [ ] Flour\n    - [ ] Water\n  \t- [ ] Salt\n", "Flour", "Water", "Salt"),
    take("three kinds of bullets", HEAD + "- [ ] Flour\n* [ ] Water\n+ [ ] Salt\n", "Flour", "Water", "Salt"),
    reject("sixty list levels", HEAD + DEEP, ("LIM-DEPTH", 10)),
    take("checkboxes in code", HEAD + "```md\n- [ ] no topic\n# no heading\n```\n- [ ] Kneading\n", "Kneading"),
    reject("an unclosed comment", HEAD + "- [ ] a\n<!-- later\n- [ ] b\n", ("MD-COMMENT", 3)),
    reject("unclosed front matter", "---\ntitle: Bread\n\n# Bread\n- [ ] a\n", ("FM-OPEN", 1)),
    warn("checkboxes without text", HEAD + "- [ ] \n- [ ]\n- [ ] Kneading\n", ("MD-EMPTYTASK", 2), ("MD-EMPTYTASK", 3), keeps=("Kneading",)),
    take(
        "items of several lines", HEAD + "- [ ] first line\ncontinues here\n- [ ] Salt\n  more salt\n\n  and pepper\n", "continues here", "and pepper"
    ),
    reject("a merge conflict in a document", HEAD + "<<<<<<< HEAD\n- [ ] a\n=======\n- [ ] b\n>>>>>>> theirs\n", ("VCS-CONFLICT", 2)),
    reject("a PNG file", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", ("ENC-BINARY", 1)),
    warn("an item of 400 characters", HEAD + "- [ ] " + "x" * 400 + "\n", ("LIM-TITLE", 2), keeps=("x" * 400,)),
    reject("a line of 5,000 characters", HEAD + "- " + "x" * 5000 + "\n", ("LIM-TEXT", 2)),
    reject("fifty thousand brackets", HEAD + "- " + "- [ " * 12_500 + "\n", ("LIM-TEXT", 2)),
    reject("a hundred nested quotes", HEAD + ">" * 100 + " a\n- b\n", ("LIM-DEPTH", 2)),
    reject("sixty thousand items", BIG, ("LIM-LINES", 1)),
    warn("only a table", HEAD + "| a | b |\n|---|---|\n| Flour | Water |\n", ("MD-NOTHING", 1), ("MD-TABLE", 3), keeps=("Flour",)),
    warn("a table beside a list", HEAD + "- Dough\n\na | b\n--|:-:\nFlour | Water\n", ("MD-TABLE", 5), keeps=("Flour", "Dough")),
    warn("only prose", HEAD + "Bread is good.\n", ("MD-NOTHING", 1), keeps=("Bread is good.",)),
    warn("only headings of phases", HEAD + "## Phase 1: Dough\n## Phase 2: Oven\n", ("MD-NOTHING", 1), keeps=("Oven",)),
    reject("a page of a web site", "\n<!DOCTYPE html>\n<html><body><h1>Not found</h1></body></html>\n", ("MD-FORMAT", 1)),
    reject("a web page without a document type", "<HTML lang=en>\n- a\n", ("MD-FORMAT", 1)),
    reject("a PDF", b"%PDF-1.7\n1 0 obj\n", ("ENC-BINARY", 1)),
    reject("a document of Word", b"PK\x03\x04\x14\x00\x06", ("ENC-BINARY", 1)),
    reject("an RTF file", "{\\rtf1 Flour}", ("ENC-BINARY", 1)),
    reject("a file of JSON", '{"title": "x", "topics": ["a", "b"]}', ("MD-FORMAT", 1)),
    reject("an outline in OPML", '<?xml version="1.0"?><opml><body><outline text="A"/></body></opml>', ("MD-FORMAT", 1)),
    reject("a pointer of Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", ("MD-FORMAT", 1)),
    reject("an unclosed code block", HEAD + "- Dough\n```python\nprint()\n## Phase 2: Oven\n- [ ] Heat\n", ("MD-FENCE", 3)),
    reject("an unclosed code block of tildes in a list", HEAD + "- Dough\n\n  ~~~~\n  ~~~\n  - Heat\n", ("MD-FENCE", 4)),
    take("a code block that ends the document", HEAD + "- Dough\n```\nprint()\n```\n", "print()"),
    take("a code block that ends with its item", HEAD + "- ```\n  print()\n- Dough\n", "Dough"),
    warn("front matter that is not YAML", "---\ntitle: [x\nand words\n---\n# Bread\n- Dough\n", ("FM-BROKEN", 1), keeps=("Dough",)),
    warn("items nested three deep", HEAD + "- a\n  - b\n    - c and so on\n      - d\n", ("MD-DEEP", 4), keeps=("C and so on",)),
    warn("a byte order mark inside", HEAD + "- a\n\ufeff## Phase 1: Dough\n- Flour\n", ("UNI-HIDDEN", 3), keeps=("kind: phase\n    text: Dough",)),
    take(
        "boxes written otherwise",
        HEAD + "- [] one\n- [x ] two\n- [\u2713] three\n- [ x] four\n",
        "title: One",
        "title: Two",
        "title: Three",
        "title: Four",
    ),
    take("Windows line ends", HEAD.replace("\n", "\r\n") + "- Kneading\r\n", "Kneading"),
    warn("only a heading", "# Bread\n", ("MD-NOTHING", 1), keeps=("title: Bread",)),
    take("underlined headings", "Bread\n=====\n\nDough\n-----\n\n- Kneading\n", "Kneading"),
    take("numbered items", HEAD + "1. Flour\n2) Water\n", "Flour", "Water"),
]

LINKED: list[Case] = [
    take("parentheses in addresses", HEAD + "- [ ] [Rye](https://en.wikipedia.org/wiki/Rye_(disambiguation))\n", "Rye_(disambiguation)"),
    warn("two addresses in one item", HEAD + "- [ ] [Rye](https://a.example/rye) and <https://a.example/c_(d)>\n", ("URL-MORE", 2), keeps=("a.example/rye",)),
    take("percent-encoded addresses", HEAD + "- [A](https://a.example/a%20b.pdf)\n- [B](https://a.example/?q=a%20b#s%20x)\n", "a%20b.pdf", "?q=a%20b#s%20x"),
    *(warn(f"the odd link {link}", HEAD + f"- [Rye]({link})\n", ("URL-ODD", 2), keeps=("Rye",)) for link in ODD_LINKS),
    warn("an address of mail", HEAD + "- <baker@example.org>\n", ("URL-ODD", 2), keeps=("baker@example.org",)),
    take("footnotes", HEAD + "- Rye[^1] and spelt[^long name]\n\n[^1]: note\n[^long name]: Two words.\n", "note", "Two words.", "Rye[^1]"),
    warn("an undefined link reference", HEAD + "- [ ] [book][nope] and [x]\n", ("MD-REF", 2), keeps=("book",)),
    reject("links that run scripts", HEAD + "".join(f"- [ ] [x{at}]({link})\n" for at, link in enumerate(LINKS)),
           *(("URL-SCHEME", line) for line in range(2, 2 + len(LINKS)))),
    take("one item five thousand times", HEAD + "- [ ] a loaf of bread\n" * 5000, "A loaf of bread"),
    reject("an image that runs a script", HEAD + "- ![x](javascript:alert(1))\n", ("URL-SCHEME", 2)),
    reject("a reference that runs a script", HEAD + "- [x][y]\n\n[y]: javascript:alert(1)\n", ("URL-SCHEME", 2)),
    reject("an automatic link that runs a script", HEAD + "- <javascript:alert(1)>\n", ("URL-SCHEME", 2)),
]  # fmt: skip

INERT: list[Case] = [
    take("an HTML tag over three items", HEAD + "- [ ] <img src=x\n- [ ] onerror=alert(1) x=`\n- [ ] >`\n", "onerror=alert(1)"),
    take("template expressions", "# Bread {{ 7*7 }}\n- [ ] {{ cycler.__init__.__globals__.os.popen(\"id\").read() }}\n- [ ] {% include \"/etc/passwd\" %}\n"
         "- [ ] {# gone? #} text\n- [ ] f\"{x}\" and ${{ github.token }}\n", "{{ 7*7 }}", "{# gone? #} text", "${{ github.token }}"),
    take("quotes that end an attribute", "# Bread\" onmouseover=\"alert(1)\" x=\"\n- [ ] [a](https://a.example \"t\\\" onclick=alert(1)\")\n", "onmouseover"),
    take("names of DOM properties", HEAD + "## constructor\n- [ ] __proto__\n## location\n- [ ] forms\n- [ ] toString\n- [ ] __search\n", "toString"),
    take("names reserved by Windows", "# CON\n## aux.\n- [ ] NUL\n- [ ] com1\n- [ ] LPT1 \n", "NUL", "LPT1"),
    take("TeX commands", HEAD + "- [ ] $\\href{javascript:alert(1)}{x}$ and \\input{/etc/passwd}\n- [ ] $\\def\\x{\\x\\x}\\x$\n", "/etc/passwd"),
    take("workflow commands", HEAD + "- [ ] ::set-output name=x::y\n- [ ] ::error file=a::b\n- [ ] %0A::add-mask::x\n", "::set-output"),
    take("Typst code in items", HEAD + "- #read(\"/etc/passwd\")\n- $ sum $ @ref <label>\n", '#read("/etc/passwd")'),
    take("YAML syntax", HEAD + "- a: b, {c: d}\n- '- x'\n- '!!python/name:os.system'\n- '&a *a'\n", "python/name"),
    take("an attribute list", HEAD + "- Kneading {: onclick=alert(1) }\n", "onclick=alert(1)"),
    take("a snippet include in an item", HEAD + '- --8<-- "/etc/passwd"\n', "/etc/passwd"),
    take("a script element", HEAD + "- <script>fired(1)</script>\n", "fired(1)"),
]  # fmt: skip

DOCUMENTS = [*ENCODING, *CONFUSABLES, *STRUCTURE, *LINKED, *INERT]
