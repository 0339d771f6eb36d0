import pytest

from amigok_chassis.testing import Rig
from analytics.engine import engine_of
from analytics.engine.schema import make
from services.analytics.tests.figures.barns import Barn


@pytest.fixture
async def barn(rig: Rig) -> Barn:
    await make(engine_of(rig.context))
    return Barn(rig)
