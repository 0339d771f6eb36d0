"""Due rows: each is worked on once by whoever comes first, again when that failed or crashed, and not for ever."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update
from toy.kit import Fleet
from toy.main import service as toy
from toy.models import Letter

from amigok_chassis import clock, metrics
from amigok_chassis.context import Context
from amigok_chassis.due import Backoff, GiveUp, NotYet, Poller, announce, poller
from amigok_chassis.due.rows import reserve, table_of
from amigok_chassis.errors import DomainError
from amigok_chassis.ids import new_id
from amigok_chassis.patience import PATIENCE, until
from amigok_chassis.service import Noun, Service
from amigok_chassis.testing import Rig, running
from amigok_chassis.unit_of_work import UnitOfWork

LETTERS = table_of(Letter)
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
async def clock_stands() -> AsyncIterator[None]:
    yield
    clock.set_offset(timedelta())


def later(by: timedelta) -> None:
    clock.set_offset(clock.offset() + by)


async def written(db: Any, count: int = 1) -> list[UUID]:
    letters = [Letter(id=new_id(), text="", created_at=clock.now(), due_at=clock.now()) for _ in range(count)]
    ids = [letter.id for letter in letters]
    async with db.unit_of_work() as session:
        session.add_all(letters)
    return ids


async def state(rig: Rig, id: UUID) -> tuple[int, bool]:
    """The attempts at a letter, and whether it is still due some time."""
    (row,) = await rig.db.fetch("SELECT attempts, due_at IS NOT NULL FROM letters WHERE id = $1", id)
    return row[0], row[1]


class Sent:
    """A step that counts, and fails for those in `failing`."""

    def __init__(self) -> None:
        self.calls: Counter[UUID] = Counter()
        self.failing: dict[UUID, Exception] = {}

    async def __call__(self, context: Context, id: UUID) -> None:
        self.calls[id] += 1
        if id in self.failing:
            raise self.failing[id]

    def poller(self, **options: Any) -> Poller:
        async def send(context: Context, id: UUID) -> None:
            await self(context, id)

        return poller(Letter, **options)(send)


async def test_a_row_that_is_due_is_worked_on_once_and_is_done(rig: Rig) -> None:
    sent, (id,) = Sent(), await written(rig.db)
    for _ in range(2):
        await sent.poller().run(rig.context)
    assert sent.calls == {id: 1}
    assert await state(rig, id) == (0, False)


async def test_two_replicas_share_rows_and_never_take_the_same(rig: Rig) -> None:
    sent, ids = Sent(), await written(rig.db, 50)
    each = sent.poller()
    await asyncio.gather(each.run(rig.context), each.run(rig.context))
    assert sent.calls == dict.fromkeys(ids, 1)


async def test_a_row_that_is_reserved_is_left_alone_until_its_lease_ends(rig: Rig) -> None:
    """As after a crash between reserving and marking."""
    sent, (id,) = Sent(), await written(rig.db)
    (lease,) = await reserve(rig.db, LETTERS, most=5, lease=MINUTE)
    assert (lease.id, lease.attempts) == (id, 1)
    await sent.poller().run(rig.context)
    assert sent.calls == {}
    later(MINUTE)
    await sent.poller().run(rig.context)
    assert sent.calls == {id: 1}


async def test_a_failing_row_waits_longer_each_time_and_stops_no_other(rig: Rig) -> None:
    sent, (bad, *good) = Sent(), await written(rig.db, 5)
    sent.failing[bad] = RuntimeError("a defect")
    each = sent.poller(at_once=2, backoff=Backoff(first=MINUTE, longest=timedelta(hours=1)))
    before = metrics.JOB_FAILURES.labels("send")._value.get()
    await each.run(rig.context)
    assert sent.calls == dict.fromkeys([bad, *good], 1)
    assert await state(rig, bad) == (1, True)
    for calls in (2, 3):
        await each.run(rig.context)
        assert sent.calls[bad] == calls - 1
        later(MINUTE * 2 ** (calls - 2))
        await each.run(rig.context)
        assert sent.calls[bad] == calls
    assert metrics.JOB_FAILURES.labels("send")._value.get() == before + 3


class Closed(DomainError):
    """The post office is closed."""

    code = "closed"


@pytest.mark.parametrize("expected", [NotYet("nobody there"), Closed()])
async def test_what_is_expected_is_tried_again_and_counts_as_no_defect(rig: Rig, expected: Exception) -> None:
    sent, (id,) = Sent(), await written(rig.db)
    sent.failing[id] = expected
    before = metrics.JOB_FAILURES.labels("send")._value.get()
    await sent.poller().run(rig.context)
    assert await state(rig, id) == (1, True)
    assert metrics.JOB_FAILURES.labels("send")._value.get() == before


async def test_a_step_that_takes_longer_than_its_lease_is_cut_off(rig: Rig) -> None:
    (id,) = await written(rig.db)

    @poller(Letter, lease=timedelta(seconds=0.2))
    async def send(context: Context, id: UUID) -> None:
        await asyncio.sleep(30)

    await send.run(rig.context)
    assert await state(rig, id) == (1, True)


@pytest.mark.parametrize(("own", "least", "most"), [(None, 0, 1000), (timedelta(hours=1), 1000, 3600)])
async def test_a_lease_is_as_long_as_the_settings_or_the_poller_say(
    own: timedelta | None, least: int, most: int
) -> None:
    left: list[float] = []

    @poller(Letter, lease=own)
    async def send(context: Context, id: UUID) -> None:
        [row] = await context.db.fetch("SELECT due_at FROM letters WHERE id = $1", id)
        left.append((row["due_at"] - clock.now()).total_seconds())

    async with running(toy, lease_seconds=1000) as rig:
        await written(rig.db)
        await send.run(rig.context)
    assert least < left[0] <= most


async def test_what_a_step_says_of_its_row_counts_and_so_does_what_came_meanwhile(rig: Rig) -> None:
    (id,) = await written(rig.db)
    calls = 0

    @poller(Letter)
    async def send(context: Context, id: UUID) -> None:
        nonlocal calls
        calls += 1
        if calls < 3:
            async with context.db.unit_of_work() as db:
                (await db.get_one(Letter, id)).make_due(clock.now())

    await send.run(rig.context)
    assert calls == 3
    assert await state(rig, id) == (0, False)


async def test_a_row_is_given_up_after_so_many_attempts(rig: Rig) -> None:
    sent, (id, other) = Sent(), await written(rig.db, 2)
    sent.failing[id] = RuntimeError("a defect")
    each = sent.poller(give_up=GiveUp(say_so, attempts=3))
    for _ in range(5):
        await each.run(rig.context)
        later(MINUTE * 10)
    assert sent.calls == {id: 3, other: 1}
    assert await state(rig, id) == (4, False)
    assert await texts(rig) == ["given up", ""]


async def test_a_row_that_is_of_no_use_any_more_is_given_up_without_a_call(rig: Rig) -> None:
    sent, _ = Sent(), await written(rig.db)
    later(MINUTE)
    await sent.poller(give_up=GiveUp(say_so, age=MINUTE)).run(rig.context)
    assert sent.calls == {}
    assert await texts(rig) == ["given up"]


async def test_a_row_that_ended_its_process_each_time_is_given_up_too(rig: Rig) -> None:
    sent, (id,) = Sent(), await written(rig.db)
    for _ in range(3):
        await reserve(rig.db, LETTERS, most=1, lease=MINUTE)
        later(MINUTE)
    await sent.poller(give_up=GiveUp(say_so, attempts=3)).run(rig.context)
    assert sent.calls == {}
    assert not (await state(rig, id))[1]


async def test_a_row_that_is_made_due_anew_just_before_it_is_given_up_is_not(rig: Rig) -> None:
    sent, (id,) = Sent(), await written(rig.db)
    each = sent.poller(give_up=GiveUp(say_so, attempts=1))
    await reserve(rig.db, LETTERS, most=1, lease=timedelta())
    (lease,) = await reserve(rig.db, LETTERS, most=1, lease=MINUTE)
    async with rig.db.unit_of_work() as db:
        (await db.get_one(Letter, id)).make_due(clock.now())
    await each._attempt(rig.context, lease)
    assert await texts(rig) == [""]
    assert await state(rig, id) == (0, True)


async def test_a_row_that_cannot_be_given_up_is_tried_again(rig: Rig) -> None:
    async def fail(db: UnitOfWork, id: UUID) -> None:
        raise RuntimeError("a defect")

    sent, (id,) = Sent(), await written(rig.db)
    later(MINUTE)
    await sent.poller(give_up=GiveUp(fail, age=MINUTE), backoff=Backoff(first=MINUTE, longest=MINUTE)).run(rig.context)
    assert (await state(rig, id))[1]


def test_an_age_that_the_table_does_not_know_is_refused_at_import() -> None:
    with pytest.raises(TypeError, match="no born_at"):
        poller(Letter, give_up=GiveUp(say_so, age=MINUTE, since="born_at"))


async def test_the_stuck_are_those_that_were_tried_often_and_are_still_due(rig: Rig) -> None:
    sent, ids = Sent(), await written(rig.db, 3)
    sent.failing = dict.fromkeys(ids[:2], NotYet("not today"))
    each = sent.poller(stuck_after=2, stuck_if=Letter.id != ids[1])
    for expected in (0, 1):
        await each.run(rig.context)
        later(MINUTE)
        async with rig.db.unit_of_work() as db:
            assert await each.stuck(db) == expected
    assert Service("toy", nouns=[Noun(pollers=[each])]).gauges[metrics.STUCK] == [each.stuck]


async def test_a_poller_sleeps_until_the_next_row_is_due(rig: Rig) -> None:
    sent, (id,) = Sent(), await written(rig.db)
    each = sent.poller(seconds=300)
    assert await each.run(rig.context) == 300
    async with rig.db.unit_of_work() as db:
        (await db.get_one(Letter, id)).make_due(clock.now() + MINUTE)
    assert 55 < await each.run(rig.context) <= 60


async def test_a_poller_does_not_spin_on_a_row_that_somebody_else_has_locked(rig: Rig) -> None:
    sent, (id,) = Sent(), await written(rig.db)
    async with rig.db.unit_of_work() as db:
        await db.get(Letter, id, with_for_update=True)
        assert await sent.poller().run(rig.context) == 0.5
    assert sent.calls == {}


@pytest.mark.parametrize("by_statement", [False, True])
async def test_a_worker_is_woken_when_its_api_makes_a_row_due(fleet: Fleet, by_statement: bool) -> None:
    """By a process of its own, through a hint. The worker itself would look only long after this test has failed."""
    sent, (id,) = Sent(), await written(fleet.db)
    service = replace(toy, nouns=[Noun(pollers=[sent.poller(seconds=10 * PATIENCE)])])

    async def calls(count: int) -> None:
        async def so_often() -> bool:
            return sent.calls[id] == count

        await until(so_often)

    async with fleet.process(service, role="worker"):
        await calls(1)
        await asyncio.sleep(0.5)
        async with fleet.process(service, role="api") as api, api.db.unit_of_work() as db:
            if by_statement:
                await db.execute(update(Letter).values(due_at=clock.now()))
                announce(db, Letter)
            else:
                (await db.get_one(Letter, id)).make_due(clock.now())
        await calls(2)


def test_pauses_double_up_to_the_longest_and_differ_by_row() -> None:
    backoff, id = Backoff(first=timedelta(seconds=2), longest=timedelta(minutes=10)), new_id()
    for attempts, seconds in enumerate((2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600), 1):
        pause = backoff.after(attempts, id).total_seconds()
        assert seconds * 0.75 <= pause <= seconds
        assert pause == backoff.after(attempts, id).total_seconds()
    assert backoff.after(10_000, id) <= timedelta(minutes=10)
    assert len({backoff.after(3, new_id()) for _ in range(100)}) > 90


def test_a_table_that_has_due_rows_has_an_index_of_them() -> None:
    assert [index.name for index in LETTERS.indexes] == ["letters_due_at_idx"]


async def say_so(db: UnitOfWork, id: UUID) -> None:
    await db.execute(update(Letter).where(Letter.id == id).values(text="given up"))


async def texts(rig: Rig) -> list[str]:
    return [row["text"] for row in await rig.db.fetch("SELECT text FROM letters ORDER BY id")]
