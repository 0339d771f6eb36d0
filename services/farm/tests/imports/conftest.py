from collections.abc import AsyncIterator

import pytest

from amigok_chassis.testing import Rig, running
from farm.main import service


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    """A farm that takes large files."""
    async with running(service, max_body_bytes=11_000_000) as rig:
        yield rig
