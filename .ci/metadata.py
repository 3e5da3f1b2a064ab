"""The project's addresses in its metadata: those of whoever releases it, so that every fork is right, as in mkdocs.yml."""

import os
import re
from collections.abc import Mapping
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

# A picture or link to a file of the repository.
FILE_LINK = re.compile(r"(!?)\[([^\]]*)\]\((?![a-z]+:|#)([^)]+)\)")
# How to begin: the section of the README, and what there is only in a copy of the repository.
BEGIN = re.compile(r"^## Start your own\n.*?(?=^## )", re.MULTILINE | re.DOTALL)
ONLY_IN_COPY = {
    " Until there is a release, install from a copy of this repository:": " Install it, start a project and look at it:",
    " --install-from ../learning-roadmap": "",
    "pip install ../learning-roadmap": "pip install mkdocs-learning-roadmap",
}
PICTURE_LINE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\n\n?", re.MULTILINE)


class AddressHook(MetadataHookInterface):
    def update(self, metadata: dict[str, Any]) -> None:
        """Add the addresses of REPO_URL and SITE_URL, and the README with them. A wheel made from an sdist has those of the sdist."""
        root = Path(self.root)
        metadata["urls"] = urls = addresses(os.environ) or recorded(root / "PKG-INFO")
        text = readme((root / "README.md").read_text("utf-8"), urls.get("Source"))
        metadata["readme"] = {"content-type": "text/markdown", "text": text}


def addresses(environment: Mapping[str, str]) -> dict[str, str]:
    """What the environment says; nothing where it says nothing, as on a contributor's machine."""
    urls: dict[str, str] = {}
    if site := environment.get("SITE_URL"):
        urls |= {"Homepage": site, "Documentation": site}
    if repository := environment.get("REPO_URL", "").rstrip("/"):
        urls |= {"Source": repository, "Issues": f"{repository}/issues", "Changelog": f"{repository}/blob/main/CHANGELOG.md"}
    return urls


def recorded(file: Path) -> dict[str, str]:
    """What the metadata of an sdist says; nothing where this is the repository."""
    if not file.exists():
        return {}
    lines = HeaderParser().parsestr(file.read_text("utf-8")).get_all("Project-URL", [])
    return dict(line.split(", ", 1) for line in lines)


def readme(text: str, repository: str | None) -> str:
    """The README for a package index, which has none of the repository's files.

    It begins with how to install the package from there. Links lead to the repository; if its address is unknown, their words stay
    without a link, and pictures are left out.
    """
    begin = BEGIN.search(text)
    picture = PICTURE_LINE.search(text)
    if begin is None or picture is None or not all(words in begin[0] for words in ONLY_IN_COPY):
        raise ValueError("README.md: 'Start your own' is not as .ci/metadata.py expects it")
    section = begin[0]
    for words, replacement in ONLY_IN_COPY.items():
        section = section.replace(words, replacement)
    text = text[: picture.start()] + section + text[picture.start() : begin.start()] + text[begin.end() :]
    if repository is None:
        return FILE_LINK.sub(r"\2", PICTURE_LINE.sub("", text))
    return FILE_LINK.sub(lambda link: f"{link[1]}[{link[2]}]({repository}/{'raw' if link[1] else 'blob'}/main/{link[3]})", text)
