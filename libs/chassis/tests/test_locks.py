"""Locks that handlers declare, and events that they leave out."""

import contextlib
from collections.abc import Collection
from typing import Any
from uuid import UUID

import pytest
from toy.events import NoteWritten
from toy.main import service as toy

from amigok_chassis.ids import new_id
from amigok_chassis.needs import Ahead, Lock, take_locks
from amigok_chassis.service import Noun, Service, on
from amigok_chassis.testing import running
from amigok_chassis.unit_of_work import UnitOfWork

taken: list[tuple[str, set[object]]] = []


@pytest.fixture(autouse=True)
def forgotten() -> None:
    taken.clear()


def lock(name: str, rank: int) -> Lock[object]:
    async def take(db: UnitOfWork, keys: set[object]) -> None:
        taken.append((name, keys))

    return Lock(rank, take)


NOTES, NUMBERS = lock("notes", 1), lock("numbers", 2)


@on(NoteWritten, locks=[NUMBERS.by(lambda event: range(event.number)), NOTES.of("note_id")])
async def first(db: UnitOfWork, event: NoteWritten) -> None:
    taken.append(("first", {event.number}))


@on(NoteWritten, locks=[NOTES.of("note_id")], match={"number": 2})
async def only_two(db: UnitOfWork, event: NoteWritten) -> None:
    taken.append(("two", {event.number}))


def written(number: int, note_id: UUID | None = None) -> NoteWritten:
    return NoteWritten(note_id=note_id or new_id(), number=number)


async def test_a_batch_takes_each_lock_once_with_all_keys_in_the_order_of_ranks() -> None:
    one, two = written(1), written(2)
    needs = [(need, event) for event in (one, two) for need in first.locks]
    await take_locks(None, needs)  # type: ignore[arg-type]
    assert taken == [("notes", {one.note_id, two.note_id}), ("numbers", {0, 1})]


async def test_a_lock_without_keys_is_not_taken() -> None:
    await take_locks(None, [(need, written(0)) for need in first.locks])  # type: ignore[arg-type]
    assert [name for name, _ in taken] == ["notes"]


async def test_locks_are_taken_before_the_handlers_of_fresh_events_and_not_for_duplicates() -> None:
    service = Service("toy", nouns=[Noun(consumes={"notes": [first]})], metadata=toy.metadata)
    async with running(service) as rig:
        event, event_id = written(1), new_id()
        await rig.deliver(event, ids=[event_id])
        assert [name for name, _ in taken] == ["notes", "numbers", "first"]
        await rig.deliver(event, ids=[event_id])
        assert len(taken) == 3


async def test_a_handler_is_left_out_where_the_event_is_not_what_it_matches() -> None:
    service = Service("toy", nouns=[Noun(consumes={"notes": [only_two]})], metadata=toy.metadata)
    async with running(service) as rig:
        assert await rig.deliver(written(1)) == 1
        assert taken == []
        await rig.deliver(written(2))
        assert [name for name, _ in taken] == ["notes", "two"]


def test_locks_and_matches_that_name_no_field_of_the_event_are_refused_at_import() -> None:
    async def handle(db: UnitOfWork, event: NoteWritten) -> None: ...

    with pytest.raises(TypeError, match="NoteWritten has no order_id"):
        on(NoteWritten, locks=[NOTES.of("order_id")])(handle)
    with pytest.raises(TypeError, match="NoteWritten has no purpose"):
        on(NoteWritten, match={"purpose": "toy.note"})(handle)


def test_nouns_add_to_one_subscription_and_to_one_gauge() -> None:
    service = Service("toy", nouns=[Noun(consumes={"notes": [first]}), Noun(consumes={"notes": [only_two]})])
    assert service.consumes == {"notes": [first, only_two]}


READ: list[set[object]] = []


async def _numbers(db: UnitOfWork, keys: Collection[object]) -> dict[object, str]:
    READ.append(set(keys))
    return {key: "found" for key in keys if key != "unknown"}


NAMES = Ahead(_numbers, under=NOTES)


@on(NoteWritten, locks=[NOTES.of("note_id")], ahead=[NAMES.of("note_id")])
async def reads(db: UnitOfWork, event: NoteWritten) -> None:
    taken.append(("read", {await NAMES.get(db, event.note_id)}))


@on(NoteWritten, locks=[NOTES.of("note_id")])
async def locks_the_same(db: UnitOfWork, event: NoteWritten) -> None:
    """Another use case of the same event."""


@pytest.fixture
def asked() -> list[set[object]]:
    READ.clear()
    return READ


async def test_what_a_batch_reads_ahead_is_asked_once_and_an_event_alone_asks_for_itself(asked: Any) -> None:
    service = Service("toy", nouns=[Noun(consumes={"notes": [reads, locks_the_same]})], metadata=toy.metadata)
    async with running(service) as rig:
        one, two = written(1), written(2)
        await rig.deliver_batch("notes", one, two)
        assert (asked, taken[1:]) == ([{one.note_id, two.note_id}], [("read", {"found"})] * 2)
        await rig.deliver(written(3))
        assert len(asked) == 2


async def test_what_several_events_of_a_batch_lock_is_read_when_each_is_handled(asked: Any) -> None:
    service = Service("toy", nouns=[Noun(consumes={"notes": [reads]})], metadata=toy.metadata)
    async with running(service) as rig:
        one, other = written(1), written(2)
        await rig.deliver_batch("notes", one, written(3, one.note_id), other)
    assert asked == [{other.note_id}, {one.note_id}, {one.note_id}]


async def test_an_answer_is_given_once_also_that_there_is_none(asked: Any) -> None:
    async with running(toy) as rig, rig.db.unit_of_work() as db:
        await NAMES.prepare(db, ["known", "unknown"])
        assert [await NAMES.get(db, key) for key in ("known", "unknown")] == ["found", None]
        assert len(asked) == 1
        assert await NAMES.get_all(db, ["known", "unknown"]) == {"known": "found"}
        assert len(asked) == 2


async def test_answers_do_not_outlive_the_transaction_or_a_savepoint_that_fails(asked: Any) -> None:
    async with running(toy) as rig, rig.db.unit_of_work() as db:
        await NAMES.prepare(db, ["known"])
        with contextlib.suppress(ZeroDivisionError):
            async with db.begin_nested():
                raise ZeroDivisionError
        await NAMES.get(db, "known")
        assert len(asked) == 2
