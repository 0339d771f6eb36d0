"""The fleet's documentation, and the problems that the gateway lets the portal word."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from amigok_chassis.testing import Rig, running
from amigok_contracts.reading import type_name
from portal.docs import pages
from portal.main import service

DOCS = Path(__file__).resolve().parents[3] / "docs"


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


async def test_the_front_page_leads_to_the_documentation(rig: Rig) -> None:
    response = await rig.http.get("/")
    assert (response.status_code, response.headers["location"]) == (307, "/docs")


async def test_the_pages_load_nothing_from_elsewhere_and_run_no_script_of_their_own(rig: Rig) -> None:
    for path in ("/docs", "/events"):
        page = (await rig.http.get(path)).text
        assert "http://" not in page
        assert "https://" not in page
        assert "<script>" not in page


async def test_every_asset_that_a_page_names_is_there(rig: Rig) -> None:
    for name in pages.ASSETS:
        response = await rig.http.get(f"/docs/assets/{name}")
        assert response.status_code == 200
        assert response.headers["content-type"].startswith(("text/css", "text/javascript"))


@pytest.mark.parametrize("name", ["nothing.js", "..%2Fpages.py", "%2e%2e"])
async def test_other_files_are_not_served(rig: Rig, name: str) -> None:
    response = await rig.http.get(f"/docs/assets/{name}")
    assert response.status_code == 404
    assert response.json()["code"] == "not_found"


async def test_a_name_that_is_no_text_is_refused(rig: Rig) -> None:
    response = await rig.http.get("/docs/assets/docs.js%00")
    assert (response.status_code, response.json()["code"]) == (422, "invalid_request")


async def test_the_committed_documents_are_served_as_they_are(rig: Rig) -> None:
    for name in ("openapi.json", "asyncapi.json"):
        response = await rig.http.get(f"/{name}")
        assert response.headers["content-type"] == "application/json"
        assert response.content == (DOCS / name).read_bytes()


async def test_documents_and_assets_are_compressed_and_not_sent_again_to_who_has_them(rig: Rig) -> None:
    for path in ("/openapi.json", "/asyncapi.json", "/docs/assets/swagger-ui-bundle.js"):
        whole = await rig.http.get(path, headers={"Accept-Encoding": "identity"})
        small = await rig.http.get(path, headers={"Accept-Encoding": "gzip"})
        assert small.headers["content-encoding"] == "gzip"
        assert int(small.headers["content-length"]) < int(whole.headers["content-length"]) / 3
        assert small.content == whole.content
        assert small.headers["etag"] != whole.headers["etag"]
        again = await rig.http.get(path, headers={"Accept-Encoding": "gzip", "If-None-Match": small.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert (again.headers["etag"], again.headers["vary"]) == (small.headers["etag"], "Accept-Encoding")


async def test_the_event_page_shows_each_event_with_fields_and_example(rig: Rig) -> None:
    page = (await rig.http.get("/events")).text
    document = json.loads((DOCS / "asyncapi.json").read_bytes())
    for address in document["channels"]:
        assert f'id="{address}"' in page
    assert "EID-982000123456789" in page
    assert "Known: <code>stripe</code>, <code>paypal</code>, <code>wallet</code>." in page


async def test_documents_that_were_never_generated_are_a_problem(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PORTAL_DOCS_PATH", str(tmp_path))
    async with running(service) as rig:
        for path in ("/openapi.json", "/asyncapi.json", "/events"):
            response = await rig.http.get(path)
            assert (response.status_code, response.json()["code"]) == (503, "service_unavailable")


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (404, "not_found"),
        (502, "bad_gateway"),
        (503, "service_unavailable"),
        (504, "gateway_timeout"),
    ],
)
async def test_the_gateway_gets_a_problem_for_each_of_its_own_failures(rig: Rig, status: int, code: str) -> None:
    url = "http://gateway/api/v1/wallet?limit=1"
    response = await rig.http.get(f"/internal/problems/{status}", params={"url": url})
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert (response.json()["code"], response.json()["instance"]) == (code, "/api/v1/wallet")
    assert ("retry-after" in response.headers) == (status in (502, 503, 504))


async def test_a_problem_names_the_path_that_the_gateway_replaced(rig: Rig) -> None:
    for method in ("GET", "POST", "DELETE"):
        response = await rig.http.request(method, "/internal/problems/404", headers={"X-Replaced-Path": "/nope"})
        assert (response.status_code, response.json()["instance"]) == (404, "/nope")


async def test_requests_that_another_service_should_have_had_say_that_it_is_down(rig: Rig) -> None:
    for method, path in (("POST", "/api/v1/wallet/transfer"), ("GET", "/.well-known/jwks.json")):
        response = await rig.http.request(method, path)
        assert (response.status_code, response.json()["code"]) == (503, "service_unavailable")


async def test_a_page_cannot_be_posted_to(rig: Rig) -> None:
    assert (await rig.http.post("/docs")).status_code == 405


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({"type": "string", "format": "uuid"}, "uuid"),
        ({"$ref": "#/components/schemas/Money"}, "Money"),
        ({"anyOf": [{"type": "string", "format": "uuid"}, {"type": "null"}]}, "uuid or null"),
        ({"type": "array", "items": {"type": "string"}}, "list of string"),
        ({"enum": ["a", "b"]}, "a | b"),
        ({}, "any"),
    ],
)
def test_types_are_said_in_a_few_words(schema: dict[str, object], said: str) -> None:
    assert type_name(schema) == said
