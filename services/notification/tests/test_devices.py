"""Browsers and phones that get messages, and addresses at which nothing arrives."""

import base64
import json
import time
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pydantic import SecretStr

from amigok_chassis import clock
from amigok_chassis.testing import Rig
from amigok_contracts.identity import UserDeleted
from notification.addresses import service as addresses
from notification.bounces.signatures import sign
from notification.devices.schemas import MOST_DEVICES
from notification.senders.web_push import Vapid
from notification.settings import Settings

PATH = "/api/v1/notifications/devices"
REPORTS = "/api/v1/notifications/reports"
SECRET = f"whsec_{base64.b64encode(b's' * 24).decode()}"


def subscription(endpoint: str = "https://fcm.googleapis.com/fcm/send/1") -> dict[str, Any]:
    point = ec.generate_private_key(ec.SECP256R1()).public_key()
    keys = (point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint), b"a" * 16)
    p256dh, auth = (base64.urlsafe_b64encode(key).decode().rstrip("=") for key in keys)
    return {"endpoint": endpoint, "keys": {"p256dh": p256dh, "auth": auth}}


async def register(rig: Rig, user: UUID, **device: Any) -> httpx.Response:
    return await rig.request("POST", PATH, user=user, json={"name": "Firefox", **device})


async def names(rig: Rig, user: UUID) -> list[str]:
    return [each["name"] for each in (await rig.request("GET", PATH, user=user)).json()["items"]]


async def test_a_device_is_registered_once_listed_and_removed(rig: Rig) -> None:
    anna, browser = await rig.is_known(uuid4()), subscription()
    first = await register(rig, anna, web_push=browser)
    again = await register(rig, anna, web_push=browser, name="Firefox on Linux")
    assert (first.status_code, first.json()["id"]) == (201, again.json()["id"])
    assert await names(rig, anna) == ["Firefox on Linux"]
    path = f"{PATH}/{first.json()['id']}"
    assert (await rig.request("DELETE", path, user=uuid4())).json()["code"] == "device_not_found"
    assert (await rig.request("DELETE", path, user=anna)).status_code == 204
    assert await names(rig, anna) == []


async def test_a_device_belongs_to_who_signed_in_on_it_last(rig: Rig) -> None:
    anna, ben = await rig.is_known(uuid4()), await rig.is_known(uuid4())
    await register(rig, anna, fcm_token="t1")
    await register(rig, ben, fcm_token="t1")
    assert (await names(rig, anna), await names(rig, ben)) == ([], ["Firefox"])


async def test_of_too_many_devices_the_one_not_seen_for_longest_is_forgotten(rig: Rig) -> None:
    anna = await rig.is_known(uuid4())
    for number in range(MOST_DEVICES + 1):
        clock.set_offset(timedelta(minutes=number))
        await register(rig, anna, fcm_token=f"t{number}", name=f"Phone {number}")
    assert await names(rig, anna) == [f"Phone {number}" for number in range(MOST_DEVICES, 0, -1)]


@pytest.mark.parametrize(
    "device",
    [
        {},
        {"fcm_token": "t", "web_push": subscription()},
        {"web_push": subscription("https://evil.test/x")},
        {"web_push": subscription("http://169.254.169.254/x")},
        {"web_push": {"endpoint": "https://fcm.googleapis.com/1", "keys": {"p256dh": "BAAA", "auth": "AAAA"}}},
    ],
)
async def test_what_is_no_subscription_of_a_known_service_is_refused(rig: Rig, device: dict[str, Any]) -> None:
    assert (await register(rig, await rig.is_known(uuid4()), **device)).status_code == 422


async def test_neither_a_token_nor_an_endpoint_lies_in_the_open(rig: Rig) -> None:
    anna = await rig.is_known(uuid4())
    await register(rig, anna, web_push=subscription())
    await register(rig, anna, fcm_token="very-secret")
    found = json.dumps([[str(value) for value in row] for row in await rig.db.fetch("SELECT * FROM addresses")])
    assert "very-secret" not in found
    assert "googleapis" not in found


async def test_a_dead_device_is_not_listed_and_is_forgotten_after_a_week(rig: Rig) -> None:
    anna = await rig.is_known(uuid4())
    registered = await register(rig, anna, fcm_token="t1")
    async with rig.db.unit_of_work() as db:
        await addresses.died(db, UUID(registered.json()["id"]), reason="UNREGISTERED")
    assert await names(rig, anna) == []
    clock.set_offset(timedelta(days=8))
    await rig.run_job("forget_dead_devices")
    assert await rig.db.fetch("SELECT 1 FROM devices") == []


async def test_who_is_deleted_or_suspended_has_no_devices(rig: Rig) -> None:
    anna, ben = await rig.is_known(uuid4()), await rig.is_known(uuid4(), status="suspended")
    await register(rig, anna, fcm_token="t1")
    await rig.deliver(UserDeleted(user_id=anna, role="investor", status="deleted"))
    assert await rig.db.fetch("SELECT 1 FROM devices") == []
    assert (await register(rig, ben, fcm_token="t2")).json()["code"] == "account_inactive"


async def test_the_key_that_browsers_subscribe_with_stays_the_same(rig: Rig) -> None:
    anna = uuid4()
    key = (await rig.request("GET", f"{PATH}/web-push-key", user=anna)).json()["public_key"]
    assert key == Vapid(rig.db.data_key).public
    assert base64.urlsafe_b64decode(f"{key}=")[:1] == b"\x04"


async def report(rig: Rig, *, key: str = SECRET, age: int = 0, **event: str) -> int:
    body = json.dumps({"events": [event]}).encode()
    at = str(int(time.time()) - age)
    signed = {
        "webhook-id": "msg_1",
        "webhook-timestamp": at,
        "webhook-signature": sign(key, id="msg_1", at=at, body=body),
    }
    headers = signed | {"content-type": "application/json"}
    return (await rig.http.post(REPORTS, content=body, headers=headers)).status_code


async def alive(rig: Rig) -> list[str]:
    return [row["channel"] for row in await rig.db.fetch("SELECT channel FROM addresses WHERE dead_at IS NULL")]


@pytest.mark.parametrize("type", ["bounced", "complained"])
async def test_what_bounces_or_complains_gets_nothing_more(rig: Rig, type: str) -> None:
    rig.context.use(Settings(bounce_secret=SecretStr(SECRET)))
    async with rig.db.unit_of_work() as db:
        for channel, value in (("email", "ada@amigok.test"), ("sms", "+34600000001")):
            await addresses.keep(db, user_id=uuid4(), channel=channel, value=value)
    for _ in range(2):
        assert await report(rig, type=type, channel="email", address="ada@amigok.test") == 204
    assert await report(rig, type="deferred", channel="sms", address="+34600000001") == 204
    assert await report(rig, type=type, channel="sms", address="+34600000009") == 204
    assert await alive(rig) == ["sms"]


async def test_reports_that_no_provider_signed_now_change_nothing(rig: Rig) -> None:
    event = {"type": "bounced", "channel": "email", "address": "ada@amigok.test"}
    assert await report(rig, **event) == 400
    rig.context.use(Settings(bounce_secret=SecretStr(SECRET)))
    assert await report(rig, key=f"whsec_{base64.b64encode(b'x' * 24).decode()}", **event) == 400
    assert await report(rig, age=301, **event) == 400
