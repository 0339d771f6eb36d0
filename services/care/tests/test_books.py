"""What care states of its books."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.invariants import Agrees
from amigok_contracts.care import CareBooksStated
from services.care.tests.conftest import Clinic


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    yield
    clock.set_offset(timedelta())


async def test_what_was_captured_and_charged_is_stated_and_nothing_else(clinic: Clinic) -> None:
    await clinic.done(await clinic.begun(), cost="33.00")
    animal, offered = await clinic.animal(), await clinic.offer("Help", care_type="emergency")
    clinic.wallet.balances[clinic.owner] = 0
    await clinic.done(await clinic.begun(await clinic.asked(animal, offered)), cost="90.00")
    clinic.wallet.balances[clinic.owner] = 10_000
    await clinic.accepted(name="Wash")
    clock.set_offset(timedelta(hours=2))
    await clinic.rig.run_job("state_books")
    [stated] = await clinic.rig.events(CareBooksStated)
    items = sorted((item.kind, item.amount.minor) for item in stated.items)
    assert items == [("capture", 3_300), ("charge", 9_000), ("fee", 3_300)]
    assert len(stated.under_way) == 1


async def test_what_is_held_and_captured_is_compared_with_the_wallet(clinic: Clinic) -> None:
    facts = {each.name: each.sql for each in clinic.rig.service.invariants if isinstance(each, Agrees)}
    begun = await clinic.begun()
    assert [row["held"] for row in await clinic.rig.db.fetch(facts["request.known"])] == [True]
    await clinic.done(begun, cost="33.00")
    [captured] = await clinic.rig.db.fetch(facts["request.completed"])
    assert (captured["minor_units"], captured["fee"], captured["currency"]) == (3_300, 3_300, "EUR")
    assert [row["held"] for row in await clinic.rig.db.fetch(facts["request.known"])] == [False]
