from collections.abc import AsyncIterator

import pytest

from amigok_chassis.testing import Rig, running
from notification.main import service
from services.notification.tests.told import Town, postbox


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


@pytest.fixture
async def town(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    async with postbox() as (box, url):
        monkeypatch.setenv("NOTIFICATION_SMTP_URL", url)
        async with running(service) as rig:
            yield Town(rig, box)
