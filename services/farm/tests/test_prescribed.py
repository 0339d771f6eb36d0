"""What was given by prescription, as care publishes it: one record, one withdrawal period, one block."""

from datetime import timedelta
from itertools import permutations

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.care import CheckupDone
from amigok_contracts.farm import LivestockSaleStatusChanged
from amigok_contracts.medicines import TreatmentGiven

DAY = timedelta(days=1)


def doses(animal, *, days=(3, 2, 1), meat=28, **changes):
    """Doses of one prescription that were given so many days ago."""
    now, prescription, request, medicine = clock.now(), new_id(), new_id(), new_id()
    values = {
        "prescription_id": prescription,
        "request_id": request,
        "livestock_id": animal,
        "record_type": "treatment",
        "medicine_id": medicine,
        "medicine_name": "Amoxisan",
        "dose": "7 ml, intramuscular",
        "meat_days": meat,
        "milk_days": 7,
        "given_by": new_id(),
        "veterinarian_id": new_id(),
    }
    return [
        TreatmentGiven(**values | changes, treatment_id=new_id(), administered_at=now - each * DAY) for each in days
    ]


async def records(yard, animal):
    return (await yard.get(f"livestock/{animal}/health", new_id(), "veterinarian")).json()["items"]


async def test_the_doses_of_a_prescription_make_one_record_in_any_order(barn, yard, rig):
    for order in permutations(range(3)):
        animal = await yard.register()
        given = doses(animal)
        for index in order:
            await rig.deliver(given[index])
        await rig.deliver(*given)
        (record,) = await records(yard, animal)
        assert record["id"] == str(given[0].prescription_id)
        assert record["occurred_at"] == given[0].administered_at.isoformat().replace("+00:00", "Z")
        assert record["medication"]["medicine_id"] == str(given[0].medicine_id)
        assert await barn.status(animal) == [("withdrawal_period", given[2].administered_at + 28 * DAY)]


async def test_a_dose_after_the_withdrawal_period_blocks_the_sale_again(barn, yard, rig):
    animal = await yard.register()
    first, second = doses(animal, days=(0, -10), meat=2)
    await rig.deliver(first)
    clock.set_offset(3 * DAY)
    await rig.run_job("end_past_blocks")
    assert await barn.status(animal) == []
    clock.set_offset(11 * DAY)
    await rig.deliver(second)
    assert await barn.status(animal) == [("withdrawal_period", second.administered_at + 2 * DAY)]
    await rig.deliver(first)
    assert [event.sellable for event in await rig.events(LivestockSaleStatusChanged)] == [False, True, False]


async def test_a_dose_without_a_withdrawal_period_blocks_nothing(barn, yard, rig):
    animal = await yard.register()
    await rig.deliver(*doses(animal, days=(0,), meat=0))
    assert len(await records(yard, animal)) == 1
    assert await barn.status(animal) == []


async def test_a_corrected_record_stays_and_later_doses_get_their_own(barn, yard, rig):
    animal = await yard.register()
    first, second = doses(animal, days=(2, 1))
    await rig.deliver(first)
    await barn.corrected(animal, str(first.prescription_id), "checkup", description="It was another animal.")
    assert await barn.status(animal) == []
    await rig.deliver(first, second, second)
    ids = {record["id"] for record in await records(yard, animal)}
    assert str(second.treatment_id) in ids
    assert len(ids) == 3
    assert await barn.status(animal) == [("withdrawal_period", second.administered_at + 28 * DAY)]


async def test_a_vaccination_meets_earlier_ones_with_the_same_medicine(barn, yard, rig):
    animal, medicine = await yard.register(), new_id()
    await barn.catalogued(medicine_id=medicine)
    day = (clock.now() + 5 * DAY).date().isoformat()
    before = (clock.now() - 9 * DAY).isoformat()
    vaccinated = {"medication": barn.given(str(medicine)), "occurred_at": before, "next_checkup_on": day}
    await barn.recorded(animal, "vaccination", **vaccinated)
    await rig.deliver(*doses(animal, days=(0,), medicine_id=medicine, record_type="vaccination"))
    due = (await yard.get("staff/health/due", new_id(), "veterinarian")).json()["items"]
    assert due == []


async def test_care_without_medicine_is_one_record(barn, yard, rig):
    animal = await yard.register()
    done = CheckupDone(
        request_id=new_id(),
        livestock_id=animal,
        veterinarian_id=new_id(),
        care_type="grooming",
        service_name="Hoof trimming",
        done_at=clock.now(),
    )
    await rig.deliver(done, done)
    (record,) = await records(yard, animal)
    assert (record["id"], record["record_type"]) == (str(done.request_id), "checkup")
    assert (record["description"], record["recorded_by"]) == ("Hoof trimming", str(done.veterinarian_id))
    assert await barn.status(animal) == []
