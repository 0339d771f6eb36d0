"""The merged document of the HTTP API, as its clients use it."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from mypy import api as mypy

from amigok import api_check, client_package, openapi
from amigok.fleet import ROOT, SERVICES, load

Json = dict[str, Any]

PROVEN_IN_THE_BODY = ("/api/v1/auth/", "/api/v1/jetson/devices/register", "/api/v1/notifications/reports")
"""Where whoever calls is known by what is sent: a password, a code, a token from a mail, a claim, a signature."""

UNFOLLOWED = {"register_account", "request_password_reset", "change_email", "send_phone_code"}
"""What is accepted and goes on in somebody's mail or on their phone."""


WITH_KNOWN_VALUES = {
    "counterparty",
    "document_type",
    "kyc_status",
    "media_type",
    "method",
    "our_state",
    "provider",
    "purpose",
    "role",
    "sex",
    "signs",
    "state",
    "status",
}
"""Fields that say more than that they are strings: an enum, a pattern or known values."""


@pytest.fixture(scope="module")
def document() -> Json:
    return openapi.document([load(name) for name in SERVICES])


def operations(document: Json) -> Iterator[Json]:
    for methods in document["paths"].values():
        yield from methods.values()


def bodies(operation: Json) -> Iterator[tuple[str, Json]]:
    """Each JSON body of requests and successes."""
    places = {"request": operation.get("requestBody", {}), **operation["responses"]}
    for where, place in places.items():
        media = place.get("content", {}).get("application/json")
        if media:
            yield where, media


@pytest.mark.long
def test_the_tools_of_client_developers_are_content_with_the_document() -> None:
    """As `amigok api check` noted. A document that it has not seen is checked here."""
    if not api_check.is_approved():
        api_check.check()


def test_a_document_is_approved_as_it_is_and_no_other(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    changed = tmp_path / "openapi.json"
    changed.write_bytes(api_check.DOCUMENT.read_bytes() + b" ")
    monkeypatch.setattr(api_check, "DOCUMENT", changed)
    assert not api_check.is_approved()


def test_the_python_client_is_that_of_the_document() -> None:
    assert not client_package.is_stale(ROOT)


@pytest.mark.long
def test_the_example_of_the_page_for_clients_fits_the_python_client(tmp_path: Path) -> None:
    [example] = re.findall(r"```python\n(.*?)```", (ROOT / "docs/clients.md").read_text(), re.DOTALL)
    (tmp_path / "example.py").write_text(example)
    told, errors, failed = mypy.run(["--strict", "--cache-dir", str(tmp_path), str(tmp_path / "example.py")])
    assert not failed, told + errors


def test_every_operation_has_a_name_of_its_own_that_is_an_identifier(document: Json) -> None:
    names = Counter(operation["operationId"] for operation in operations(document))
    assert [name for name, times in names.items() if times > 1] == []
    assert [name for name in names if not name.isidentifier() or name != name.lower()] == []


def test_every_tag_says_in_a_line_what_it_is_about(document: Json) -> None:
    used = {tag for operation in operations(document) for tag in operation["tags"]}
    described = {tag["name"]: tag["description"] for tag in document["tags"]}
    assert used == set(described)
    assert all(text and "\n" not in text for text in described.values())
    assert document["tags"][0]["name"] == "account requests"


def test_a_schema_is_titled_as_it_is_called(document: Json) -> None:
    for name, schema in document["components"]["schemas"].items():
        assert name.isidentifier()
        assert "__" not in name
        assert schema["title"] == name


def test_a_field_whose_values_are_known_says_them(document: Json) -> None:
    bare = [
        f"{name}.{field}"
        for name, schema in document["components"]["schemas"].items()
        for field, declared in schema.get("properties", {}).items()
        if field in WITH_KNOWN_VALUES and _is_bare(declared)
    ]
    assert bare == []
    told = document["components"]["schemas"]["DifferenceOut"]["properties"]["our_state"]["description"]
    assert told.startswith("Known: `created`, ")


def test_decimals_are_sent_as_numbers_or_strings_and_answered_as_strings(document: Json) -> None:
    schemas = document["components"]["schemas"]
    ways = {each["type"] for each in schemas["RegistrationIn"]["properties"]["weight_kg"]["anyOf"]}
    assert ways == {"number", "string"}
    for name, field in (("LivestockOut", "weight_kg"), ("Total", "amount")):
        answered = schemas[name]["properties"][field]
        assert (answered["type"], answered["pattern"]) == ("string", r"^-?[0-9]+(\.[0-9]+)?$")
    assert [each["type"] for each in schemas["BreedOut"]["properties"]["typical_weight_kg"]["anyOf"]] == [
        "string",
        "null",
    ]


def _is_bare(schema: Json) -> bool:
    """Whether it is, or may be, a string of which nothing is said."""
    within = [*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else [])]
    said = {"const", "enum", "pattern", "x-known-values"} & schema.keys()
    return (schema.get("type") == "string" and not said) or any(map(_is_bare, within))


def test_every_reference_and_every_discriminator_leads_to_a_schema(document: Json) -> None:
    text = json.dumps(document)
    for reference in {part.split('"', 1)[0] for part in text.split("#/components/")[1:]}:
        kind, name = reference.split("/")
        assert name in document["components"][kind], reference


def test_every_body_has_an_example_that_fits_its_schema(document: Json) -> None:
    for operation in operations(document):
        for where, media in bodies(operation):
            schema = {**media["schema"], "components": document["components"]}
            errors = [error.message for error in Draft202012Validator(schema).iter_errors(media["example"])]
            assert not errors, (operation["operationId"], where, errors)


def test_what_is_accepted_can_be_followed(document: Json) -> None:
    accepted = {
        operation["operationId"]: set(operation["responses"]["202"]["headers"])
        for operation in operations(document)
        if "202" in operation["responses"]
    }
    assert {name for name, headers in accepted.items() if "Location" not in headers} == UNFOLLOWED
    assert all("Retry-After" in headers for headers in accepted.values() if "Location" in headers)


def test_every_operation_says_who_may_call_it(document: Json) -> None:
    schemes = set(document["components"]["securitySchemes"])
    assert schemes == {"admin", "device", "farm_staff", "ticket", "user", "veterinarian"}
    for operation in operations(document):
        assert {name for way in operation["security"] for name in way} <= schemes


def test_an_operation_that_refuses_strangers_says_how_to_sign_in(document: Json) -> None:
    silent = [
        f"{method} {path}"
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if "401" in operation["responses"] and not operation["security"] and not path.startswith(PROVEN_IN_THE_BODY)
    ]
    assert silent == []
    heartbeat = document["paths"]["/api/v1/jetson/devices/{device_id}/heartbeat"]["post"]
    assert heartbeat["security"] == [{"device": []}]
    assert document["components"]["securitySchemes"]["device"]["scheme"] == "basic"


def test_enums_have_one_order_whatever_was_imported_first(document: Json) -> None:
    """`Literal["a", "b"]` equals `Literal["b", "a"]`, and the client has them in an order of its own."""
    orders = [node["enum"] for node in nodes(document) if isinstance(node.get("enum"), list)]
    assert len(orders) > 100
    assert [order for order in orders if order != sorted(order, key=str)] == []


def nodes(node: Any) -> Iterator[Json]:
    """All objects of a document."""
    if isinstance(node, dict):
        yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from nodes(each)
