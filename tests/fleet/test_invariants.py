"""What services declare of their own databases is proven by a job of the chassis."""

import pytest

from amigok.fleet import SERVICES, load
from amigok_chassis.invariants import PROVE
from amigok_chassis.testing import running


@pytest.mark.parametrize("name", [name for name in SERVICES if load(name).holds])
async def test_every_service_proves_its_invariants_and_an_empty_one_breaks_none(name: str) -> None:
    async with running(load(name)) as rig:
        await rig.run_job(PROVE)
        assert (await rig.db.fetch("SELECT found FROM scheduled_jobs WHERE name = $1", PROVE))[0][0] == 0
