from collections.abc import AsyncIterator

import httpx
import pytest

from amigok_chassis.testing import Rig, running
from analytics.engine import Engine, engine_of
from analytics.engine.schema import make
from analytics.main import service
from analytics.settings import Settings
from services.analytics.tests.engines import PrivateEngine
from services.analytics.tests.figures.barns import Barn


@pytest.fixture(scope="session")
async def tables(private_engine: PrivateEngine) -> str:
    """The URL of a database with the tables of facts, made once: that takes longer than most of these tests."""
    url = private_engine.url()
    async with httpx.AsyncClient(verify=False) as http:
        await make(Engine(http, url, seconds=60, memory=100_000_000))
    return url


@pytest.fixture
async def rig(tables: str) -> AsyncIterator[Rig]:
    async with running(service) as rig:
        rig.context.use(Settings.model_validate({"clickhouse_url": tables}))
        yield rig
        await emptied(engine_of(rig.context))


async def emptied(engine: Engine) -> None:
    filled = "SELECT name FROM system.tables WHERE database = {database:String} AND total_rows > 0"
    for table in await engine.query(filled, {"database": engine.database}):
        await engine.execute(f"TRUNCATE TABLE {table['name']}")


@pytest.fixture
def barn(rig: Rig) -> Barn:
    return Barn(rig)
