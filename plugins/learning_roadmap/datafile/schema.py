"""The data file's JSON Schema, made from the model, so that editors complete and check as the program does."""

import json
from typing import Any

from learning_roadmap.model import Roadmap


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a data file."""
    made: dict[str, Any] = Roadmap.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def schema_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
