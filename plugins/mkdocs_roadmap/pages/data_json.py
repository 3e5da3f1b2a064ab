"""The published data: the roadmap as canonical JSON, and its schema."""

import json
from typing import Any

from mkdocs_roadmap.model import Roadmap


def data_json(roadmap: Roadmap) -> str:
    """The text of ``roadmap.json``: fields in the order of the model, defaults left out."""
    return _canonical(roadmap.model_dump(mode="json", exclude_defaults=True))


def schema_json() -> str:
    """The text of ``roadmap.schema.json``."""
    schema = Roadmap.model_json_schema()
    return _canonical({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
