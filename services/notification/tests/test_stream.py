"""The stream: who listens is told everything once and in order, whatever happens meanwhile."""

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from redis.asyncio import Redis

from amigok_chassis import clock
from amigok_chassis.patience import PATIENCE, until
from amigok_chassis.testing import Rig, running
from amigok_contracts.identity import UserDeleted
from notification.main import service as notification
from notification.notices import service as notices
from notification.notices.telling import Telling
from notification.settings import Settings
from notification.stream import hub, listeners, reading, service
from services.notification.tests.listening import PATH, Client, Event, listening


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "LOOK_SECONDS", 0.02)


async def push(rig: Rig, user: UUID, *numbers: int) -> None:
    async with rig.db.unit_of_work() as db:
        for number in numbers:
            await service.push(db, "notice", {user: {"number": number}})


async def told(client: Client, count: int) -> list[int]:
    found = [await client.next() for _ in range(count)]
    return [event.data["number"] for event in found if event is not None]


async def test_who_listens_is_told_what_was_committed_and_nobody_else(rig: Rig) -> None:
    anna, ben = uuid4(), uuid4()
    async with listening(rig, anna) as of_anna, listening(rig, ben) as of_ben:
        await of_anna.ready()
        await of_ben.ready()
        await push(rig, anna, 1, 2)
        await push(rig, ben, 3)
        await rig.run_task("number_entries")
        assert await told(of_anna, 2) == [1, 2]
        assert await told(of_ben, 1) == [3]


async def test_a_notice_appears_at_once_and_again_when_it_grows(rig: Rig) -> None:
    anna, hour = uuid4(), timedelta(hours=1)
    async with listening(rig, anna) as client:
        await client.ready()
        async with rig.db.unit_of_work() as db:
            for source in ("1", "2"):
                fact = Telling(kind="animal_weighed", source=source, user_ids=[anna], data={"tag": "A"}, within=hour)
                await notices.tell(db, fact, present=[anna])
        await rig.run_task("number_entries")
        first, grown = await client.next(), await client.next()
        inbox = (await rig.request("GET", "/api/v1/notifications", user=anna)).json()["items"]
    assert first is not None
    assert grown is not None
    assert (first.name, first.data["size"]) == ("notice", 1)
    assert [grown.data] == inbox


async def test_a_client_resumes_with_what_it_missed_and_nothing_twice(rig: Rig) -> None:
    anna = uuid4()
    async with listening(rig, anna) as client:
        await client.ready()
        await push(rig, anna, 1)
        await rig.run_task("number_entries")
        seen = await client.next()
    assert seen is not None
    await push(rig, anna, 2, 3)
    await rig.run_task("number_entries")
    async with listening(rig, anna, after=seen.id) as client:
        assert await told(client, 2) == [2, 3]
        await client.ready()
        await push(rig, anna, 4)
        await rig.run_task("number_entries")
        assert await told(client, 1) == [4]


async def test_what_commits_late_is_told_after_what_began_later(rig: Rig) -> None:
    anna = uuid4()
    async with listening(rig, anna) as client:
        await client.ready()
        async with rig.db.unit_of_work() as slow:
            await service.push(slow, "notice", {anna: {"number": 1}})
            await push(rig, anna, 2)
            await rig.run_task("number_entries")
            assert await told(client, 1) == [2]
        await rig.run_task("number_entries")
        late = await client.next()
    assert late is not None
    assert late.data == {"number": 1}
    async with listening(rig, anna, after=late.id) as client:
        assert (await client.ready()).id == late.id


async def test_two_replicas_number_entries_at_once_and_each_gets_one_position(rig: Rig, somebody_waits) -> None:
    anna = uuid4()
    await push(rig, anna, *range(50))
    async with rig.db.driver() as driver:
        async with driver.transaction():
            await driver.fetchval("SELECT position FROM stream_head FOR UPDATE")
            both = asyncio.gather(rig.run_task("number_entries"), rig.run_task("number_entries"))
            await somebody_waits(2)
        await both
        positions = await driver.fetch("SELECT position FROM stream_entries ORDER BY id")
    assert [row["position"] for row in positions] == list(range(1, 51))
    assert await reading.top(rig.db) == 50


async def test_who_missed_too_much_reads_anew(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_MISSED", 2)
    anna = uuid4()
    await push(rig, anna, 1, 2, 3)
    await rig.run_task("number_entries")
    async with listening(rig, anna, after=0) as client:
        assert await names(client, 2) == ["reset", "ready"]


@pytest.mark.parametrize("after", [0, 9])
async def test_who_resumes_from_what_is_not_kept_reads_anew(rig: Rig, after: int) -> None:
    """After two days away, or with a position that the log does not know, as after its database was restored."""
    anna = uuid4()
    await push(rig, anna, 1, 2)
    await rig.run_task("number_entries")
    clock.set_offset(timedelta(days=2))
    await rig.run_job("forget_entries")
    async with listening(rig, anna, after=after) as client:
        assert await names(client, 2) == ["reset", "ready"]
        await push(rig, anna, 3)
        await rig.run_task("number_entries")
        assert await told(client, 1) == [3]


async def names(client: Client, count: int) -> list[str]:
    return [event.name for event in [await client.next() for _ in range(count)] if event is not None]


async def test_a_client_that_reads_nothing_is_let_go_and_keeps_nobody_waiting(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listeners, "BUFFERED", 5)
    anna = uuid4()
    async with listening(rig, anna) as slow, listening(rig, anna) as quick:
        seen = [await slow.ready()]
        await quick.ready()
        slow.reads.clear()
        for number in range(8):
            await push(rig, anna, number)
            await rig.run_task("number_entries")
            assert await told(quick, 1) == [number]
        slow.reads.set()
        while (event := await slow.next()) is not None:
            seen.append(event)
    *before, last = seen
    assert last == Event("end", {"reason": "slow"}, None)
    async with listening(rig, anna, after=before[-1].id) as again:
        missed = range(len(before) - 1, 8)
        assert await told(again, len(missed)) == list(missed)


async def test_a_client_that_takes_nothing_for_long_is_hung_up_on(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notification.stream.answer.WRITE_SECONDS", 0.01)
    monkeypatch.setattr(listeners, "HEARTBEAT_SECONDS", 0.01)
    async with listening(rig, uuid4()) as client:
        await client.ready()
        client.reads.clear()
        async with asyncio.timeout(PATIENCE):
            await asyncio.shield(client.task)


async def test_the_stream_ends_with_the_token(rig: Rig) -> None:
    async with listening(rig, uuid4(), lifetime=timedelta(minutes=5)) as client:
        await client.ready()
        clock.set_offset(timedelta(minutes=6))
        assert await client.next() == Event("end", {"reason": "expired"}, None)
        assert await client.next() is None


async def test_the_stream_ends_with_the_session(rig: Rig) -> None:
    async with listening(rig, uuid4(), sid="s1") as client:
        await client.ready()
        rig.runtime.tokens.revoked = frozenset({"s1"})
        assert await client.next() == Event("end", {"reason": "expired"}, None)


@pytest.mark.parametrize("status", ["suspended", "deleted"])
async def test_who_is_shut_out_hears_nothing_more(rig: Rig, status: str) -> None:
    anna = uuid4()
    async with listening(rig, anna) as client:
        await client.ready()
        await rig.is_known(anna, status=status)
        assert await client.next() == Event("end", {"reason": "shut_out"}, None)


async def test_one_user_has_so_many_streams_and_the_oldest_is_let_go(rig: Rig) -> None:
    rig.context.use(Settings(streams_of_one_user=1))
    anna = uuid4()
    async with listening(rig, anna) as old:
        await old.ready()
        async with listening(rig, anna) as new:
            await new.ready()
            assert await old.next() == Event("end", {"reason": "replaced"}, None)


async def test_one_instance_has_so_many_streams(rig: Rig) -> None:
    rig.context.use(Settings(streams_at_once=1))
    async with listening(rig, uuid4()) as first:
        await first.ready()
        async with listening(rig, uuid4()) as second:
            assert await second.next() is None
            assert second.status == 503


async def test_who_hangs_up_is_forgotten_and_the_last_one_ends_the_work(rig: Rig) -> None:
    everybody = rig.context.once(hub.Hub)
    async with listening(rig, uuid4()) as client:
        await client.ready()
        assert everybody.count() == 1
    assert everybody.count() == 0
    assert await reading.top(rig.db) == 0


async def test_streams_end_when_the_process_does(rig: Rig) -> None:
    async with listening(rig, uuid4()) as client:
        await client.ready()
        rig.context.ending.set()
        assert await client.next() == Event("end", {"reason": "restart"}, None)
    async with listening(rig, uuid4()) as late:
        await late.ready()
        assert await late.next() == Event("end", {"reason": "restart"}, None)


async def test_a_ticket_opens_the_stream_once(rig: Rig) -> None:
    anna = uuid4()
    answer = await rig.request("POST", f"{PATH}/tickets", user=anna)
    ticket = answer.json()["ticket"]
    async with listening(rig, query=f"ticket={ticket}") as client:
        await client.ready()
        await push(rig, anna, 1)
        await rig.run_task("number_entries")
        assert await told(client, 1) == [1]
    async with listening(rig, query=f"ticket={ticket}") as client:
        assert await client.next() is None
        assert client.status == 401


async def test_a_ticket_is_void_after_half_a_minute_and_is_not_kept(rig: Rig) -> None:
    answer = await rig.request("POST", f"{PATH}/tickets", user=uuid4())
    clock.set_offset(timedelta(seconds=31))
    async with listening(rig, query=f"ticket={answer.json()['ticket']}") as client:
        assert await client.next() is None
        assert client.status == 401
    await rig.request("POST", f"{PATH}/tickets", user=uuid4())
    clock.set_offset(timedelta(seconds=90))
    await rig.run_job("forget_tickets")
    assert await rig.db.fetch("SELECT 1 FROM stream_tickets") == []


async def test_without_a_token_or_a_ticket_nobody_listens(rig: Rig) -> None:
    async with listening(rig) as client:
        assert await client.next() is None
        assert client.status == 401


async def test_the_head_of_the_stream_ends_at_once(rig: Rig) -> None:
    answer = await rig.request("HEAD", PATH, user=uuid4())
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/event-stream; charset=utf-8")


async def test_who_is_deleted_leaves_nothing(rig: Rig) -> None:
    anna = uuid4()
    await push(rig, anna, 1)
    await rig.request("POST", f"{PATH}/tickets", user=anna)
    await rig.deliver(UserDeleted(user_id=anna, role="investor", status="deleted"))
    for table in ("stream_entries", "stream_tickets"):
        assert await rig.db.fetch(f"SELECT 1 FROM {table}") == []


@pytest.fixture
async def redis() -> AsyncIterator[Redis]:
    async with Redis.from_url(os.environ["AMIGOK_TEST_REDIS_URL"]) as redis:
        yield redis


async def test_replicas_hear_of_new_entries_through_redis(monkeypatch: pytest.MonkeyPatch, redis: Redis) -> None:
    """Their own look at the log comes too late for this test."""
    monkeypatch.setattr(hub, "LOOK_SECONDS", 3600.0)
    anna, url = uuid4(), os.environ["AMIGOK_TEST_REDIS_URL"]
    async with running(notification, redis_url=url) as one:
        address = one.db.engine.url.set(drivername="postgresql").render_as_string(False)
        async with running(notification, database_url=address, redis_url=url, port=8001) as other:
            async with listening(one, anna) as here, listening(other, anna) as there:
                await here.ready()
                await there.ready()
                await until(lambda: _heard_by(redis, 2))
                await push(one, anna, 1)
                await one.run_task("number_entries")
                assert await told(here, 1) == await told(there, 1) == [1]


async def _heard_by(redis: Redis, count: int) -> bool:
    [(_, listening)] = await redis.pubsub_numsub("amigok:notification:stream")
    return int(listening) >= count
