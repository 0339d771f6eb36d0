"""Every test has a database of its own, and those that speak through the broker a virtual host of their own."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from toy.kit import Broker, Fleet, broker_of_its_own, fleet_of_its_own
from toy.main import service

from amigok_chassis.testing import Rig, running


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


@pytest.fixture(scope="session")
async def edge() -> AsyncIterator[Rig]:
    """A service for tests that leave nothing behind that another could notice."""
    async with running(service) as rig:
        yield rig


@pytest.fixture
async def broker() -> AsyncIterator[Broker]:
    async with broker_of_its_own() as broker:
        yield broker


@pytest.fixture
async def fleet(broker: Broker) -> AsyncIterator[Fleet]:
    async with fleet_of_its_own(broker) as fleet:
        yield fleet
