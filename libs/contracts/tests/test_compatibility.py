"""Every kind of change that breaks a published event is caught; what may change, may."""

from copy import deepcopy
from typing import Any

import pytest

from amigok_contracts.compatibility import breaking_changes

PUBLISHED: dict[str, Any] = {
    "x-amigok": {"type": "t.a.happened", "version": 1, "public": True, "aggregate": "id"},
    "type": "object",
    "title": "Happened",
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "kind": {"enum": ["ram", "ewe"], "type": "string"},
        "price": {"$ref": "#/$defs/Money"},
        "owner": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "note": {"type": "string", "default": "", "maxLength": 100},
        "tags": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["id", "kind", "price", "owner", "tags"],
    "$defs": {
        "Money": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"amount": {"type": "string", "pattern": "^[0-9]+$"}},
            "required": ["amount"],
        }
    },
}


def changed(**edits: Any) -> dict[str, Any]:
    """The published schema with values put at paths; None removes."""
    schema = deepcopy(PUBLISHED)
    for path, value in edits.items():
        *folders, last = path.replace("DEFS", "$defs").replace("META", "x-amigok").split("__")
        node = schema
        for folder in folders:
            node = node[folder]
        if value is None:
            del node[last]
        else:
            node[last] = value
    return schema


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        (changed(properties__note=None), "note: removed or renamed"),
        (changed(properties__kind__type="integer"), "kind: type was 'string' and is 'integer'"),
        (changed(properties__id__format=None), "id: format was 'uuid' and is not there"),
        (changed(properties__breed={"type": "string"}), "breed: new, but not optional with a default"),
        (
            changed(properties__breed={"type": "string", "default": ""}, required=[*PUBLISHED["required"], "breed"]),
            "breed: new, but not optional with a default",
        ),
        (changed(required=[*PUBLISHED["required"], "note"]), "note: is required now"),
        (changed(required=["id", "kind", "price", "tags"]), "owner: is no longer required"),
        (changed(properties__kind__enum=["ram"]), "kind: lost the value 'ewe'"),
        (changed(properties__kind__enum=["ram", "ewe", "lamb"]), "kind: gained the value 'lamb'"),
        (changed(properties__kind__enum=None), "kind: whether its values are enumerated changed"),
        (changed(properties__note__maxLength=50), "note: maxLength was 100 and is 50"),
        (changed(properties__id__minLength=8), "id: minLength was not there and is 8"),
        (changed(properties__note__default="-"), "note: default was '' and is '-'"),
        (changed(DEFS__Money__properties__amount__pattern="^.$"), "price.amount: pattern was"),
        (changed(DEFS__Money__properties__amount=None), "price.amount: removed or renamed"),
        (
            changed(DEFS__Money__properties__scale={"type": "integer", "default": 2}),
            "price.scale: new where the published version forbids unknown fields",
        ),
        (changed(properties__owner__anyOf=[{"type": "string"}]), "owner: had 2 alternatives"),
        (changed(properties__owner={"type": "string"}), "owner: "),
        (changed(properties__tags__items={"type": "integer"}), "tags[]: type was 'string' and is 'integer'"),
        (changed(properties__tags__items=None), "tags: what its items are changed"),
        (changed(META__public=False), "the event is no longer public"),
        (changed(META__aggregate="owner"), "the aggregate was id and is owner"),
    ],
)
def test_a_change_that_breaks_somebody_is_named(new: dict[str, Any], sentence: str) -> None:
    assert any(change.startswith(sentence) for change in breaking_changes(PUBLISHED, new))


@pytest.mark.parametrize(
    "new",
    [
        PUBLISHED,
        changed(properties__breed={"type": "string", "default": "unknown"}),
        changed(properties__breed={"anyOf": [{"type": "string"}, {"type": "null"}], "default": "x"}),
        changed(title="Renamed", description="Better words."),
        changed(properties__id__description="Says more."),
    ],
)
def test_a_change_that_breaks_nobody_may_be_made(new: dict[str, Any]) -> None:
    assert breaking_changes(PUBLISHED, new) == []


def test_an_internal_event_may_become_public() -> None:
    assert breaking_changes(changed(META__public=False), PUBLISHED) == []


def test_the_same_type_written_in_place_or_by_reference_is_no_change() -> None:
    inline = changed(properties__price=PUBLISHED["$defs"]["Money"])
    assert breaking_changes(PUBLISHED, inline) == []
