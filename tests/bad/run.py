"""Run a case on the command line."""

from collections.abc import Sequence
from pathlib import Path

from tests.bad.case import Case, Must


def commands(case: Case, folder: Path, is_document: bool) -> list[list[str]]:
    """The commands to run one after the other in ``folder``, the input written there."""
    if is_document:
        (folder / "input.md").write_bytes(case.raw)
        return [["import", "input.md", "--data", "result.yml"]]
    (folder / "input.yml").write_bytes(case.raw)
    check = ["check", "--data", "input.yml"]
    if case.base is not None:
        (folder / "base.yml").write_text(case.base, encoding="utf-8")
        check += ["--base", "base.yml"]
    return [check] if case.must is Must.REJECT else [check, ["fmt", "--data", "input.yml"]]


def failings(case: Case, folder: Path, is_document: bool, codes: Sequence[int], out: str) -> list[str]:
    """What is not as it must be, in words."""
    found = []
    file = "input.md" if is_document else "input.yml"
    result = folder / ("result.yml" if is_document else "input.yml")
    if "Traceback" in out:
        found.append("a traceback")
    if any(not character.isprintable() and character != "\n" for character in out):
        found.append("a control character in the output")
    wanted = 1 if case.must is Must.REJECT else 0
    if any(code != wanted for code in codes):
        found.append(f"exit codes {list(codes)}")
    for code, line in case.expected:
        if not any(text.startswith(f"{file}:{line}:") and f"[{code}]" in text for text in out.split("\n")):
            found.append(f"no {code} in line {line}")
    if case.must is Must.REJECT:
        if is_document and result.exists():
            found.append("something was written")
        if not is_document and result.read_bytes() != case.raw:
            found.append("the input was changed")
        return found
    if case.must is Must.TAKE and any(": warning: " in line or ": error: " in line for line in out.split("\n")):
        found.append("something was said")
    text = result.read_text(encoding="utf-8") if result.exists() else ""
    found += [f"lost: {words}" for words in case.keeps if words not in text]
    return found
