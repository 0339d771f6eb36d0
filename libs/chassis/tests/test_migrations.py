"""A migration may be a file of SQL: all of it takes effect with the revision, or nothing."""

from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from asyncpg.exceptions import UndefinedTableError
from sqlalchemy import Connection, text

from amigok_chassis import migrations
from amigok_chassis.testing import Rig

SQL = """
CREATE TABLE doors (id integer PRIMARY KEY, name text DEFAULT '100 % :open; $1');
-- A comment; with a semicolon.
CREATE FUNCTION shut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
INSERT INTO doors VALUES (1), (2);
"""


async def revise(rig: Rig, path: Path, sql: str) -> None:
    def upgrade(connection: Connection) -> None:
        path.write_text(sql)
        migrations.run(Operations(MigrationContext.configure(connection)), path)

    async with rig.db.engine.begin() as connection:
        await connection.run_sync(upgrade)


async def test_a_file_of_many_statements_runs_as_it_stands(rig: Rig, tmp_path: Path) -> None:
    await revise(rig, tmp_path / "doors.sql", SQL)
    rows = await rig.db.fetch("SELECT name FROM doors")
    assert [row["name"] for row in rows] == ["100 % :open; $1"] * 2


async def test_a_file_that_fails_leaves_nothing_behind(rig: Rig, tmp_path: Path) -> None:
    with pytest.raises(UndefinedTableError):
        await revise(rig, tmp_path / "doors.sql", SQL + "INSERT INTO windows VALUES (1);")
    assert not await exists(rig)


async def test_a_revision_that_fails_after_a_file_takes_it_back(rig: Rig, tmp_path: Path) -> None:
    def upgrade(connection: Connection) -> None:
        (tmp_path / "doors.sql").write_text(SQL)
        migrations.run(Operations(MigrationContext.configure(connection)), tmp_path / "doors.sql")
        connection.execute(text("SELECT 1"))
        raise RuntimeError

    async def fail() -> None:
        async with rig.db.engine.begin() as connection:
            await connection.run_sync(upgrade)

    with pytest.raises(RuntimeError):
        await fail()
    assert not await exists(rig)


async def exists(rig: Rig) -> bool:
    return bool((await rig.db.fetch("SELECT to_regclass('doors') IS NOT NULL"))[0][0])
