"""The gate in front of the HTTP API: what breaks a client is refused, what does not is free."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from amigok import api_gate, fleet
from amigok.api_changes import breaking_changes
from amigok.errors import Failure

Json = dict[str, Any]

DOCUMENT: Json = {
    "paths": {
        "/cows": {
            "post": {
                "operationId": "add_cow",
                "tags": ["cows"],
                "summary": "Add a cow",
                "security": [{"admin": []}, {"user": []}],
                "parameters": [
                    {"in": "query", "name": "herd", "required": False, "schema": {"type": "integer", "maximum": 9}}
                ],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/CowIn"}}},
                },
                "responses": {
                    "201": {
                        "headers": {"Location": {}},
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/CowOut"}}},
                    },
                    "409": {"content": {}},
                },
            }
        }
    },
    "components": {
        "schemas": {
            "CowIn": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "maxLength": 40, "description": "What it is called"},
                    "sex": {"enum": ["female", "male"]},
                    "mother": {"anyOf": [{"$ref": "#/components/schemas/CowIn"}, {"type": "null"}]},
                },
            },
            "CowOut": {
                "type": "object",
                "required": ["name", "state"],
                "properties": {
                    "name": {"type": "string"},
                    "description": {"type": "string"},
                    "state": {"enum": ["well", "ill"]},
                    "calves": {"type": "array", "items": {"$ref": "#/components/schemas/CowOut"}},
                    "weight": {"anyOf": [{"type": "number"}, {"type": "null"}]},
                },
            },
        }
    },
}

Change = Callable[[Json, Json, Json], object]
"""Gets the operation, the schema of what is asked and that of what is answered."""


def changed(change: Change) -> Json:
    document = deepcopy(DOCUMENT)
    schemas = document["components"]["schemas"]
    change(document["paths"]["/cows"]["post"], schemas["CowIn"], schemas["CowOut"])
    return document


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ("its name was add_cow", lambda post, asked, told: post.update(operationId="create_cow")),
        ("its tag was", lambda post, asked, told: post.update(tags=["cattle"])),
        ("user may no longer call it", lambda post, asked, told: post.update(security=[{"admin": []}])),
        ("query parameter herd: removed", lambda post, asked, told: post.update(parameters=[])),
        ("herd: is required now", lambda post, asked, told: post["parameters"][0].update(required=True)),
        ("herd: maximum was 9 and is 5", lambda post, asked, told: post["parameters"][0]["schema"].update(maximum=5)),
        ("no longer answers 201", lambda post, asked, told: post["responses"].pop("201")),
        ("answers 202, which", lambda post, asked, told: post["responses"].update({"202": {}})),
        ("the header Location", lambda post, asked, told: post["responses"]["201"]["headers"].clear()),
        ("no longer application/json", lambda post, asked, told: post["requestBody"].update(content={"text/csv": {}})),
        ("CowIn.sex: removed", lambda post, asked, told: asked["properties"].pop("sex")),
        ("CowIn.sex: is required now", lambda post, asked, told: asked["required"].append("sex")),
        ("CowIn.name: maxLength was 40", lambda post, asked, told: asked["properties"]["name"].update(maxLength=20)),
        ("CowIn.name: the pattern was not", lambda post, asked, told: asked["properties"]["name"].update(pattern="^B")),
        (
            "CowIn.name: was string and is integer",
            lambda post, asked, told: asked["properties"]["name"].update(type="integer"),
        ),
        ("'male' is no longer accepted", lambda post, asked, told: asked["properties"]["sex"]["enum"].pop()),
        ("null has no counterpart", lambda post, asked, told: asked["properties"]["mother"]["anyOf"].pop()),
        ("CowOut.description: removed", lambda post, asked, told: told["properties"].pop("description")),
        ("CowOut.name: may be missing now", lambda post, asked, told: told["required"].remove("name")),
        ("'dead' may come, which", lambda post, asked, told: told["properties"]["state"]["enum"].append("dead")),
        (
            "string has no counterpart",
            lambda post, asked, told: told["properties"]["weight"]["anyOf"].append({"type": "string"}),
        ),
    ],
)
def test_what_breaks_a_client_is_said(said: str, change: Change) -> None:
    found = breaking_changes(DOCUMENT, changed(change))
    assert any(said in each for each in found), found


@pytest.mark.parametrize(
    "change",
    [
        lambda post, asked, told: post.update(summary="Adds a cow"),
        lambda post, asked, told: post.update(security=[]),
        lambda post, asked, told: post["parameters"].append({"in": "query", "name": "dry", "schema": {}}),
        lambda post, asked, told: post["parameters"][0]["schema"].update(maximum=20),
        lambda post, asked, told: post["responses"].update({"404": {}}),
        lambda post, asked, told: asked["properties"].update(colour={"type": "string"}),
        lambda post, asked, told: asked["required"].clear(),
        lambda post, asked, told: asked["properties"]["sex"]["enum"].append("unknown"),
        lambda post, asked, told: asked["properties"]["name"].pop("maxLength"),
        lambda post, asked, told: told["properties"].update(colour={"type": "string"}),
        lambda post, asked, told: told["required"].append("calves"),
        lambda post, asked, told: told["properties"]["state"]["enum"].pop(),
        lambda post, asked, told: told["properties"]["weight"]["anyOf"].pop(),
    ],
)
def test_what_clients_do_not_notice_is_free(change: Change) -> None:
    assert breaking_changes(DOCUMENT, changed(change)) == []


def test_an_operation_and_a_schema_that_are_gone_are_said() -> None:
    nothing: Json = {"paths": {}, "components": {"schemas": {}}}
    assert breaking_changes(DOCUMENT, nothing) == [
        "POST /cows: removed",
        "schema CowIn: removed or renamed",
        "schema CowOut: removed or renamed",
    ]


def test_what_a_schema_lost_is_said_wherever_it_is_used() -> None:
    document = changed(lambda post, asked, told: told["properties"].pop("description"))
    document["paths"]["/bulls"] = document["paths"]["/cows"]
    old = {**DOCUMENT, "paths": {"/cows": DOCUMENT["paths"]["/cows"], "/bulls": DOCUMENT["paths"]["/cows"]}}
    assert [each.split(":")[0] for each in breaking_changes(old, document)] == ["POST /cows", "POST /bulls"]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    _step(tmp_path, "1.0.0")
    (tmp_path / "released.json").write_text(api_gate.release(DOCUMENT, tmp_path))
    return tmp_path


def _step(package: Path, version: str) -> None:
    (package / "pyproject.toml").write_text(f'[project]\nname = "amigok-client"\nversion = "{version}"\n')


BROKEN = changed(lambda post, asked, told: told["properties"].pop("description"))


def test_a_breaking_change_is_refused_until_the_next_major_version(package: Path) -> None:
    for version in ("1.0.0", "1.1.0"):
        _step(package, version)
        with pytest.raises(Failure, match=r"step to version 2\.0\.0:\n  POST /cows: CowOut\.description: removed"):
            api_gate.check(BROKEN, package)
    _step(package, "2.0.0")
    api_gate.check(BROKEN, package)


def test_before_the_first_release_everything_is_free(tmp_path: Path) -> None:
    _step(tmp_path, "1.0.0")
    api_gate.check(BROKEN, tmp_path)


def test_a_version_of_the_api_is_released_once_and_never_goes_back(package: Path) -> None:
    with pytest.raises(Failure, match=r"1\.0\.0 was released already"):
        api_gate.release(DOCUMENT, package)
    _step(package, "0.9.0")
    with pytest.raises(Failure, match="comes before the last release"):
        api_gate.check(DOCUMENT, package)


def test_a_release_keeps_fields_that_are_called_like_words(package: Path) -> None:
    schemas = json.loads((package / "released.json").read_text())["document"]["components"]["schemas"]
    assert "description" in schemas["CowOut"]["properties"]
    assert "description" not in schemas["CowIn"]["properties"]["name"]


def test_what_a_release_did_not_state_is_excused_until_another_does() -> None:
    """Within a major version nothing else breaks; the next one may break anything."""
    document = json.loads((fleet.ROOT / "docs/openapi.json").read_text())
    released = json.loads((fleet.ROOT / "libs/client/released.json").read_text())["document"]
    broken = set(breaking_changes(released, document))
    assert broken >= api_gate.UNSTATED, "an excuse that nothing needs any more"
    versions = {each["info"]["version"].partition(".")[0] for each in (released, document)}
    assert len(versions) == 2 or broken == api_gate.UNSTATED


def test_the_document_of_the_fleet_breaks_nothing_of_itself() -> None:
    document = json.loads((fleet.ROOT / "docs/openapi.json").read_text())
    assert breaking_changes(document, document) == []
