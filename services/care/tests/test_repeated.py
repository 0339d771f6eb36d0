"""What others publish comes again under new ids, in any order: only the use cases themselves can know it."""

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Event
from amigok_contracts.care import CareHoldRequested, CareSettled, CareUnpaid
from care.main import service
from services.care.tests.conftest import Clinic, eur
from services.care.tests.test_money import owing


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    yield
    clock.set_offset(timedelta())


async def stored(rig: Rig) -> dict[str, Any]:
    """What is in each table of the service, and how much it has published."""
    assert service.metadata is not None
    rows = "SELECT md5(string_agg(t::text, ' ' ORDER BY t::text)) AS digest FROM {} AS t"
    tables = {name: (await rig.db.fetch(rows.format(name)))[0]["digest"] for name in service.metadata.tables}
    return tables | {"published": (await rig.db.fetch("SELECT count(*) FROM outbox"))[0]["count"]}


async def test_all_that_was_heard_of_care_that_has_ended_changes_nothing_when_it_comes_again(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Event] = []
    deliver = clinic.rig.deliver

    async def listening(*events: Event) -> None:
        heard.extend(events)
        await deliver(*events)

    monkeypatch.setattr(clinic.rig, "deliver", listening)
    more = await clinic.done(await clinic.begun(name="Wash"), cost="70.00")
    body = {"quote_version": 1, "amount": eur("20.00")}
    assert (await clinic.call("POST", f"care-requests/{more['id']}/pay", body)).status_code == 200
    await clinic.wallet.answer()
    clinic.wallet.balances[clinic.owner] = 1_000
    owed = await owing(clinic)
    await clinic.wallet.receives(clinic.owner, 50_000)
    expired = await clinic.accepted(name="Shear")
    await clinic.wallet.expires((await clinic.rig.events(CareHoldRequested))[-1].reference_id)
    held = await clinic.accepted(name="Trim")
    await clinic.sell(UUID(owed["livestock_id"]), new_id())
    for ended in (expired, held):
        await clinic.die(UUID(ended["livestock_id"]))
    await clinic.wallet.answer()
    assert len(await clinic.rig.events(CareUnpaid)) == len(await clinic.rig.events(CareSettled)) == 1
    before = await stored(clinic.rig)
    clock.set_offset(timedelta(minutes=1))
    random.Random(13).shuffle(heard)
    await deliver(*heard, *heard)
    assert await clinic.wallet.answer() == []
    assert await stored(clinic.rig) == before
