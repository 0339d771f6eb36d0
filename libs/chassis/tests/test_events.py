"""From `emit` to the handler, on a real broker: exactly once, in order, whatever dies in between."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

import aio_pika
import pytest
from asyncpg import Record
from toy.events import NoteRenamed, NoteRenamedV1, NoteWritten
from toy.kit import Fleet, consuming, event_headers, hop, notes, with_port, write_down
from toy.main import service as toy
from toy.models import Note

from amigok_chassis import relay, topology
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Delivery, Reject
from amigok_chassis.outbox import causation_id, correlation_id, emit, emitted_at
from amigok_chassis.patience import PATIENCE, until
from amigok_chassis.pool import FairPool
from amigok_chassis.publishing import Keyed, publish
from amigok_chassis.relay import Notifier
from amigok_chassis.runtime import Runtime
from amigok_chassis.service import Noun, on
from amigok_chassis.testing import running
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import all_events, routing_key

KEY = routing_key(NoteWritten)


async def test_an_emitted_event_reaches_its_handler_once_although_it_is_delivered_twice(fleet: Fleet) -> None:
    event = notes(1)[0]
    async with fleet.process() as worker:
        await fleet.emit([event])
        await until(lambda: fleet.settled(1))
        event_id = await fleet.scalar("SELECT id FROM outbox WHERE type = $1", event.type)
        again = event_headers(event, event_id)
        await fleet.broker.publish(KEY, event.model_dump_json().encode(), again, times=3)
        await fleet.emit(notes(1))
        await until(lambda: fleet.settled(2))
        assert worker.worker_state() == {}
    assert [note_id for note_id, _ in await fleet.heard()].count(event.note_id) == 1
    assert await fleet.scalar("SELECT count(*) FROM outbox WHERE type = 'toy.note.echoed'") == 2


async def test_a_rolled_back_transaction_emits_nothing(fleet: Fleet) -> None:
    async def fails() -> None:
        async with fleet.db.unit_of_work() as session:
            emit(session, notes(1)[0])
            await session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fails()
    assert await fleet.scalar("SELECT count(*) FROM outbox") == 0


async def test_a_cancelled_unit_of_work_changes_nothing_and_gives_its_connection_back(fleet: Fleet) -> None:
    async def interrupted() -> None:
        async with fleet.db.unit_of_work() as session:
            session.add(Note(note_id=new_id(), number=1, text="heard"))
            emit(session, notes(1)[0])
            await session.flush()
            await asyncio.sleep(60)

    for _ in range(3):
        tasks = [asyncio.create_task(interrupted()) for _ in range(4)]
        await asyncio.sleep(0.1)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    assert await fleet.scalar("SELECT count(*) FROM notes") == 0
    assert await fleet.scalar("SELECT count(*) FROM outbox") == 0
    assert (
        await fleet.scalar(
            "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in%' AND datname = current_database()"
        )
        == 0
    )


async def test_a_cancelled_statement_gives_its_connection_back(fleet: Fleet) -> None:
    for _ in range(3):
        naps = [asyncio.create_task(fleet.db.fetch("SELECT pg_sleep(60)")) for _ in range(8)]
        await asyncio.sleep(0.1)
        for nap in naps:
            nap.cancel()
        await asyncio.gather(*naps, return_exceptions=True)
    answers = await asyncio.gather(*(fleet.scalar("SELECT 1") for _ in range(8)))
    assert answers == [1] * 8


async def test_each_aggregate_keeps_its_order_with_two_relays_over_thousands_of_events(fleet: Fleet) -> None:
    async with fleet.broker.channel() as channel:
        await fleet.declare()
        seen: defaultdict[str, list[int]] = defaultdict(list)
        probe = await channel.declare_queue(exclusive=True)
        await probe.bind(topology.EVENTS, KEY)

        async def note(message: aio_pika.abc.AbstractIncomingMessage) -> None:
            body = json.loads(message.body)
            seen[body["note_id"]].append(body["number"])

        await probe.consume(note, no_ack=True)
        deaf = replace(toy, nouns=[Noun(consumes={})])
        events = notes(4000, of=100)
        async with fleet.process(deaf), fleet.process(deaf):
            for start in range(0, len(events), 50):
                await fleet.emit(events[start : start + 50])

            async def all_there() -> bool:
                return sum(map(len, seen.values())) >= len(events)

            await until(all_there)
    assert len(seen) == 100
    for numbers in seen.values():
        assert list(dict.fromkeys(numbers)) == sorted(set(numbers))
        assert len(set(numbers)) == 40


async def test_what_was_published_but_not_marked_is_published_again_and_handled_once(fleet: Fleet) -> None:
    events = notes(20)
    async with fleet.process():
        await fleet.emit(events)
        await until(lambda: fleet.settled(20))
        await fleet.db.fetch("UPDATE outbox SET published_at = NULL WHERE type = $1", NoteWritten.type)
        await fleet.emit(notes(1))
        await until(lambda: fleet.settled(21))
        await until(lambda: nothing_left(fleet))
    assert len(await fleet.heard()) == 21


async def test_a_relay_that_dies_before_marking_loses_nothing(fleet: Fleet) -> None:
    """A trigger makes the marking fail: what a crash between publish and mark looks like."""
    await fleet.db.fetch(
        "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'died'; END $$"
    )
    await fleet.db.fetch("CREATE TRIGGER die BEFORE UPDATE ON outbox FOR EACH STATEMENT EXECUTE FUNCTION die()")
    async with fleet.process():
        await fleet.emit(notes(20))
        await until(lambda: heard_all(fleet, 20))
        await fleet.db.fetch("DROP TRIGGER die ON outbox")
        await until(lambda: fleet.settled(20))
        await until(lambda: nothing_left(fleet))
    assert len(await fleet.heard()) == 20


async def test_a_broker_that_confirms_slowly_is_given_less_at_once_until_it_keeps_up(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slowly(channel: Any, exchange: str, messages: Iterable[Keyed]) -> None:
        sent = list(messages)
        await asyncio.sleep(0.01 * len(sent))
        await publish(channel, exchange, sent)

    monkeypatch.setattr(relay, "publish", slowly)
    monkeypatch.setattr(relay, "CONFIRM_SECONDS", 1.0)
    await fleet.declare()
    await fleet.emit(notes(300))
    published = "SELECT bool_and(published_at IS NOT NULL) FROM outbox"
    async with fleet.process(replace(toy, nouns=[Noun(consumes={})])):
        await until(lambda: fleet.scalar(published), seconds=PATIENCE / 4)


async def test_closed_broker_connections_are_opened_again_and_nothing_is_lost(fleet: Fleet) -> None:
    events = notes(1000, of=20)
    async with fleet.process() as worker:
        writing = asyncio.create_task(trickle(fleet, events))
        for name in ("relay", "toy consumer"):
            await fleet.broker.hang_up(name)
        await writing
        await until(lambda: fleet.settled(len(events)))
        await until(lambda: well(worker))
    assert sorted(number for _, number in await fleet.heard()) == list(range(len(events)))


async def test_an_idle_worker_notices_that_the_broker_hung_up_and_comes_back(fleet: Fleet) -> None:
    async with hop(fleet.broker.url) as between:
        async with fleet.process(broker_url=with_port(fleet.broker.url, between.port)) as worker:
            await until(lambda: well(worker))
            await between.cut()

            async def noticed() -> bool:
                return worker.worker_state() == {"relay": "disconnected", "consumer": "disconnected"}

            await until(noticed)
            await between.mend()
            await until(lambda: well(worker))


async def test_a_worker_outlives_an_outage_of_the_broker(fleet: Fleet) -> None:
    async with hop(fleet.broker.url) as between:
        url = with_port(fleet.broker.url, between.port)
        async with fleet.process(broker_url=url):
            await fleet.emit(notes(10))
            await until(lambda: fleet.settled(10))
            await between.cut()
            await fleet.emit(notes(100))
            await asyncio.sleep(0.5)
            assert len(await fleet.heard()) == 10
            await between.mend()
            await until(lambda: fleet.settled(110))
    assert len(await fleet.heard()) == 110


async def test_a_deleted_queue_is_consumed_again_as_soon_as_an_operator_has_declared_it(fleet: Fleet) -> None:
    async with fleet.process() as worker:
        await fleet.emit(notes(1))
        await until(lambda: fleet.settled(1))
        async with fleet.broker.channel() as channel:
            await channel.queue_delete("toy.notes")

        async def noticed() -> bool:
            return worker.worker_state() == {"consumer": "disconnected"}

        await until(noticed)
        await fleet.declare()
        await fleet.emit(notes(1))
        await until(lambda: fleet.settled(2))
        assert await well(worker)


async def test_an_event_of_version_1_is_lifted_for_a_subscriber_of_version_2(fleet: Fleet) -> None:
    async def renamed(db: UnitOfWork, event: NoteRenamed) -> None:
        db.add(Note(note_id=event.note_id, number=event.version, text=f"{event.title} ({event.language})"))

    old = NoteRenamedV1(note_id=new_id(), title="Wool")
    new = NoteRenamed(note_id=new_id(), title="Laine", language="fr")
    async with fleet.process(replace(toy, nouns=[Noun(consumes={"names": [on(NoteRenamed)(renamed)]})])):
        await fleet.emit([old, new])

        async def both() -> bool:
            return await fleet.scalar("SELECT count(*) FROM notes") == 2

        await until(both)
    rows = await fleet.db.fetch("SELECT number, text FROM notes ORDER BY text")
    assert [tuple(row) for row in rows] == [(2, "Laine (fr)"), (2, "Wool (en)")]


async def test_of_two_versions_of_an_event_each_handler_gets_its_own_once(fleet: Fleet) -> None:
    async def renamed_before(db: UnitOfWork, event: NoteRenamedV1) -> None:
        assert type(event) is NoteRenamedV1
        db.add(Note(note_id=event.note_id, number=1, text=event.title))

    async def renamed(db: UnitOfWork, event: NoteRenamed) -> None:
        assert type(event) is NoteRenamed
        db.add(Note(note_id=event.note_id, number=2, text=event.title))

    noun = Noun(consumes={"names": [on(NoteRenamedV1)(renamed_before)]})
    other = Noun(consumes={"names": [on(NoteRenamed)(renamed)]})
    async with fleet.process(replace(toy, nouns=[noun, other])):
        await fleet.emit([NoteRenamedV1(note_id=new_id(), title="Wool")])
        await fleet.emit([NoteRenamed(note_id=new_id(), title="Laine", language="fr")])

        async def all_three() -> bool:
            return await fleet.scalar("SELECT count(*) FROM notes") == 3

        await until(all_three)
    rows = await fleet.db.fetch("SELECT number, text FROM notes ORDER BY number, text")
    assert [tuple(row) for row in rows] == [(1, "Wool"), (2, "Laine"), (2, "Wool")]


async def test_an_event_that_is_newer_than_the_handler_is_a_dead_letter(fleet: Fleet) -> None:
    async def renamed_before(db: UnitOfWork, event: NoteRenamedV1) -> None:
        raise AssertionError

    event = NoteRenamed(note_id=new_id(), title="Laine", language="fr")
    headers = event_headers(event)
    with pytest.raises(Reject, match=r"no handler of toy\.note\.renamed\.v2"):
        Delivery(headers, event.model_dump_json().encode(), [on(NoteRenamedV1)(renamed_before)])


async def test_only_public_events_reach_the_exchange_of_integrators(fleet: Fleet) -> None:
    await fleet.declare()
    async with fleet.broker.channel() as channel:
        outside = await channel.declare_queue(exclusive=True)
        await outside.bind(topology.PUBLIC, "#")
        fence = await channel.declare_queue(exclusive=True)
        await fence.bind(topology.EVENTS, "#")
        events = await channel.get_exchange(topology.EVENTS)
        keys = [routing_key(event) for event in all_events()]
        for key in [*keys, KEY]:
            await events.publish(aio_pika.Message(b"{}"), key)
        arrived = set()
        while message := await outside.get(no_ack=True, fail=False):
            arrived.add(message.routing_key)
    assert arrived == {routing_key(event) for event in all_events() if event.public}
    assert arrived < set(keys)


async def test_trace_correlation_and_causation_reach_the_consequences_of_a_request(fleet: Fleet) -> None:
    contexts: list[tuple[str, str, datetime | None]] = []

    async def heard(db: UnitOfWork, event: NoteWritten) -> None:
        write_down(db, event)
        contexts.append((correlation_id.get(), causation_id.get(), emitted_at.get()))
        emit(db, NoteRenamed(note_id=event.note_id, title="t", language="en"))

    trace_id = "0af7651916cd43dd8448eb211c80319c"
    headers = {"traceparent": f"00-{trace_id}-b7ad6b7169203331-01", "X-Request-ID": "request-4711"}
    async with fleet.server(consuming(heard)) as (_, http):
        response = await http.post("/api/v1/toy/notes", json={"text": "hello"}, headers=headers)
        assert response.status_code == 201
        assert response.headers["x-request-id"] == "request-4711"
        await until(lambda: fleet.settled(1))
    rows = await fleet.db.fetch(
        "SELECT id, type, traceparent, correlation_id, causation_id, occurred_at FROM outbox ORDER BY position"
    )
    first, consequence = rows
    assert [row["type"] for row in rows] == ["toy.note.written", "toy.note.renamed"]
    assert {row["traceparent"].split("-")[1] for row in rows} == {trace_id}
    assert {row["correlation_id"] for row in rows} == {"request-4711"}
    assert first["causation_id"] == ""
    assert consequence["causation_id"] == str(first["id"])
    assert contexts == [("request-4711", str(first["id"]), first["occurred_at"])]


async def test_a_commit_during_a_hint_is_hinted_at_too() -> None:
    """Without this, an event that was committed while a NOTIFY was under way would wait for the next poll."""
    hints: asyncio.Queue[str] = asyncio.Queue()
    answered = asyncio.Event()

    class SlowDatabase(Database):
        async def fetch(self, sql: str, *arguments: Any) -> list[Record]:
            await hints.put(sql)
            await answered.wait()
            return []

    notifier = Notifier(SlowDatabase("postgresql://nowhere/none", pool_size=2, name="none"), every=0)
    notifier.notify()
    assert "pg_notify" in await hints.get()
    notifier.notify()
    answered.set()
    async with asyncio.timeout(PATIENCE):
        assert "pg_notify" in await hints.get()


async def trickle(fleet: Fleet, events: list[NoteWritten]) -> None:
    for start in range(0, len(events), 10):
        await fleet.emit(events[start : start + 10])
        await asyncio.sleep(0.05)


async def well(worker: Runtime) -> bool:
    return worker.worker_state() == {}


async def heard_all(fleet: Fleet, count: int) -> bool:
    return len(await fleet.heard()) >= count


async def nothing_left(fleet: Fleet) -> bool:
    return await fleet.broker.depth("toy.notes") == 0 and await fleet.settled(0)


async def test_a_hint_on_its_way_gives_its_connection_back_before_the_process_ends() -> None:
    async with running(toy) as rig:
        async with rig.db.unit_of_work() as session:
            emit(session, notes(1)[0])
    assert cast(FairPool, rig.db.engine.pool).checkedout() == 0
