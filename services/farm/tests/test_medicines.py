"""What the farm knows of medicines from care, and how it hands over the catalogue that it had."""

from datetime import datetime
from uuid import UUID

import pytest

from amigok_chassis.ids import new_id
from amigok_contracts.farm import MedicineHandedOver
from amigok_contracts.medicines import WithdrawalPeriod


async def test_older_events_about_a_medicine_change_nothing(barn, yard):
    medicine = new_id()
    await barn.catalogued(28, medicine_id=medicine, aggregate_version=9)
    await barn.catalogued(1, medicine_id=medicine, aggregate_version=3, retired=True)
    record = await barn.treated(await yard.register(), str(medicine))
    assert record["medication"]["meat_days"] == 28


async def test_types_that_the_farm_does_not_know_are_left_out(barn, yard):
    goats = WithdrawalPeriod(livestock_type_id=new_id(), meat_days=3, milk_days=3)
    sheep = WithdrawalPeriod(livestock_type_id=UUID(yard.type_id), meat_days=5, milk_days=0)
    medicine = await barn.medicine(withdrawal_periods=(goats, sheep))
    record = await barn.treated(await yard.register(), medicine)
    assert record["medication"]["meat_days"] == 5


async def test_two_medicines_may_have_one_name_for_a_moment(barn):
    await barn.medicine(name="Penstrep")
    await barn.medicine(name="PENSTREP")


@pytest.mark.parametrize("retired", [False, True])
async def test_what_the_farm_had_is_handed_over_until_care_has_it(barn, yard, rig, retired):
    medicine = new_id()
    await rig.db.fetch(
        "INSERT INTO medicines (id, name, active_substance, prescription_only, version, created_at, retired_at)"
        " VALUES ($1, 'Old', 'penicillin', true, 4, '2026-01-01T00:00Z', CASE WHEN $2 THEN now() END)",
        medicine,
        retired,
    )
    await rig.db.fetch("INSERT INTO withdrawal_periods VALUES ($1, $2, 28, 7)", medicine, UUID(yard.type_id))
    await rig.run_job("hand_over_medicines")
    await rig.run_job("hand_over_medicines")
    first, second = await rig.events(MedicineHandedOver)
    assert first.model_copy(update={"aggregate_version": 0}) == second.model_copy(update={"aggregate_version": 0})
    assert (first.medicine_id, first.name, first.revision, first.retired) == (medicine, "Old", 4, retired)
    assert first.created_at == datetime.fromisoformat("2026-01-01T00:00+00:00")
    assert [(each.meat_days, each.milk_days) for each in first.withdrawal_periods] == [(28, 7)]
    await barn.catalogued(medicine_id=medicine, aggregate_version=1)
    await rig.run_job("hand_over_medicines")
    assert len(await rig.events(MedicineHandedOver)) == 2
