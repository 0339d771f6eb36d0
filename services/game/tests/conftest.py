from collections.abc import AsyncIterator

import pytest

from amigok_chassis.testing import Rig, running
from game.main import service
from services.game.tests.shows import Show


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


@pytest.fixture
async def show(rig: Rig) -> Show:
    show = Show(rig)
    await show.begin()
    return show
