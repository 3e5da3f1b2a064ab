"""Hand-written pages: their macros are run once, here, and the result is plain Markdown."""

import os
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from learning_roadmap.datafile import one_line
from learning_roadmap.diagnostics import Place, Problem, ProblemsFound
from learning_roadmap.export.markdown import as_html
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.pages import Settings, Snippets, UnknownName
from learning_roadmap.project import is_inside, realpath
from learning_roadmap.text import MEBIBYTE, read_text

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*\n", re.DOTALL)
TITLE = re.compile(r"^title:", re.MULTILINE)
HEADING = re.compile(r"^(?:#[ \t]+(.+?)(?:[ \t]+#*)?(?:[ \t]+\{[^{}\n]*\})?|(\S.*)\n=+)[ \t]*$", re.MULTILINE)
TAG = re.compile(r"<[^>]*>")
WITHOUT_MACROS = re.compile(r"^render_macros:\s*false\s*$", re.MULTILINE)
MACROS = tuple(name for name in vars(Snippets) if not name.startswith("_"))
MACRO_FIX = "use only the macros of learning_roadmap: other macros are not available in an export"
INDEX_SOURCE = """---
title: {home}
---

# {title}

{{{{ progress() }}}}

{{{{ start() }}}}

{{{{ phases() }}}}

{{{{ documents() }}}}
"""


def handwritten(folder: Path, index: RoadmapIndex, settings: Settings, project: Path = Path()) -> dict[str, bytes]:
    """Every file of a folder of pages by its path, with the macros run. Symbolic links may only lead to files of the project.

    Raises:
        ProblemsFound: with every page that cannot be read or rendered.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if not path.is_file() or any(part.startswith(".") for part in name.parts):
            continue
        if path.is_symlink() and not (is_inside(path, folder) or _is_of_project(path, project)):
            message = "a link to a file outside the project, which would be published"
            problems.append(Problem(Place(str(path)), "EXPORT-LINK", message, "put the file itself there, or remove the link"))
            continue
        if path.suffix != ".md":
            files[name.as_posix()] = path.read_bytes()
            continue
        try:
            text = "\n".join(read_text(path, 16 * MEBIBYTE).lines)
            files[name.as_posix()] = run_macros(text, name.as_posix(), str(path), index, settings).encode()
        except ProblemsFound as error:
            problems += error.problems
    if problems:
        raise ProblemsFound(problems)
    return files


def _is_of_project(path: Path, project: Path) -> bool:
    """Whether a link leads to a file of the project that is not hidden, such as its README."""
    there = os.path.relpath(realpath(path), realpath(project))
    return not any(part.startswith(".") for part in Path(there).parts)


def run_macros(text: str, path: str, file: str, index: RoadmapIndex, settings: Settings) -> str:
    """A page's Markdown with its macros run; ``file`` names it in messages.

    Raises:
        ProblemsFound: for an unknown macro or id.
    """
    front_matter = FRONT_MATTER.match(text)
    head = front_matter[0] if front_matter else ""
    if WITHOUT_MACROS.search(head):
        return text
    first = head.count("\n")
    environment = SandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=True)
    snippets = Snippets(path, index, settings)
    environment.globals = {name: getattr(snippets, name) for name in MACROS}
    try:
        body = environment.from_string(text[len(head) :]).render()
    except TemplateSyntaxError as error:
        raise ProblemsFound([Problem(Place(file, first + error.lineno), "MACRO", str(error.message), MACRO_FIX)]) from None
    except UnknownName as error:
        raise ProblemsFound([Problem(Place(file, first + _template_line(error)), "REF-UNKNOWN", error.message, error.fix)]) from None
    except Exception as error:  # an expression in a page can raise anything
        raise ProblemsFound([Problem(Place(file, first + _template_line(error)), "MACRO", str(error), MACRO_FIX)]) from None
    return _titled(head, body)


def _titled(head: str, body: str) -> str:
    """The page, with its title in the front matter if a macro has printed into the heading that it would be taken from.

    Material decodes the character references of such a heading and prints the result as HTML.

    >>> _titled("", "# All of &#60;b&#62; and <i>more</i>\\n")
    '---\\ntitle: All of &lt;b&gt; and more\\n---\\n\\n# All of &#60;b&#62; and <i>more</i>\\n'
    """
    heading = HEADING.search(body)
    if heading is None or "&#" not in heading[0] or TITLE.search(head):
        return head + body
    words = " ".join(unescape(TAG.sub("", heading[1] or heading[2])).split())
    title = f"title: {one_line(as_html(words))}\n"
    opening, _, rest = head.partition("\n")
    return f"{opening}\n{title}{rest}{body}" if head else f"---\n{title}---\n\n{body}"


def _template_line(error: BaseException) -> int:
    """The line of the template that raised an error."""
    return max(_template_lines(error.__traceback__), default=1)


def _template_lines(trace: Any) -> Iterator[int]:
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            yield trace.tb_lineno
        trace = trace.tb_next


def default_index(title: str, index: RoadmapIndex, settings: Settings, as_heading: Callable[[str], str]) -> str:
    """A first page for a roadmap without a hand-written one."""
    return run_macros(
        INDEX_SOURCE.format(home=one_line(as_html(settings.strings.text("pages.home.title"))), title=as_heading(title)),
        "index.md",
        "index.md",
        index,
        settings,
    )
