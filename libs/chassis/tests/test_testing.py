"""What tests begin with."""

import pytest
from toy.main import service

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running


async def test_what_was_prepared_is_there_for_each_rig_and_was_done_once() -> None:
    done = []

    async def prepare(rig: Rig) -> str:
        done.append(await rig.administrator())
        return "prepared"

    for _ in range(3):
        async with running(service, prepare=prepare) as rig:
            assert (rig.prepared, len(done)) == ("prepared", 1)
            assert [row["user_id"] for row in await rig.db.fetch("SELECT user_id FROM user_standings")] == done
            await rig.is_known(new_id())
    async with running(service) as rig:
        assert (rig.prepared, await rig.db.fetch("SELECT FROM user_standings")) == (None, [])


async def after(statement: str) -> bool:
    """Whether the next rig has the same database after one has done this."""
    names = []
    for each in (statement, "SELECT 1"):
        async with running(service) as rig:
            names += [row["current_database"] for row in await rig.db.fetch("SELECT current_database()")]
            await rig.db.fetch(each)
    return len(set(names)) == 1


@pytest.mark.parametrize("statement", ["CREATE TEMPORARY TABLE kept (found int)", "SELECT 2"])
async def test_a_database_in_which_only_rows_were_changed_serves_the_next_rig(statement: str) -> None:
    assert await after(statement)


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE kept (found int)", "DROP TABLE outbox", "ALTER TABLE outbox ADD COLUMN found int"]
)
async def test_a_database_that_was_changed_itself_serves_nobody(statement: str) -> None:
    assert not await after(statement)


async def test_an_app_serves_one_rig_after_the_other_and_never_two_at_once() -> None:
    async with running(service) as first, running(service) as second:
        assert first.asgi is not second.asgi
        apps = {id(first.asgi), id(second.asgi)}
    async with running(service) as third:
        assert id(third.asgi) in apps
        assert third.runtime.settings.database_url.endswith(str(third.db.engine.url.database))
