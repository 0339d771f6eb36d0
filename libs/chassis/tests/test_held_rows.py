"""Rows that a unit of work has locked and loaded are not read again; what was changed is written in time."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select, text
from toy.models import Note

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_chassis.testing_databases import statements
from amigok_chassis.unit_of_work import UnitOfWork


@pytest.fixture
async def db(rig: Rig) -> AsyncIterator[UnitOfWork]:
    async with rig.db.unit_of_work() as db:
        db.add_all(Note(note_id=new_id(), number=number, text="new") for number in range(3))
    async with rig.db.unit_of_work() as db:
        yield db


async def test_a_locked_row_is_read_once(rig: Rig, db: UnitOfWork) -> None:
    rows = await db.lock(select(Note).order_by(Note.position))
    with statements(rig.db) as run:
        for row in rows:
            assert await db.get(Note, row.position, with_for_update=True) is row
            assert await db.get_one(Note, row.position) is row
    assert run == []
    assert list(db.held(Note)) == rows


async def test_a_row_that_is_not_locked_is_read(db: UnitOfWork) -> None:
    first, *_ = await db.lock(select(Note).order_by(Note.position).limit(1))
    other = await db.get_one(Note, first.position + 1, with_for_update=True)
    assert other.number == 1
    assert await db.get(Note, first.position + 3) is None


async def test_what_a_rolled_back_savepoint_undid_is_read_again(db: UnitOfWork) -> None:
    first, *_ = await db.lock(select(Note).order_by(Note.position))
    position = first.position
    async with db.begin_nested() as savepoint:
        first.text = "changed"
        await db.flush()
        await savepoint.rollback()
    again = await db.get_one(Note, position, with_for_update=True)
    assert again.text == "new"


async def test_a_row_that_was_deleted_is_not_found(db: UnitOfWork) -> None:
    first, *_ = await db.lock(select(Note).order_by(Note.position))
    await db.delete(first)
    await db.flush()
    assert await db.get(Note, first.position) is None


async def test_changes_are_written_before_any_statement(db: UnitOfWork) -> None:
    first, *_ = await db.lock(select(Note).order_by(Note.position))
    count = "SELECT count(*) FROM notes WHERE text = 'changed'"
    first.text = "changed"
    assert await db.scalar(text(count)) == 1
    db.add(Note(note_id=new_id(), number=9, text="changed"))
    assert (await (await db.connection()).exec_driver_sql(count)).scalar() == 2


async def test_changes_of_many_rows_are_one_statement(rig: Rig, db: UnitOfWork) -> None:
    rows = await db.lock(select(Note).order_by(Note.position))
    with statements(rig.db) as run:
        for row in rows:
            row.text = "changed"
        await db.flush()
    assert len(run) == 1


async def test_a_row_is_locked_once_and_loaded_as_it_is_then(rig: Rig, db: UnitOfWork) -> None:
    seen = (await db.scalars(select(Note).order_by(Note.position).limit(1))).one()
    async with rig.db.unit_of_work() as other:
        (await other.get_one(Note, seen.position)).text = "changed"
    with statements(rig.db) as run:
        assert await db.lock_one(Note, seen.position) is seen
        assert seen.text == "changed"
        assert await db.lock_one(Note, seen.position) is seen
    assert len(run) == 1
    assert await db.lock_one(Note, seen.position + 3) is None


async def test_rows_that_are_shared_are_known_and_not_taken_for_locked_ones(rig: Rig, db: UnitOfWork) -> None:
    rows = await db.lock(select(Note).order_by(Note.position), read=True)
    assert (list(db.held(Note, read=True)), list(db.held(Note))) == (rows, [])
    async with rig.db.unit_of_work() as other:
        assert await other.lock(select(Note).order_by(Note.position), read=True)
    with statements(rig.db) as run:
        await db.lock_one(Note, rows[0].position)
    assert "FOR UPDATE" in run[0]
