"""Fixtures for the tests of any service whose conftest has a `rig`."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import timedelta

import asyncpg
import pytest

from amigok_chassis import clock, testing_databases
from amigok_chassis.patience import until
from amigok_chassis.testing import Rig


@pytest.fixture(scope="session", autouse=True)
async def kept_connections() -> AsyncIterator[None]:
    """Closes, at the end of the run, what was kept for the next rig."""
    yield
    await testing_databases.close_kept()


@pytest.fixture(autouse=True)
def real_time_again() -> Iterator[None]:
    """Undoes what a test did to the clock."""
    yield
    clock.set_offset(timedelta())


@pytest.fixture
async def outsider(rig: Rig) -> AsyncIterator[asyncpg.Connection]:
    """Another connection to the same database, to hold locks with."""
    connection = await asyncpg.connect(rig.db.engine.url.set(drivername="postgresql").render_as_string(False))
    try:
        yield connection
    finally:
        await connection.close()


@pytest.fixture
def somebody_waits(rig: Rig) -> Callable[..., Awaitable[None]]:
    """Returns when somebody, or `count` of them, wait for a lock in this database."""
    waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"

    async def wait(count: int = 1) -> None:
        async def they_wait() -> bool:
            return len(await rig.db.fetch(waiting)) >= count

        await until(they_wait)

    return wait
