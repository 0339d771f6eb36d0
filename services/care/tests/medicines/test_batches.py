"""The stock of medicines: batches, what expires first, counts, recalls."""

import asyncio
from datetime import timedelta
from uuid import UUID

import asyncpg
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.invariants import broken
from amigok_contracts import Money
from amigok_contracts.farm import LivestockDied, LivestockRemoved
from amigok_contracts.medicines import BatchRecalled
from care.batches.invariants import INVARIANTS

DAY = timedelta(days=1)


async def test_what_expires_first_is_dispensed_first_from_several_batches(pharmacy, rig):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine, "100", days=300)
    await pharmacy.batch(medicine, "5", days=30)
    await pharmacy.dispensed(medicine)
    assert await pharmacy.stock(medicine) == [(0, 0), (98, 0)]
    async with rig.db.unit_of_work() as db:
        assert await broken(db, INVARIANTS) == []


async def test_an_expired_batch_is_never_dispensed_although_it_was_reserved(pharmacy):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine, "100", days=1)
    made = await pharmacy.prescribed(medicine)
    clock.set_offset(2 * DAY)
    assert (await pharmacy.dispense(made)).json()["code"] == "out_of_stock"
    assert await pharmacy.stock(medicine) == [(100, 7)]
    await pharmacy.batch(medicine, "7", days=10)
    assert (await pharmacy.dispense(made)).status_code == 200
    assert await pharmacy.stock(medicine) == [(100, 0), (0, 0)]


async def test_a_batch_has_to_last_until_the_last_dose(pharmacy):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine, "100", days=3)
    request = await pharmacy.work(await pharmacy.animal())
    assert (await pharmacy.prescribe(request, medicine, duration_days=5)).json()["code"] == "out_of_stock"
    assert (await pharmacy.prescribe(request, medicine, duration_days=3)).status_code == 201


async def test_the_stock_of_a_farm_is_for_its_animals(pharmacy, rig):
    medicine, there = await pharmacy.medicine(), new_id()
    await pharmacy.batch(medicine, "100", farm_id=str(there))
    request = await pharmacy.work(await pharmacy.animal())
    assert (await pharmacy.prescribe(request, medicine)).json()["code"] == "out_of_stock"
    await pharmacy.batch(medicine, "100", farm_id=str(pharmacy.farm_id))
    assert (await pharmacy.prescribe(request, medicine)).status_code == 201


async def test_farm_staff_keep_the_stock_of_their_own_farm(pharmacy):
    medicine = await pharmacy.medicine()
    body = {"medicine_id": medicine, "batch_number": "A", "expires_on": "2090-01-01", "quantity": "5"}
    for farm, status in [(pharmacy.farm_id, 201), (new_id(), 403), (None, 403)]:
        answer = await pharmacy.as_hand(
            "POST", "staff/medicine-batches", body | ({} if farm is None else {"farm_id": str(farm)})
        )
        assert answer.status_code == status, answer.text
    central = await pharmacy.batch(medicine)
    count = {"quantity": "1", "note": "Broken.", "version": central["version"]}
    assert (await pharmacy.as_hand("POST", f"staff/medicine-batches/{central['id']}/count", count)).status_code == 403
    assert (await pharmacy.as_hand("GET", f"staff/medicine-batches/{central['id']}/movements")).status_code == 403
    assert (await pharmacy.as_hand("GET", "staff/medicine-batches")).status_code == 403
    assert (await pharmacy.as_hand("POST", f"admin/medicine-batches/{central['id']}/recall")).status_code == 403


async def test_a_second_delivery_adds_to_the_batch_and_the_same_request_adds_once(pharmacy):
    medicine = await pharmacy.medicine()
    body = {"medicine_id": medicine, "batch_number": "A", "expires_on": "2090-01-01", "quantity": "5.5"}
    for key in ("delivery-one", "delivery-one", "delivery-two"):
        headers = {"Idempotency-Key": key}
        answer = await pharmacy.ask(
            "POST", "staff/medicine-batches", body, by=pharmacy.admin, role="admin", headers=headers
        )
        assert answer.status_code == 201, answer.text
    assert await pharmacy.stock(medicine) == [(11, 0)]
    other = await pharmacy.as_admin("POST", "staff/medicine-batches", body | {"expires_on": "2091-01-01"})
    assert other.json()["code"] == "other_expiry"


async def test_a_count_sets_what_is_there_but_not_below_what_is_reserved(pharmacy):
    medicine = await pharmacy.medicine()
    batch = await pharmacy.batch(medicine, "100")
    path = f"staff/medicine-batches/{batch['id']}/count"
    counted = await pharmacy.as_admin("POST", path, {"quantity": "60", "note": "Broken.", "version": batch["version"]})
    assert counted.json()["quantity"] in ("60", "60.000")
    stale = await pharmacy.as_admin("POST", path, {"quantity": "50", "note": "x", "version": batch["version"]})
    assert (stale.json()["code"], stale.json()["version"]) == ("version_conflict", counted.json()["version"])
    await pharmacy.prescribed(medicine)
    version = counted.json()["version"] + 1
    refused = await pharmacy.as_admin("POST", path, {"quantity": "6", "note": "x", "version": version})
    assert (refused.status_code, refused.json()["code"], refused.json()["reserved"]) == (409, "stock_reserved", "7.000")
    moved = (await pharmacy.as_admin("GET", f"staff/medicine-batches/{batch['id']}/movements")).json()["items"]
    assert [each["kind"] for each in moved] == ["reserved", "counted", "received"]
    assert [each["quantity"] for each in moved] == ["0.000", "-40.000", "100.000"]


async def test_a_recall_names_the_animals_and_their_owners_of_today(pharmacy, rig):
    medicine = await pharmacy.medicine()
    batch = await pharmacy.batch(medicine, batch_number="BAD")
    here, gone, untouched = [await pharmacy.animal() for _ in range(3)]
    for animal in (here, gone):
        await pharmacy.dispensed(medicine, animal=animal)
    waiting = await pharmacy.prescribed(medicine, animal=untouched)
    await rig.deliver(
        LivestockRemoved(
            livestock_id=gone,
            removal_id=new_id(),
            previous_owner_id=pharmacy.owner,
            fee=Money.of_minor(0, "USD"),
            removed_at=clock.now(),
            aggregate_version=9,
        )
    )
    path = f"admin/medicine-batches/{batch['id']}/recall"
    for _ in range(2):
        assert (await pharmacy.as_admin("POST", path)).json()["recalled_at"] is not None
    (event,) = await rig.events(BatchRecalled)
    assert {(each.livestock_id, each.owner_id) for each in event.recipients} == {
        (here, pharmacy.owner),
        (gone, pharmacy.owner),
    }
    listed = (await pharmacy.as_admin("GET", f"admin/medicine-batches/{batch['id']}/recipients")).json()["items"]
    assert {each["livestock_id"] for each in listed} == {str(here), str(gone)}
    assert {each["quantity"] for each in listed} == {"7.000"}
    assert (await pharmacy.dispense(waiting)).json()["code"] == "out_of_stock"
    assert [task["recalled"] for task in await pharmacy.tasks()] == [True]
    body = {"medicine_id": medicine, "batch_number": "BAD", "expires_on": batch["expires_on"], "quantity": "5"}
    assert (await pharmacy.as_admin("POST", "staff/medicine-batches", body)).json()["code"] == "batch_recalled"
    elsewhere = body | {"farm_id": str(pharmacy.farm_id)}
    assert (await pharmacy.as_admin("POST", "staff/medicine-batches", elsewhere)).json()["code"] == "batch_recalled"


async def test_unknown_batches_are_not_found(pharmacy):
    for method, path in [
        ("POST", "admin/medicine-batches/{}/recall"),
        ("GET", "admin/medicine-batches/{}/recipients"),
        ("GET", "staff/medicine-batches/{}/movements"),
    ]:
        answer = await pharmacy.as_admin(method, path.format(new_id()))
        assert (answer.status_code, answer.json()["code"]) == (404, "batch_not_found")


@pytest.mark.parametrize("change", ["UPDATE medicine_movements SET quantity = 1", "DELETE FROM medicine_movements"])
async def test_movements_are_append_only(pharmacy, rig, change):
    await pharmacy.batch(await pharmacy.medicine())
    with pytest.raises(asyncpg.RestrictViolationError):
        await rig.db.fetch(change)


@pytest.mark.parametrize("change", ["quantity = -1", "reserved = -1", "reserved = quantity + 1"])
async def test_the_stock_is_never_below_zero(pharmacy, rig, change):
    batch = await pharmacy.batch(await pharmacy.medicine())
    with pytest.raises(asyncpg.CheckViolationError):
        await rig.db.fetch(f"UPDATE medicine_batches SET {change} WHERE id = $1", UUID(batch["id"]))


async def test_whatever_happens_at_once_the_stock_is_what_moved(pharmacy, rig):
    medicine = await pharmacy.medicine()
    bad = await pharmacy.batch(medicine, "30", days=100)
    await pharmacy.batch(medicine, "30", days=200)
    made = [await pharmacy.prescribed(medicine) for _ in range(6)]
    animals = [UUID(each["livestock_id"]) for each in made]
    deaths = [
        LivestockDied(
            livestock_id=animal, death_id=new_id(), owner_id=pharmacy.owner, died_at=clock.now(), aggregate_version=9
        )
        for animal in animals[:2]
    ]
    more = [await pharmacy.work(await pharmacy.animal()) for _ in range(6)]
    stops = [pharmacy.as_vet("POST", f"vet/prescriptions/{each['id']}/stop", {"reason": "x"}) for each in made[1:4]]
    answers = await asyncio.gather(
        *(pharmacy.dispense(each) for each in made),
        *stops,
        *(pharmacy.prescribe(request, medicine) for request in more),
        pharmacy.as_admin("POST", f"admin/medicine-batches/{bad['id']}/recall"),
        rig.deliver(*deaths),
    )
    statuses = {answer.status_code for answer in answers[:-1]}
    assert statuses <= {200, 201, 409}, statuses
    async with rig.db.unit_of_work() as db:
        assert await broken(db, INVARIANTS) == []
    rows = await rig.db.fetch(
        "SELECT p.state, coalesce(sum(m.reserved), 0) AS reserved, -coalesce(sum(m.quantity), 0) AS taken"
        " FROM prescriptions p LEFT JOIN medicine_movements m ON m.prescription_id = p.id GROUP BY p.id, p.state"
    )
    for row in rows:
        expected = {"prescribed": (7, 0), "cancelled": (0, 0)}.get(row["state"], (0, 7))
        assert (row["reserved"], row["taken"]) == expected, row["state"]
