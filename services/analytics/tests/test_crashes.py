"""What happens when the engine dies, or is away for a while."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from amigok_chassis.errors import Unavailable
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
from amigok_contracts.barn import Feeding, FeedingsLogged
from analytics.arrivals.service import take_in
from analytics.facts import recovery
from analytics.main import service
from analytics.settings import Settings
from services.analytics.tests.engines import PrivateEngine
from services.analytics.tests.fleets import AT, load, message, sums


@pytest.fixture
async def engine() -> AsyncIterator[PrivateEngine]:
    engine = await PrivateEngine().start()
    yield engine
    engine.close()


def meals(count: int) -> FeedingsLogged:
    meal = {"meal_id": None, "outcome": "fed", "kg": "1.25", "is_estimated": False, "fed_at": AT, "replaces_id": None}
    feedings = [
        Feeding.model_validate({"feeding_id": new_id(), "livestock_id": new_id(), **meal}) for _ in range(count)
    ]
    return FeedingsLogged(farm_id=new_id(), recorded_at=AT, feedings=tuple(feedings))


async def test_what_was_acknowledged_survives_a_killed_engine_and_the_rest_catches_up(engine: PrivateEngine) -> None:
    async with running(service) as rig:
        rig.context.use(Settings.model_validate({"clickhouse_url": engine.url("facts")}))
        await recovery.recover(rig.context)
        await take_in(rig.context, [message(meals(50)) for _ in range(20)])
        await load(rig)
        before = await sums(rig, ["meals", "events"])
        assert (before["meals"][0], before["events"][0]) == (1000, 20)
        await _killed_while_it_writes(rig, engine)
        await take_in(rig.context, [message(meals(50)) for _ in range(20)])
        await engine.start()
        await recovery.recover(rig.context)
        await load(rig)
        after = await sums(rig, ["meals", "events"])
        assert (after["meals"][0], after["events"][0]) == (3000, 60)


async def _killed_while_it_writes(rig: Rig, engine: PrivateEngine) -> None:
    await take_in(rig.context, [message(meals(50)) for _ in range(20)])
    loading = asyncio.ensure_future(load(rig))
    await asyncio.sleep(0)
    engine.kill()
    with pytest.raises(Unavailable):
        await loading
