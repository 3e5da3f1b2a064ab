"""The published data: the roadmap as canonical JSON, and its schema."""

from learning_roadmap.datafile import schema_text
from learning_roadmap.model import Roadmap


def data_json(roadmap: Roadmap) -> str:
    """The text of ``roadmap.json``: fields in the order of the model, defaults left out."""
    return roadmap.model_dump_json(exclude_defaults=True, indent=1) + "\n"


def schema_json() -> str:
    """The text of ``roadmap.schema.json``."""
    return schema_text()
