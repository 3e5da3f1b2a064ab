"""The data file's JSON Schema, made from the model, for completion and checks in editors."""

import json
from functools import cache
from typing import Any

from learning_roadmap.model import Roadmap


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a data file."""
    model_schema: dict[str, Any] = Roadmap.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **model_schema}


@cache
def schema_text() -> str:
    """The schema as the text of its file: it is the same in all of a process."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"
