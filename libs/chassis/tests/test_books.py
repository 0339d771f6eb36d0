"""What a service has settled is stated every hour, window by window, until all of it is at rest."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from toy.events import NoteWritten, ToyBooksStated

from amigok_chassis import clock
from amigok_chassis.books import Statements
from amigok_chassis.ids import id_before, new_id
from amigok_chassis.scheduler import run_job
from amigok_chassis.testing import Rig

BOOKS = Statements(
    ToyBooksStated,
    "SELECT note_id AS id, kind, amount, currency, settled, created_at, ended_at FROM sold_notes",
    most_items=2,
    most_windows=2,
)
TABLE = """
CREATE TABLE sold_notes (
    note_id uuid, kind text, amount bigint, currency text, settled boolean, created_at timestamptz, ended_at timestamptz
)
"""


@pytest.fixture(autouse=True)
async def sold_notes(rig: Rig) -> None:
    await rig.db.fetch(TABLE)


async def told(rig: Rig, books: Statements = BOOKS) -> list[ToyBooksStated]:
    """All statements after the job has run."""
    now = clock.now()
    await rig.db.fetch(
        "INSERT INTO scheduled_jobs (name, next_run_at) VALUES ('state_books', $1) "
        "ON CONFLICT (name) DO UPDATE SET next_run_at = $1",
        now,
    )
    assert await run_job(rig.db, books.job)
    return await rig.events(ToyBooksStated)


def later(**time: float) -> None:
    clock.set_offset(clock.offset() + timedelta(**time))


async def sold(rig: Rig, *, id: UUID | None = None, kind: str = "sale", at: datetime | None = None) -> UUID:
    now, note = at or clock.now(), id or new_id()
    row = (note, kind, 500, "USD", True, now, now)
    await rig.db.fetch("INSERT INTO sold_notes VALUES ($1, $2, $3, $4, $5, $6, $7)", *row)
    return note


async def begun(rig: Rig, *, id: UUID | None = None) -> UUID:
    """A note whose sale is under way."""
    note = id or new_id()
    row = (note, "sale", 500, "USD", False, clock.now(), None)
    await rig.db.fetch("INSERT INTO sold_notes VALUES ($1, $2, $3, $4, $5, $6, $7)", *row)
    return note


async def end(rig: Rig, note: UUID) -> None:
    await rig.db.fetch("UPDATE sold_notes SET settled = true, ended_at = $2 WHERE note_id = $1", note, clock.now())


def items(statement: ToyBooksStated) -> list[tuple[UUID, str, int]]:
    return [(item.reference_id, item.kind, item.amount.minor) for item in statement.items]


async def test_what_is_settled_is_stated_once_when_it_has_come_to_rest(rig: Rig) -> None:
    note = await sold(rig)
    assert await told(rig) == []
    later(hours=2)
    (statement,) = await told(rig)
    assert items(statement) == [(note, "sale", 500)]
    assert (statement.after_id, statement.up_to_id, statement.under_way) == (UUID(int=0), note, [])
    assert len(await told(rig)) == 1


async def test_what_ended_without_being_settled_is_no_item(rig: Rig) -> None:
    note = await begun(rig)
    await rig.db.fetch("UPDATE sold_notes SET ended_at = created_at WHERE note_id = $1", note)
    later(hours=2)
    (statement,) = await told(rig)
    assert (statement.items, statement.under_way) == ([], [])


async def test_what_is_under_way_is_stated_again_when_it_has_ended(rig: Rig) -> None:
    note = await begun(rig)
    later(hours=2)
    (first,) = await told(rig)
    assert (first.items, first.under_way) == ([], [note])
    later(hours=1)
    assert len(await told(rig)) == 1
    await end(rig, note)
    later(hours=1)
    again = (await told(rig))[-1]
    assert (again.window_id, items(again), again.under_way) == (first.window_id, [(note, "sale", 500)], [])
    assert again.stated_at > first.stated_at
    later(hours=1)
    assert len(await told(rig)) == 2


async def test_what_was_stuck_for_months_is_stated_when_it_ends(rig: Rig) -> None:
    note = await begun(rig, id=id_before(new_id(), timedelta(days=90)))
    later(hours=2)
    (first,) = await told(rig)
    later(hours=2)
    await end(rig, note)
    (again,) = [each for each in await told(rig) if each.items]
    assert (again.window_id, items(again)) == (first.window_id, [(note, "sale", 500)])


async def test_what_comes_late_into_a_window_is_stated_with_it(rig: Rig) -> None:
    requested = id_before(new_id(), timedelta(hours=30))
    (empty,) = await told(rig)
    later(days=2)
    await sold(rig, id=requested)
    (again,) = [each for each in await told(rig) if each.items]
    assert (again.window_id, items(again)) == (empty.window_id, [(requested, "sale", 500)])


async def test_what_was_committed_just_after_a_statement_is_stated_all_the_same(rig: Rig) -> None:
    requested, before = id_before(new_id(), timedelta(hours=30)), clock.now()
    (missed,) = await told(rig)
    await sold(rig, id=requested, at=before)
    later(minutes=30)
    (again,) = [each for each in await told(rig) if each.items]
    assert (again.window_id, items(again)) == (missed.window_id, [(requested, "sale", 500)])
    later(minutes=20)
    assert len([each for each in await told(rig) if each.items]) == 1


async def test_windows_meet_and_leave_nothing_out(rig: Rig) -> None:
    notes = [await sold(rig) for _ in range(5)]
    later(hours=2)
    assert len(await told(rig)) == 2
    windows = await told(rig)
    assert [len(window.items) for window in windows] == [2, 2, 1]
    assert [window.after_id for window in windows[1:]] == [window.up_to_id for window in windows[:-1]]
    assert [item.reference_id for window in windows for item in window.items] == notes


async def test_a_window_never_parts_rows_of_one_id(rig: Rig) -> None:
    for note in [await sold(rig) for _ in range(3)]:
        for kind in ("tip", "wrap"):
            await sold(rig, id=note, kind=kind)
    later(hours=2)
    await told(rig)
    windows = [window for window in await told(rig) if window.items]
    assert [[kind for _, kind, _ in items(window)] for window in windows] == [["sale", "tip", "wrap"]] * 3


async def test_hours_in_which_nothing_was_settled_are_stated_too(rig: Rig) -> None:
    (empty,) = await told(rig)
    assert (empty.items, empty.after_id) == ([], UUID(int=0))
    note = await sold(rig)
    later(hours=2)
    following = (await told(rig))[-1]
    assert following.after_id == empty.up_to_id < note
    assert [id for id, _, _ in items(following)] == [note]


def test_books_are_stated_by_an_event_that_is_one() -> None:
    with pytest.raises(TypeError, match="NoteWritten is no Books"):
        Statements(NoteWritten, "SELECT")
