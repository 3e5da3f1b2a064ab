"""The version of a roadmap's data."""

import hashlib

from learning_roadmap.model.roadmap import Roadmap


def data_version(roadmap: Roadmap) -> str:
    """A short hash of the data."""
    return hashlib.sha256(roadmap.model_dump_json(exclude_defaults=True).encode()).hexdigest()[:7]
