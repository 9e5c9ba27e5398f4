"""The JSON Schema of the record, made from the models that define it."""

from __future__ import annotations

import json

from minuteparse.record import SCHEMA_VERSION, Minutes

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """The schema of one record as printed by `minuteparse parse`: JSON of draft 2020-12, with a last newline."""
    schema = Minutes.model_json_schema(by_alias=True, mode="serialization")
    head = {"$schema": DIALECT, "$comment": f"The record of minuteparse, schema version {SCHEMA_VERSION}."}
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"
