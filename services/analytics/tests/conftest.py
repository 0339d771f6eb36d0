from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.testing import Rig, running
from analytics.engine import engine_of
from analytics.main import service
from analytics.settings import Settings
from services.analytics.tests.engines import PrivateEngine


@pytest.fixture(scope="session")
async def private_engine() -> AsyncIterator[PrivateEngine]:
    engine = await PrivateEngine().start()
    yield engine
    engine.close()


@pytest.fixture
async def rig(private_engine: PrivateEngine) -> AsyncIterator[Rig]:
    async with running(service) as rig:
        rig.context.use(Settings.model_validate({"clickhouse_url": private_engine.url()}))
        yield rig
        await engine_of(rig.context).drop_database()


@pytest.fixture(autouse=True)
def _real_time() -> Iterator[None]:
    yield
    clock.set_offset(timedelta())
