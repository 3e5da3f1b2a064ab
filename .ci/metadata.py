"""The project's addresses in its metadata: those of whoever releases it, so that every fork is right, as in mkdocs.yml."""

import os
from collections.abc import Mapping
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class AddressHook(MetadataHookInterface):
    def update(self, metadata: dict[str, Any]) -> None:
        """Adds the addresses of REPO_URL and SITE_URL; a wheel made from an sdist has those of the sdist."""
        metadata["urls"] = addresses(os.environ) or recorded(Path(self.root) / "PKG-INFO")


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
