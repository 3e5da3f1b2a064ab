"""Hostile texts, and a roadmap that has one of them in every text field of every kind of entry."""

from collections.abc import Callable
from typing import Any, get_args

from learning_roadmap.model import (
    Certification,
    Checked,
    Conference,
    Disagreement,
    Document,
    Form,
    FormField,
    Goal,
    License,
    Milestone,
    Outcome,
    OutlineItem,
    Paper,
    Phase,
    Position,
    Practice,
    Prerequisite,
    Project,
    Provenance,
    Question,
    Resource,
    ResourcePart,
    Roadmap,
    RoutineBlock,
    RoutineItem,
    Section,
    Status,
    Tip,
    Tombstone,
    Topic,
)
from learning_roadmap.model.fields import check_plain_text
from learning_roadmap.model.records import Record, fields_in
from tests.families import family

# N in fired(N) is a number of its own in each place. 7*1111111 is seven sevens: wherever that is read, a template was run.
ALL_PAYLOADS = (
    "<script>fired(N)</script>",
    "</script><script>fired(N)</script>",
    "</title><script>fired(N)</script>",
    "</textarea><script>fired(N)</script>",
    "</li></ul></fieldset></article><script>fired(N)</script>",
    "--><script>fired(N)</script><!--",
    "]]><script>fired(N)</script>",
    "<ScRiPt src=data:text/javascript,fired(N)></sCrIpT>",
    "<scr<script>ipt>fired(N)</scr</script>ipt>",
    "<img src=x onerror=fired(N)>",
    "<img/src=x/onerror=fired(N)//",
    "<svg onload=fired(N)>",
    "<svg><animate onbegin=fired(N) attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:fired(N)><text y=20>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=fired(N)></style>",
    "<noscript><p title='</noscript><img src=x onerror=fired(N)>'>",
    "<body onload=fired(N)>",
    "<input autofocus onfocus=fired(N)>",
    "<details open ontoggle=fired(N)>x</details>",
    "<video><source onerror=fired(N)></video>",
    "<marquee onstart=fired(N)>x</marquee>",
    "<iframe srcdoc='<script>parent.fired(N)</script>'></iframe>",
    "<iframe src=javascript:parent.fired(N)></iframe>",
    "<object data='data:text/html,<script>parent.fired(N)</script>'></object>",
    "<form id=roadmap action=javascript:fired(N)><button>x</button></form>",
    "<a id=roadmapMap><a id=roadmapMap name=leaves href=javascript:fired(N)>x</a>",
    "<p id=__config name=document data-md-component=content>fired(N)</p>",
    "<base href='https://evil.example/fired(N)/'>",
    "<meta http-equiv=refresh content='0;url=javascript:fired(N)'>",
    "<link rel=stylesheet href=data:text/css,fired(N)>",
    "<style>*{background:url('javascript:fired(N)')}</style>",
    "<template><script>fired(N)</script></template>",
    '" onmouseover="fired(N)" x="',
    "' onmouseover='fired(N)' x='",
    '"><img src=x onerror=fired(N)>',
    "'><img src=x onerror=fired(N)>",
    "` onmouseover=fired(N) `",
    "x onmouseover=fired(N) autofocus",
    "javascript:fired(N)",
    "[click](javascript:fired(N))",
    "[click](<javascript:fired(N)>)",
    "[click][fired(N)]",
    "![x](x){: onerror=fired(N) }",
    "**bold**{: onclick=fired(N) } _a_ `b` ~~c~~",
    "{: onclick=fired(N) #fired .fired }",
    "# Heading fired(N) {#clobber onclick=fired(N)}",
    "<javascript:fired(N)> <https://evil.example/fired(N)>",
    "| fired(N) | b | |---|---|",
    "{{ 7*1111111 }} fired(N)",
    "{{ config.__class__.__init__.__globals__ }} fired(N)",
    "{% set x = 7*1111111 %}{{ x }} fired(N)",
    "{% raw %}{# fired(N) #}{% include 'main.html' %}",
    "--8<-- 'mkdocs.yml' fired(N)",
    ";--8<-- fired(N)",
    "${7*1111111} ${fired(N)} `${fired(N)}`",
    "#eval(\"fired(N)\") #read(\"/etc/passwd\") $x$ @ref <label>",
    "\\u003cscript\\u003efired(N)\\u003c/script\\u003e \\x3cimg\\x3e",
    "&lt;script&gt;fired(N)&lt;/script&gt; &#60;img&#62; &amp;lt;",
    "<!--<script>fired(N)//--> <!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>",
    "__proto__ constructor fired(N)",
    "＜script＞fired(N)＜/script＞ <ſcript>fired(N)</ſcript>",
    "\u200b<\u200bimg src=x onerror=fired(N)\u200b>\ufeff",
    ":smile: (c) --> ==x== ^^y^^ ++ctrl++ fired(N)",
    "!!! note \"fired(N)\" ??? x === \"y\"",
)  # fmt: skip
# Each is a phase, a document and so on, with pages of their own. `make test-all` takes all, `make test` every seventh: those beside it are alike.
PAYLOADS = tuple(family(ALL_PAYLOADS, *ALL_PAYLOADS[::7]))
URLS = (
    "https://example.org/?\"onmouseover=\"fired(N)",
    "https://example.org/'><img/src=x/onerror=fired(N)>",
    "https://example.org/{{7*1111111}}fired(N)",
    "https://example.org/#javascript:fired(N)",
    "http://example.org/[fired(N)](x)",
)  # fmt: skip
# On no page: names of the file and of the whole, other names of a blank in a form, and where data was seen.
NOT_SHOWN = {(Document, "file"), (FormField, "also"), (Roadmap, "title"), (Roadmap, "description"), (Checked, "seen_in")}


def text_fields(kind: type[Record]) -> list[tuple[str, bool]]:
    """The fields of a kind that hold text, and whether they hold several."""
    found = []
    for name, field in fields_in(kind).items():
        parts = [field.annotation, *field.metadata]
        seen = repr((parts, [get_args(part) for part in get_args(field.annotation)]))
        if f"func={check_plain_text!r}" in seen:
            found.append((name, "tuple[" in seen))
    return found


class Hostile:
    """Data as plain objects; ``texts`` has each text by its number, with kind and field."""

    def __init__(self, make: Callable[[int, str], str] = lambda number, payload: payload.replace("fired(N)", f"fired({number})")) -> None:
        self._make = make
        self.texts: dict[int, tuple[type[Record], str, str]] = {}
        self.kinds: set[type[Record]] = set()
        self._payload = ""

    def _say(self, kind: type[Record], field: str, payload: str = "") -> str:
        number = 10_000 + len(self.texts)
        text = self._make(number, payload or self._payload)
        self.texts[number] = (kind, field, text)
        return text

    def of(self, kind: type[Record], /, **given: Any) -> dict[str, Any]:
        """An entry with the payload in each of its text fields."""
        self.kinds.add(kind)
        fields = text_fields(kind)
        own = ((fields_in(kind)[name].alias or name, [self._say(kind, name)] if several else self._say(kind, name)) for name, several in fields)
        return dict(own) | given

    def data(self) -> dict[str, Any]:
        """The whole roadmap."""
        found: dict[str, Any] = {"format": 2, "id": "hostile"}
        whole: dict[str, list[dict[str, Any]]] = {}
        for number, self._payload in enumerate(PAYLOADS):
            for name, entries in self._entries(number).items():
                whole.setdefault(name, []).extend(entries)
        return found | self.of(Roadmap) | {"license": self.of(License)} | whole

    def _entries(self, n: int) -> dict[str, list[dict[str, Any]]]:
        of = self.of
        url = self._make(99_000 + n, URLS[n % len(URLS)])
        tombstone = {"id": f"gone-{n}", "was": "merged", "kind": "phase", "into": [f"phase-{n}"]}
        part = of(Topic, id=f"part-{n}", hours=1.5)
        checked = of(Checked, on="2026-11-21")
        status = {**of(Status), "is": "renamed", "entry": f"part-{n}"}
        chapter = of(ResourcePart, id="chapter", at="chapter.html", checked=checked)
        readings = [{"resource": f"resource-{n}"}, {"resource": f"resource-{n}", "part": "chapter"}]
        topic = of(
            Topic, id=f"topic-{n}", level="expert", status=status, check=[of(Question)], read=readings, papers=[f"paper-{n}"], topics=[part],
            needs=[of(Prerequisite, topic=f"part-{n - 1}")] if n else [], named=[of(Provenance, document=f"document-{n}", line=2)],
        )  # fmt: skip
        section = of(
            Section, id=f"section-{n}", topics=[topic], practice=[of(Practice, id=f"practice-{n}")], projects=[f"project-{n}"],
            named=[of(Provenance, document=f"document-{n}", line=1)],
        )  # fmt: skip
        line = of(OutlineItem, line=2, kind="topic", url=url, number=self._say(OutlineItem, "number", "<i>fired(N)")[:40])
        return {
            "phases": [of(Phase, id=f"phase-{n}", sections=[section])],
            "projects": [of(Project, id=f"project-{n}", topics=[f"part-{n}"])],
            "resources": [
                of(Resource, id=f"resource-{n}", kind="book", url=f"{url}/", access="paid", level="advanced", parts=[chapter], checked=checked)
            ],
            "papers": [of(Paper, id=f"paper-{n}", url=url, checked=checked)],
            "disagreements": [of(Disagreement, id=f"disagreement-{n}", positions=[of(Position, document=f"document-{n}", line=1)])],
            "milestones": [of(Milestone, id=f"milestone-{n}", months=n + 1, goals=[of(Goal, id=f"goal-{n}", covers=[f"phase-{n}"])])],
            "routine": [of(RoutineBlock, id=f"routine-{n}", items=[of(RoutineItem, id=f"habit-{n}")])],
            "tips": [of(Tip, id=f"tip-{n}")],
            "certifications": [of(Certification, id=f"certification-{n}")],
            "conferences": [of(Conference, id=f"conference-{n}")],
            "outcomes": [of(Outcome, id=f"outcome-{n}")],
            "forms": [of(Form, id=f"form-{n}", fields=[of(FormField, id=f"field-{n}")])],
            "history": [of(Tombstone, **tombstone)],
            "documents": [of(Document, id=f"document-{n}", outline=[of(OutlineItem, line=1, kind="section", items=[line])])],
        }
