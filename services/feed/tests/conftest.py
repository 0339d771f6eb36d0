from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.testing import Rig, running
from feed.main import service
from services.feed.tests.barns import Barn
from services.feed.tests.money import Wallet


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


@pytest.fixture
async def barn(rig: Rig) -> Barn:
    barn = Barn(rig)
    await barn.settle()
    return barn


@pytest.fixture
def wallet(rig: Rig) -> Wallet:
    return Wallet(rig)


@pytest.fixture(autouse=True)
def _real_time() -> Iterator[None]:
    yield
    clock.set_offset(timedelta())
