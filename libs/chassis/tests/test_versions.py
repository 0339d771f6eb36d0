"""Every event has the version of its aggregate from the outbox: later ones have higher ones, copies the same."""

import asyncio
import json
import random
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from aio_pika.abc import AbstractIncomingMessage
from sqlalchemy import text
from toy.events import NoteEchoed, NoteWritten
from toy.kit import Fleet, event_headers, notes

from amigok_chassis import topology
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Delivery, deliver
from amigok_chassis.outbox import body, emit
from amigok_chassis.patience import until
from amigok_chassis.service import on, on_all
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event, parse, routing_key

KEY = routing_key(NoteWritten)


async def published(fleet: Fleet) -> list[Event]:
    """What the relay publishes, in its order."""
    rows = await fleet.db.fetch("SELECT * FROM outbox ORDER BY position")
    return [parse(row["type"], row["version"], body(row)) for row in rows]


async def test_versions_grow_over_all_types_of_an_aggregate_in_the_order_of_its_changes(fleet: Fleet) -> None:
    note_id = new_id()

    async def change() -> None:
        async with fleet.db.unit_of_work() as db:
            await db.execute(text("SELECT pg_advisory_xact_lock(1)"))
            number = await db.scalar(
                text("INSERT INTO notes (note_id, number, text) SELECT :id, count(*), '' FROM notes RETURNING number"),
                {"id": note_id},
            )
            kind = (NoteWritten, NoteEchoed)[number % 2]
            emit(db, kind(note_id=note_id, number=number))
            emit(db, NoteEchoed(note_id=note_id, number=number))

    await asyncio.gather(*(change() for _ in range(40)))
    events: list[Any] = await published(fleet)
    versions = [event.aggregate_version for event in events]
    assert versions == sorted(set(versions))
    assert [event.number for event in events] == [number for number in range(40) for _ in range(2)]


async def test_the_outbox_numbers_events_whatever_they_were_emitted_with(fleet: Fleet) -> None:
    await fleet.emit([NoteWritten(note_id=new_id(), aggregate_version=2**62), *notes(1)])
    rows = await fleet.db.fetch("SELECT position, data FROM outbox ORDER BY position")
    assert [json.loads(body(row))["aggregate_version"] for row in rows] == [row["position"] for row in rows]
    assert all(body(row).count("aggregate_version") == 1 for row in rows)


async def test_what_is_published_again_has_the_same_version(fleet: Fleet) -> None:
    bodies: list[bytes] = []

    async def keep(message: AbstractIncomingMessage) -> None:
        bodies.append(message.body)

    async with fleet.broker.channel() as channel:
        await fleet.declare()
        probe = await channel.declare_queue(exclusive=True)
        await probe.bind(topology.EVENTS, KEY)
        await probe.consume(keep, no_ack=True)
        async with fleet.process():
            await fleet.emit(notes(3))
            await until(lambda: fleet.settled(3))
            await fleet.db.fetch("UPDATE outbox SET published_at = NULL WHERE type = $1", NoteWritten.type)
            await fleet.emit(notes(1))
            await until(lambda: _are(bodies, 7))
    assert len(set(bodies)) == 4
    assert all(json.loads(each)["aggregate_version"] > 0 for each in bodies)


async def test_a_handler_that_applies_only_newer_ones_ends_right_whatever_comes_late_or_again(fleet: Fleet) -> None:
    newest: dict[UUID, tuple[int, int]] = {}

    async def keep(db: UnitOfWork, event: NoteWritten) -> None:
        if event.aggregate_version > newest.get(event.note_id, (0, 0))[0]:
            newest[event.note_id] = (event.aggregate_version, event.number)

    await fleet.emit(notes(60, of=3))
    rows = [row for row in await fleet.db.fetch("SELECT * FROM outbox") for _ in range(3)]
    random.Random(3).shuffle(rows)
    for at, row in enumerate(rows):
        headers = event_headers(NoteWritten(note_id=new_id()), row["id"] if at % 2 else new_id())
        await deliver(fleet.db, "toy.notes", [Delivery(headers, body(row).encode(), [on(NoteWritten)(keep)])])
    assert sorted(number for _, number in newest.values()) == [57, 58, 59]


async def test_what_takes_events_together_has_each_once_and_those_of_an_aggregate_in_turn(fleet: Fleet) -> None:
    taken: list[list[tuple[UUID, int]]] = []
    single: list[int] = []

    async def take(db: UnitOfWork, events: Sequence[NoteWritten]) -> None:
        taken.append([(event.note_id, event.number) for event in events])

    async def before(db: UnitOfWork, event: NoteWritten) -> None:
        assert not any((event.note_id, event.number) in each for each in taken)
        single.append(-event.number)

    async def after(db: UnitOfWork, event: NoteWritten) -> None:
        assert any((event.note_id, event.number) in each for each in taken)
        single.append(event.number)

    together = [on_all(NoteWritten, match={"number": 1})(take), on_all(NoteWritten)(take)]
    handlers = [on(NoteWritten)(before), *together, on(NoteWritten)(after)]
    first, second = new_id(), new_id()
    written = [(first, 0), (second, 1), (first, 2)]
    events = [NoteWritten(note_id=note, number=number) for note, number in written]
    sent = [
        Delivery(event_headers(each, new_id(), cloudEvents_subject=str(each.note_id)), text.encode(), handlers)
        for each in events
        for text in [each.model_dump_json()]
    ]
    assert await deliver(fleet.db, "toy.notes", [*sent, sent[0], sent[1]]) == 3
    assert await deliver(fleet.db, "toy.notes", sent) == 0
    assert taken == [[(first, 0), (second, 1)], [(second, 1)], [(first, 2)]]
    assert sorted(single) == [-2, -1, 0, 0, 1, 2]


async def _are(bodies: list[bytes], count: int) -> bool:
    return len(bodies) >= count
