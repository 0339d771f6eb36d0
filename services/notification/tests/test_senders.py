"""What leaves by SMS, web push and FCM, and what providers may answer."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from pydantic import SecretStr

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.patience import until
from amigok_chassis.testing import Rig
from notification.addresses.values import Address
from notification.senders import guarded, outbound
from notification.senders.outbound import PushServices
from notification.senders.sending import AddressDead, Rendered, TryLater
from notification.senders.service import senders, vapid
from notification.settings import Settings
from tests.simulators.messengers.app import messengers, service_account
from tests.simulators.serving import address, bound, serving


class Providers:
    def __init__(self, rig: Rig, url: str, http: httpx.AsyncClient) -> None:
        self.rig, self.url, self.http = rig, url, http

    async def control(self, name: str, /, **body: Any) -> Any:
        answer = await self.http.post(f"{self.url}/_control/{name}", json=body)
        return answer.json() if answer.content else None

    async def messages(self) -> Any:
        return (await self.http.get(f"{self.url}/_control/messages")).json()

    async def held(self) -> int:
        count: int = (await self.http.get(f"{self.url}/_control/faults/held")).json()
        return count

    async def browser(self) -> str:
        return json.dumps(await self.control("browsers", application_key=vapid(self.rig.context).public))

    async def send(self, channel: str, value: str, *, text: str = "Sold.", id=None) -> None:
        message = Rendered("en", "Sold", text, "", "https://amigok.test/n/1", clock.now(), data={"kind": "animal_sold"})
        to = Address(uuid4(), uuid4(), channel, value)
        await senders(self.rig.context)[channel].send(message, to, delivery_id=id or new_id())


@pytest.fixture
async def providers(rig: Rig) -> AsyncIterator[Providers]:
    port = bound()
    url = address(port)
    rig.context.use(
        Settings(
            sms_url=SecretStr(f"{url}/sms"),
            fcm_url=url,
            fcm_account=SecretStr(json.dumps(service_account(url))),
            push_services=url,
        )
    )
    async with serving(messengers(url, ()), port), httpx.AsyncClient(trust_env=False) as http:
        yield Providers(rig, url, http)


async def test_a_browser_reads_what_it_is_sent_and_shows_a_repeated_message_once(providers: Providers) -> None:
    browser, id = await providers.browser(), new_id()
    for _ in range(2):
        await providers.send("web_push", browser, id=id, text="بيع الخروف" * 100)
    [[shown]] = (await providers.messages())["browsers"].values()
    assert (shown["title"], shown["tag"], shown["data"]) == ("Sold", str(id), {"kind": "animal_sold"})
    assert len(shown["body"]) == 500


async def test_an_app_gets_a_message_and_a_repeated_one_replaces_it(providers: Providers) -> None:
    id = new_id()
    for _ in range(2):
        await providers.send("fcm", "t1", id=id)
    [message] = (await providers.messages())["phones"]["t1"]
    assert message["notification"] == {"title": "Sold", "body": "Sold."}


async def test_a_revoked_access_token_is_replaced(providers: Providers) -> None:
    await providers.send("fcm", "t1")
    await providers.control("tokens/revoke")
    with pytest.raises(TryLater):
        await providers.send("fcm", "t1")
    await providers.send("fcm", "t1")
    assert len((await providers.messages())["phones"]["t1"]) == 2


async def test_an_sms_is_sent_once_though_its_answer_was_lost(providers: Providers) -> None:
    id = new_id()
    await providers.control("faults", path="/sms", answer="reset")
    with pytest.raises(TryLater):
        await providers.send("sms", "+34600000001", id=id)
    await providers.send("sms", "+34600000001", id=id)
    [sms] = (await providers.messages())["sms"]
    assert sms["text"] == "Sold."


@pytest.mark.parametrize("channel", ["sms", "web_push", "fcm"])
async def test_a_dead_address_is_told_from_a_provider_that_fails(providers: Providers, channel: str) -> None:
    value = await providers.browser() if channel == "web_push" else "t1"
    for answer in (429, 500, "reset"):
        await providers.control("faults", path="/[spv]*", answer=answer)
        with pytest.raises(TryLater) as later:
            await providers.send(channel, value)
        assert later.value.retry_after == timedelta(seconds=7 if answer == 429 else 0)
    await providers.control("dead", address=json.loads(value)["endpoint"] if channel == "web_push" else value)
    with pytest.raises(AddressDead):
        await providers.send(channel, value)


async def test_a_provider_that_fails_is_left_alone_for_a_while_and_others_are_not(
    providers: Providers, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(guarded.FAILURES):
        await providers.control("faults", path="/sms", answer=500, work=False)
        with pytest.raises(TryLater):
            await providers.send("sms", "+34600000001")
    with pytest.raises(TryLater) as later:
        await providers.send("sms", "+34600000001")
    assert later.value.retry_after > timedelta(seconds=20)
    await providers.send("fcm", "t1")


async def test_a_slow_provider_gets_so_many_messages_at_once_and_no_more(
    providers: Providers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarded, "AT_ONCE", 1)
    monkeypatch.setattr(guarded, "SLOW_SECONDS", 0.0)
    await providers.control("faults", path="/sms", held=True)
    slow = asyncio.create_task(providers.send("sms", "+34600000001"))
    await until(providers.held)
    with pytest.raises(TryLater):
        await providers.send("sms", "+34600000002")
    await providers.control("faults/release")
    await slow


KNOWN = PushServices(("fcm.googleapis.com", "*.push.apple.com", "http://127.0.0.1:9"))


@pytest.mark.parametrize(
    ("endpoint", "admitted"),
    [
        ("https://fcm.googleapis.com/fcm/send/x", True),
        ("https://web.push.apple.com/x", True),
        ("http://127.0.0.1:9/x", True),
        ("http://fcm.googleapis.com/x", False),
        ("https://fcm.googleapis.com:8443/x", False),
        ("https://fcm.googleapis.com@evil.test/x", False),
        ("https://evil.test/fcm.googleapis.com", False),
        ("https://evilpush.apple.com/x", False),
        ("https://169.254.169.254/latest", False),
        ("http://127.0.0.1:99/x", False),
        ("https://[::1/x", False),
    ],
)
def test_only_known_push_services_are_sent_to(endpoint: str, admitted: bool) -> None:
    assert KNOWN.admits(endpoint) is admitted


async def test_a_known_name_that_leads_to_a_private_address_is_not_connected_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def private(*_: object, **__: object) -> list[tuple[Any, ...]]:
        return [(0, 0, 0, "", ("93.184.216.34", 443)), (0, 0, 0, "", ("10.0.0.1", 443))]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", private)
    async with httpx.AsyncClient() as http:
        with pytest.raises(TryLater):
            await outbound.post(http, KNOWN, "https://fcm.googleapis.com/x", content=b"", headers={})


async def test_what_was_looked_at_is_what_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    async def public(*_: object, **__: object) -> list[tuple[Any, ...]]:
        return [(0, 0, 0, "", ("93.184.216.34", 443))]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", public)
    seen = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append((str(request.url), request.headers["host"], request.extensions["sni_hostname"]))
        return httpx.Response(302, headers={"location": "http://127.0.0.1/"})

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer), follow_redirects=True) as http:
        await outbound.post(http, KNOWN, "https://fcm.googleapis.com/send/x", content=b"", headers={})
    assert seen == [("https://93.184.216.34/send/x", "fcm.googleapis.com", "fcm.googleapis.com")]
