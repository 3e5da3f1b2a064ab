"""The version of a roadmap's data."""

import hashlib
from collections.abc import Iterable

from learning_roadmap.model.roadmap import Roadmap


def data_version(roadmap: Roadmap) -> str:
    """A short hash of the data."""
    return version_of_json([roadmap.model_dump_json(exclude_defaults=True)])


def version_of_json(parts: Iterable[bytes]) -> str:
    """The same from the JSON of the roadmap, without default values, in parts."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()[:7]
