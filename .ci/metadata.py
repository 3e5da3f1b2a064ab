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

    Links lead to the repository. If its address is unknown, their words stay without a link, and pictures are left out.
    """
    if repository is None:
        return FILE_LINK.sub(r"\2", PICTURE_LINE.sub("", text))
    return FILE_LINK.sub(lambda link: f"{link[1]}[{link[2]}]({repository}/{'raw' if link[1] else 'blob'}/main/{link[3]})", text)
