from collections.abc import AsyncIterator

import pytest

from amigok_chassis.testing import Rig, running
from notification.main import service


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig
