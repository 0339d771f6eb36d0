"""Events that cannot be handled, now or ever, and databases that are not there."""

import asyncio
from typing import Any
from uuid import UUID

import aio_pika
from sqlalchemy import text
from toy.events import NoteWritten
from toy.kit import Fleet, consuming, event_headers, hop, notes, with_port, write_down
from toy.main import service as toy

from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject, Retry
from amigok_chassis.patience import PATIENCE, until
from amigok_chassis.topology import DELAYS, delay_exchange
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import routing_key

KEY = routing_key(NoteWritten)
NOTE = NoteWritten(note_id=new_id())


async def test_a_poisoned_message_is_a_dead_letter_while_the_99_others_of_its_batch_are_handled_once(
    fleet: Fleet,
) -> None:
    async def picky(db: UnitOfWork, event: NoteWritten) -> None:
        write_down(db, event)
        if event.number == 50:
            raise Reject("fifty is not a number we know")

    service = consuming(picky)
    await fleet.declare(service)
    await publish_all(fleet, notes(100))
    async with fleet.process(service):
        await until(lambda: fleet.settled(99))
        [dead] = await fleet.broker.take("toy.dead")
    assert sorted(number for _, number in await fleet.heard()) == [n for n in range(100) if n != 50]
    assert dead.headers["x-dead-reason"] == "rejected"
    assert dead.headers["x-dead-queue"] == "toy.notes"
    assert "fifty is not a number we know" in str(dead.headers["x-dead-error"])
    assert dead.headers["cloudEvents_type"] == "toy.note.written"
    assert await fleet.broker.depth("toy.notes") == 0


async def test_values_that_the_database_can_never_take_make_a_dead_letter_at_once(fleet: Fleet) -> None:
    async def store(db: UnitOfWork, event: NoteWritten) -> None:
        write_down(db, event)
        if event.number == 1:
            await db.execute(
                text("INSERT INTO notes (note_id, number, text) VALUES (:id, 2 ^ 80, '')"), {"id": new_id()}
            )

    service = consuming(store)
    await fleet.declare(service)
    await publish_all(fleet, notes(3))
    async with fleet.process(service):
        [dead] = await fleet.broker.take("toy.dead")
        await until(lambda: fleet.settled(2))
    assert (dead.headers["x-dead-reason"], dead.headers.get("x-attempt")) == ("rejected", None)
    assert "out of range" in str(dead.headers["x-dead-error"])
    assert sorted(number for _, number in await fleet.heard()) == [0, 2]


async def test_a_broken_constraint_may_fit_later_and_is_tried_again(fleet: Fleet) -> None:
    async def store(db: UnitOfWork, event: NoteWritten) -> None:
        await db.execute(text("INSERT INTO notes (note_id, number, text) VALUES (NULL, 1, '')"))

    service = consuming(store)
    await fleet.declare(service)
    async with fleet.process(service):
        await fleet.broker.publish(KEY, NOTE.model_dump_json().encode(), event_headers(NOTE))
        [waiting] = await fleet.broker.take(delay_exchange("toy", DELAYS[0]))
    assert waiting.headers["x-attempt"] == 1


async def test_a_defect_in_a_handler_is_retried_and_in_the_end_a_dead_letter(fleet: Fleet) -> None:
    async def broken(db: UnitOfWork, event: NoteWritten) -> None:
        raise KeyError("a defect")

    service = consuming(broken)
    await fleet.declare(service)
    async with fleet.process(service):
        tried = event_headers(NOTE, **{"x-attempt": 7})
        await fleet.broker.publish(KEY, NOTE.model_dump_json().encode(), tried)
        [dead] = await fleet.broker.take("toy.dead")
        await fleet.broker.publish(KEY, NOTE.model_dump_json().encode(), event_headers(NOTE))
        [waiting] = await fleet.broker.take(delay_exchange("toy", DELAYS[0]))
    assert dead.headers["x-dead-reason"] == "exhausted"
    assert waiting.headers["x-attempt"] == 1


async def test_retry_comes_back_after_its_delay_and_is_then_handled_once(fleet: Fleet) -> None:
    tries: list[int] = []

    async def not_yet(db: UnitOfWork, event: NoteWritten) -> None:
        write_down(db, event)
        tries.append(event.number)
        if tries.count(event.number) == 1 and event.number == 1:
            raise Retry("not yet")

    async with fleet.process(consuming(not_yet)):
        await fleet.emit(notes(3))
        await until(lambda: fleet.settled(3))
    assert sorted(number for _, number in await fleet.heard()) == [0, 1, 2]


NO_EVENTS: list[tuple[dict[str, Any], bytes]] = [
    ({}, b"{}"),
    ({"cloudEvents_id": "no uuid"}, b"{}"),
    (event_headers(NOTE), b"\xff\x00 no JSON"),
    (event_headers(NOTE), b'{"note_id": 1}'),
    (event_headers(NOTE) | {"cloudEvents_type": "toy.note.unknown"}, b"{}"),
    (event_headers(NOTE) | {"cloudEvents_dataversion": 99}, NOTE.model_dump_json().encode()),
    (event_headers(NOTE) | {"cloudEvents_dataversion": "one"}, NOTE.model_dump_json().encode()),
    (event_headers(NOTE) | {"cloudEvents_type": 7, "x-attempt": "many"}, b"[" * 100_000),
]


async def test_a_message_that_is_no_event_of_ours_is_a_dead_letter_and_no_crash_loop(fleet: Fleet) -> None:
    async with fleet.process() as worker:
        for headers, body in NO_EVENTS:
            await fleet.broker.publish(KEY, body, headers)
        dead = await fleet.broker.take("toy.dead", len(NO_EVENTS))
        await fleet.emit(notes(2))
        await until(lambda: fleet.settled(2))
        assert worker.worker_state() == {}
    assert {message.headers["x-dead-reason"] for message in dead} == {"rejected"}
    assert sorted(message.body for message in dead) == sorted(body for _, body in NO_EVENTS)


async def test_an_unreadable_count_of_attempts_counts_as_none(fleet: Fleet) -> None:
    async def broken(db: UnitOfWork, event: NoteWritten) -> None:
        raise KeyError("a defect")

    async with fleet.process(consuming(broken)):
        await fleet.broker.publish(KEY, NOTE.model_dump_json().encode(), event_headers(NOTE, **{"x-attempt": "many"}))
        [waiting] = await fleet.broker.take(delay_exchange("toy", DELAYS[0]))
    assert waiting.headers["x-attempt"] == 1


async def test_a_dead_letter_whose_queue_is_gone_is_not_lost(fleet: Fleet) -> None:
    async def never(db: UnitOfWork, event: NoteWritten) -> None:
        raise Reject("never")

    async with fleet.process(consuming(never)) as worker:
        async with fleet.broker.channel() as channel:
            await channel.queue_delete("toy.dead")
        await fleet.emit(notes(1))

        async def noticed() -> bool:
            return worker.worker_state() == {"consumer": "disconnected"}

        await until(noticed)
        await fleet.declare()
        await fleet.broker.take("toy.dead")


async def test_an_outage_of_the_database_stops_consuming_and_burns_no_retries(fleet: Fleet) -> None:
    async with hop(fleet.database_url) as between:
        async with fleet.process(database_url=with_port(fleet.database_url, between.port)):
            await fleet.emit(notes(5))
            await until(lambda: fleet.settled(5))
            await between.cut()
            await publish_all(fleet, notes(300))
            await asyncio.sleep(1)
            await between.mend()
            await until(lambda: fleet.settled(305))
            assert await fleet.broker.depth("toy.dead") == 0
            for seconds in DELAYS:
                assert await fleet.broker.depth(delay_exchange("toy", seconds)) == 0
    assert len(await fleet.heard()) == 305


async def test_terminated_connections_in_the_middle_of_handlers_burn_no_retries(fleet: Fleet) -> None:
    napping = asyncio.Event()

    async def slow(db: UnitOfWork, event: NoteWritten) -> None:
        write_down(db, event)
        await db.flush()
        napping.set()
        await db.execute(text("SELECT pg_sleep(0.2)"))

    service = consuming(slow)
    await fleet.declare(service)
    await publish_all(fleet, notes(5))
    async with fleet.process(service):
        for _ in range(3):
            napping.clear()
            await asyncio.wait_for(napping.wait(), PATIENCE)
            await terminate(fleet)
        await until(lambda: fleet.settled(5))
        for seconds in DELAYS:
            assert await fleet.broker.depth(delay_exchange("toy", seconds)) == 0
    assert len(await fleet.heard()) == 5


async def test_what_only_looks_like_an_outage_cannot_hold_up_the_queue(fleet: Fleet) -> None:
    async def hanging(db: UnitOfWork, event: NoteWritten) -> None:
        write_down(db, event)
        if event.number == 0:
            raise TimeoutError("a neighbour did not answer")

    async with fleet.process(consuming(hanging)):
        await fleet.emit(notes(10))
        await until(lambda: fleet.settled(9))
        [waiting] = await fleet.broker.take(delay_exchange("toy", DELAYS[0]))
    assert waiting.headers["x-attempt"] == 1


async def test_stopping_finishes_the_batch_in_hand_and_hands_the_rest_back(fleet: Fleet) -> None:
    begun: list[UUID] = []
    started = asyncio.Event()

    async def slow(db: UnitOfWork, event: NoteWritten) -> None:
        begun.append(event.note_id)
        started.set()
        await asyncio.sleep(0.005)
        write_down(db, event)

    service = consuming(slow)
    await fleet.declare(service)
    await publish_all(fleet, notes(300))
    async with fleet.process(service):
        await asyncio.wait_for(started.wait(), PATIENCE)
    assert [note_id for note_id, _ in await fleet.heard()] == begun
    assert 0 < len(begun) < 300
    assert await fleet.broker.depth("toy.notes") == 300 - len(begun)
    async with fleet.process(service):
        await until(lambda: fleet.settled(300))
    assert len(begun) == len(set(begun)) == 300


async def test_two_workers_share_a_queue_and_handle_each_event_once(fleet: Fleet) -> None:
    async with fleet.process(toy), fleet.process(toy):
        for _ in range(10):
            await fleet.emit(notes(50))
        await until(lambda: fleet.settled(500))
    assert len(set(await fleet.heard())) == len(await fleet.heard()) == 500


async def publish_all(fleet: Fleet, events: list[NoteWritten]) -> None:
    """Straight to the queue: what is there when a worker starts."""
    async with fleet.broker.channel() as channel:
        for event in events:
            message = aio_pika.Message(event.model_dump_json().encode(), headers=event_headers(event))
            await channel.default_exchange.publish(message, "toy.notes")


async def terminate(fleet: Fleet) -> None:
    await fleet.db.fetch(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'toy'"
    )
