"""Preferences of the dashboard, and the export of all that is known of oneself."""

import json
from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import running, token
from identity.main import service

PREFERENCES = "/api/v1/me/preferences"
FORM = {
    "legal_name": "Ada Lovelace-Quill",
    "date_of_birth": "1990-12-10",
    "country": "GB",
    "document_type": "passport",
    "document_number": "AB 123456-7",
    "address": "12 St James's Square, London",
}
FILES = {"front": b"\xff\xd8\xff\xe1\x00\x10Exif\0\0", "selfie": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"}


def bearer(body):
    return {"Authorization": f"Bearer {body['access_token']}"}


async def put(visitor, who, content):
    headers = {**who, "Content-Type": "application/json"}
    return await visitor.rig.http.put(PREFERENCES, content=content, headers=headers)


async def preferences(visitor, who):
    answer = await visitor.rig.http.get(PREFERENCES, headers=who)
    assert answer.status_code == 200
    return answer.json()


async def test_preferences_are_empty_at_first_then_what_was_put_and_nobody_elses(visitor):
    ada, eve = bearer(await visitor.signed_in()), bearer(await visitor.signed_in("eve"))
    assert await preferences(visitor, ada) == {}
    for wanted in (
        {"theme": "dark", "widgets": [{"id": 1, "at": [0.5, None, True]}]},
        {"ünï": "\U0001f404", "n": 2**70},
    ):
        answer = await put(visitor, ada, json.dumps(wanted))
        assert (answer.status_code, answer.json()) == (200, wanted)
        assert await preferences(visitor, ada) == wanted
    assert await preferences(visitor, eve) == {}


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        "null",
        "7",
        '"text"',
        "",
        "{",
        '{"a": NaN}',
        '{"a": 1e999}',
        '{"a": "\\ud800"}',
        '{"\\ud800": 1}',
        json.dumps({"a": "x" * 16_384}),
        '{"a":' * 9 + "1" + "}" * 9,
        '{"a":' + "[" * 50_000,
        '{"a":' + "1" * 5_000 + "}",
    ],
)
async def test_preferences_beyond_bounds_are_refused(visitor, content):
    ada = bearer(await visitor.signed_in())
    answer = await put(visitor, ada, content)
    assert answer.status_code in (400, 422), answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert await preferences(visitor, ada) == {}


async def test_preferences_may_be_just_as_large_and_as_deep_as_said(visitor):
    ada = bearer(await visitor.signed_in())
    for content in ('{"a":' * 8 + "1" + "}" * 8, '{"a":"' + "x" * (16_384 - 8) + '"}', '{"a":' + "1" * 4_000 + "}"):
        assert (await put(visitor, ada, content)).status_code == 200
    assert (await put(visitor, ada, '{"a":"' + "ü" * (8_192 - 3) + '"}')).status_code == 422


async def test_a_user_that_is_not_there_has_no_preferences():
    async with running(service) as rig:
        headers = {"Authorization": f"Bearer {token(new_id())}"}
        assert (await rig.http.put(PREFERENCES, json={}, headers=headers)).status_code == 401
        for path in ("/api/v1/auth/kyc/submit", "/api/v1/me/export"):
            assert (await rig.http.post(path, data=FORM, files=FILES, headers=headers)).status_code == 401


async def test_the_export_holds_all_of_ones_own_data_and_nobody_elses(visitor):
    ada, eve = bearer(await visitor.signed_in()), bearer(await visitor.signed_in("eve"))
    await put(visitor, ada, '{"theme": "dark"}')
    for who, name in ((ada, "Ada Lovelace-Quill"), (eve, "Eve Adamson")):
        form = {**FORM, "legal_name": name}
        sent = await visitor.rig.http.post("/api/v1/auth/kyc/submit", data=form, files=FILES, headers=who)
        assert sent.status_code == 202, sent.text
    answer = await visitor.rig.http.post("/api/v1/me/export", headers=ada)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"].startswith("attachment")
    body = answer.json()
    assert body["profile"]["email"] == "ada@amigok.test"
    assert body["preferences"] == {"theme": "dark"}
    assert len(body["sessions"]) == 1
    assert "kyc_submitted" in {activity["action"] for activity in body["activities"]}
    (submission,) = body["kyc"]
    assert (submission["status"], submission["person"]) == ("pending", FORM)
    assert [document["kind"] for document in submission["documents"]] == ["front", "selfie"]
    assert body["truncated"] == []
    for foreign in ("eve", "Eve", "password", "digest", "decided_by", "argon2"):
        assert foreign not in answer.text
    again = (await visitor.rig.http.post("/api/v1/me/export", headers=ada)).json()
    assert "data_exported" in {activity["action"] for activity in again["activities"]}


async def test_the_export_holds_devices_numbers_and_addresses_and_says_where_the_rest_is(visitor):
    signed_in = await visitor.signed_in()
    await visitor.post("phone", {"phone": "+84 912 345 678"}, access=signed_in["access_token"])
    await visitor.post("email/change", {"email": "lovelace@amigok.test"}, access=signed_in["access_token"])
    body = (await visitor.rig.http.post("/api/v1/me/export", headers=bearer(signed_in))).json()
    assert [row["phone"] for row in body["phones"]] == ["+84912345678"]
    assert [row["email"] for row in body["addresses"]] == ["lovelace@amigok.test"]
    (session,) = body["sessions"]
    assert session["user_agent"].startswith("python-httpx")
    assert (session["address"], session["amr"]) == ("127.0.0.1", ["pwd"])
    assert body["profile"]["email_verified_at"]
    assert body["two_factor"] == {"enabled": False, "enabled_at": None, "recovery_codes_left": 0}
    assert body["passkeys"] == []
    assert body["elsewhere"]["orders"] == "/api/v1/marketplace/my-orders"


async def test_the_export_needs_a_fresh_proof_of_who_one_is(visitor):
    body = await visitor.signed_in()
    clock.set_offset(timedelta(minutes=11))
    pair = (await visitor.post("refresh", {"refresh_token": body["refresh_token"]})).json()
    refused = await visitor.rig.http.post("/api/v1/me/export", headers=bearer(pair))
    assert (refused.status_code, refused.json()["code"]) == (403, "step_up_required")
    assert (await visitor.rig.http.post("/api/v1/me/export")).status_code == 401
