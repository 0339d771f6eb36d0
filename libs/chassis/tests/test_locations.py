"""Where a client finds what a request made, or follows what it began."""

from collections.abc import AsyncIterator

import pytest
from toy.main import service

from amigok_chassis.ids import new_id
from amigok_chassis.locations import locations
from amigok_chassis.openapi.document import document
from amigok_chassis.testing import Rig, running

NOTES = "/api/v1/toy/notes"


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


async def test_what_was_made_is_where_it_can_be_read(rig: Rig) -> None:
    note_id, sticker_id = new_id(), new_id()
    made = await rig.request("POST", f"{NOTES}/{note_id}/stickers", json={"id": str(sticker_id)})
    assert made.status_code == 201
    assert made.headers["location"] == f"{NOTES}/{note_id}/stickers/{sticker_id}"
    assert "retry-after" not in made.headers
    assert (await rig.request("GET", made.headers["location"])).json() == made.json()


async def test_what_was_begun_is_followed_where_its_route_says_and_not_at_once(rig: Rig) -> None:
    user, key = new_id(), {"Idempotency-Key": "promise-1"}
    for replayed in (False, True):
        begun = await rig.request("POST", f"{NOTES}/promised", user=user, headers=key, json={"text": "soon"})
        assert begun.status_code == 202
        assert begun.headers["location"] == f"/api/v1/toy/promises/{begun.json()['id']}"
        assert begun.headers["retry-after"] == "1"
        assert ("idempotency-replayed" in begun.headers) == replayed


async def test_a_proposal_is_followed_among_the_proposals_of_its_service(rig: Rig) -> None:
    note = (await rig.request("POST", NOTES, user=new_id(), json={"text": "a note"})).json()
    body = {"note_id": note["note_id"], "author_id": str(new_id()), "label": "new"}
    admin = await rig.administrator()
    proposed = await rig.request("POST", "/api/v1/admin/toy/renamings", user=admin, role="admin", json=body)
    assert proposed.headers["location"] == f"/api/v1/admin/toy/proposals/{proposed.json()['id']}"
    read = await rig.request("GET", proposed.headers["location"], user=admin, role="admin")
    assert read.json()["id"] == proposed.json()["id"]


async def test_a_refusal_leads_nowhere(rig: Rig) -> None:
    refused = await rig.request("POST", f"{NOTES}/{new_id()}/stickers", json={"id": "none"})
    assert refused.status_code == 422
    assert "location" not in refused.headers


def test_the_document_promises_a_location_exactly_where_one_is_sent() -> None:
    for path, operations in document(service)["paths"].items():
        for method, operation in operations.items():
            for status, response in operation["responses"].items():
                sent = status in ("201", "202") and (method.upper(), path) in locations(service)
                assert ("Location" in response["headers"]) == sent, (method, path, status)
