"""What people do by their role is in the audit log, with what was before and after."""

import asyncio
import base64
from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.identity import UserDeleted

ANNA, VET = new_id(), new_id()
SECRET = "Anna Kaya, 0532 555 0101"
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
PLACE = {"address": "Bornova, İzmir", "latitude": 38.4622, "longitude": 27.2163}


def changes(entries):
    return [(entry["action"], entry["before"], entry["after"]) for entry in entries]


async def since(rig, count):
    """The log without its first entries."""
    return (await rig.told())[count:]


@pytest.fixture
async def settled(yard, rig):
    """How many entries the log has when the yard is settled."""
    return len(await rig.told())


async def test_the_catalogue(yard, rig, settled):
    kind = await yard.add("livestock-types", name="Goat")
    await yard.change(
        "PUT",
        f"admin/livestock-types/{kind}",
        {"name": "Goats", "description": None, "icon_url": None, "is_active": True, "version": 1},
    )
    await yard.change("DELETE", f"admin/livestock-types/{kind}")
    await yard.change("DELETE", f"admin/livestock-types/{yard.type_id}")
    entries = await since(rig, settled)
    assert changes(entries) == [
        ("livestock_type.added", {}, {"name": "Goat", "is_active": True}),
        ("livestock_type.changed", {"name": "Goat"}, {"name": "Goats"}),
        ("livestock_type.removed", {"name": "Goats", "is_active": True}, {}),
        ("livestock_type.retired", {"is_active": True}, {"is_active": False}),
    ]
    assert {(entry["actor_id"], entry["address"]) for entry in entries} == {(str(yard.admin), "127.0.0.1")}
    assert [entry["subject_id"] for entry in entries] == [kind, kind, kind, yard.type_id]


async def test_farms_and_staff(yard, rig, settled):
    farm = {"name": "Göynük Farm", "capacity": 700, "version": 1, **PLACE}
    await yard.change("PUT", f"admin/farms/{yard.farm_id}", farm)
    for method in ("DELETE", "PUT", "PUT"):
        await yard.change(method, f"admin/farms/{yard.farm_id}/staff/{yard.hand}")
    hand = {"user_id": str(yard.hand)}
    told = changes(await since(rig, settled))
    assert told == [
        ("farm.changed", {"capacity": 500}, {"capacity": 700}),
        ("farm.staff_removed", hand, {}),
        ("farm.staff_added", {}, hand),
    ]


async def test_an_animals_price_place_and_particulars(yard, rig, settled):
    animal, there = await yard.register(), await yard.add_farm("Karacabey")
    price = {"amount": "5.00", "currency": "USD"}
    known = {"price_per_kg": price, "expected_price_per_kg": {"amount": "4.80", "currency": "USD"}, "reason": "Market"}
    await yard.change("PUT", f"admin/livestock/{animal}/price", known)
    await yard.change("POST", f"admin/livestock/{animal}/move", {"farm_id": there, "from_farm_id": yard.farm_id})
    born = {"eid": None, "date_of_birth": "2024-03-02", "genetic_dam_id": None, "sire_id": None, "birth_dam_id": None}
    await yard.by_two(f"admin/livestock/{animal}/particulars", born | {"version": 3})
    told = changes(await rig.told(f"subject_id={animal}"))
    assert [change for change in told if not change[0].startswith("particulars.correct.")][1:] == [
        ("livestock.priced", {"price_per_kg": "4.80 USD"}, {"price_per_kg": "5.00 USD", "reason": "Market"}),
        ("livestock.moved", {"farm_id": yard.farm_id}, {"farm_id": there}),
        ("livestock.particulars_changed", {"date_of_birth": "2024-03-01"}, {"date_of_birth": "2024-03-02"}),
    ]


async def test_what_farm_people_do_to_animals_of_others(yard, rig, barn):
    animal = await yard.bought(ANNA)
    hand, vet = {"user": yard.hand, "role": "farm_staff"}, {"user": VET, "role": "veterinarian"}
    await yard.change("POST", f"livestock/{animal}/weights", {"weight_kg": "63.00"}, **hand)
    record = await barn.recorded(animal)
    begun = await yard.change("POST", f"staff/farms/{yard.farm_id}/quarantine", {"note": "Cough"}, **vet)
    over = {"quarantine_id": begun.json()["id"], "note": "Cough"}
    await yard.change("POST", f"staff/farms/{yard.farm_id}/quarantine/end", over, **vet)
    await yard.die(animal)
    death = {"death_id": (await yard.get(f"livestock/{animal}/death", yard.admin, "admin")).json()["id"]}
    await yard.change("POST", f"livestock/{animal}/death/confirm", death | {"findings": "Bloat."}, **vet)
    wrong = await yard.change("POST", f"admin/livestock/{animal}/death/revert", death | {"reason": "It woke up"})
    assert (await rig.decided(wrong)).status_code == 200
    registered, weighed, health, died, _, approved = await rig.told(f"subject_id={animal}")
    assert (registered["action"], weighed["actor_id"]) == ("livestock.registered", str(yard.hand))
    assert (weighed["before"], weighed["after"]["weight_kg"]) == ({"weight_kg": "62.50"}, "63.00")
    assert health["after"] == {"record_id": record["id"], "record_type": "checkup"}
    assert (died["before"], died["after"]["status"]) == ({"status": "assigned"}, "deceased")
    assert [(entry["action"], entry["actor_id"]) for entry in (await rig.told())[-7:]] == [
        ("farm.quarantined", str(VET)),
        ("farm.quarantine_ended", str(VET)),
        ("livestock.died", str(yard.admin)),
        ("death.confirmed", str(VET)),
        ("death.revert.proposed", str(yard.admin)),
        ("death.revert.approved", approved["actor_id"]),
        ("death.reverted", approved["actor_id"]),
    ]


async def test_an_import_is_one_entry_however_many_animals_it_has(yard, rig, settled):
    lines = [f"{yard.farm_id},{yard.breed_id},T{n},C{n},female,,60,4.80,USD" for n in range(30)]
    header = "farm,breed,tag_number,unique_id_card,sex,date_of_birth,weight_kg,price_per_kg,currency"
    for _ in range(2):
        answer = await rig.request(
            "POST",
            "/api/v1/admin/livestock/imports",
            user=yard.admin,
            role="admin",
            content="\n".join([header, *lines]),
            headers={"Content-Type": "text/csv"},
        )
        assert answer.status_code == 202, answer.text
    await rig.run_task("process_import")
    (entry,) = await since(rig, settled)
    assert (entry["action"], entry["subject_id"]) == ("import.accepted", answer.json()["id"])
    assert entry["after"] == {"rows": 30, "dry_run": False}


async def decided(yard):
    """A removal, a claim and a block of Anna's animals, each with something of her in it."""
    one, other = [await yard.bought(ANNA) for _ in range(2)]
    wish = {"reason": "Moving", "wished_on": (clock.now() + timedelta(days=3)).date().isoformat()}
    asked = await yard.change("POST", f"livestock/{one}/withdraw-request", wish, user=ANNA)
    await yard.change("POST", f"admin/removals/{asked.json()['id']}/reject", {"reason": SECRET, "version": 1})
    await yard.change("POST", f"admin/livestock/{one}/sale-blocks", {"reason": "dispute", "note": SECRET})
    await yard.die(other)
    ask = {"amount": {"amount": "10.00", "currency": "USD"}, "statement": None}
    claim = await yard.change("POST", f"livestock/{other}/insurance-claim", ask, user=ANNA)
    await yard.change("POST", f"admin/insurance-claims/{claim.json()['id']}/reject", {"reason": SECRET})


async def test_what_tells_of_a_person_goes_with_them_and_the_log_stays_whole(yard, rig, settled):
    await decided(yard)
    before = await since(rig, settled)
    assert sum(SECRET in str(entry) for entry in before) == 3
    for _ in range(2):
        await rig.deliver(UserDeleted(user_id=ANNA, aggregate_version=2, role="investor", status="deleted"))
    after = await since(rig, settled)
    assert SECRET not in str(after)
    assert [entry["action"] for entry in after] == [entry["action"] for entry in before] + ["user.deleted"]
    assert {"state": "rejected"} in [entry["after"] for entry in after]


async def test_photos_are_told_when_they_are_of_somebody_elses_animal(yard, rig):
    animal = await yard.bought(ANNA)
    for who in ({"user": ANNA}, {"user": yard.hand, "role": "farm_staff"}):
        answer = await rig.request("POST", f"/api/v1/livestock/{animal}/photos", files={"picture": PICTURE}, **who)
        assert answer.status_code == 201, answer.text
    photo = answer.json()["id"]
    await yard.change("PUT", f"livestock/{animal}/photos/{photo}/cover", user=ANNA)
    await yard.change("DELETE", f"livestock/{animal}/photos/{photo}")
    _, *told = await rig.told(f"subject_id={animal}")
    assert [(entry["action"], entry["actor_id"]) for entry in told] == [
        ("photo.added", str(yard.hand)),
        ("photo.removed", str(yard.admin)),
    ]


async def test_many_at_once_lock_the_same_animals_and_nobody_is_stuck(yard, rig):
    """They hold animals and farms in their own order; the log comes last."""
    there = await yard.add_farm("Karacabey")
    animals = [await yard.bought(ANNA) for _ in range(3)]

    async def work(number):
        animal = animals[number % 3]
        path, body = [
            (f"livestock/{animal}/weights", {"weight_kg": f"{60 + number / 10}"}),
            (
                f"admin/livestock/{animal}/move",
                {"farm_id": (there, yard.farm_id)[number % 2], "from_farm_id": (yard.farm_id, there)[number % 2]},
            ),
            (f"admin/livestock/{animal}/sale-blocks", {"reason": "dispute", "note": SECRET}),
            (f"staff/farms/{there}/quarantine", {"note": "Cough"}),
        ][number // 3 % 4]
        return (await yard.change("POST", path, body)).status_code

    async def forget():
        return await rig.deliver(UserDeleted(user_id=ANNA, aggregate_version=2, role="investor", status="deleted"))

    statuses = await asyncio.gather(*map(work, range(60)), *(forget() for _ in range(4)))
    assert max(statuses) < 500
    assert len(await rig.told()) > 30


async def test_tampering_with_the_farms_log_is_found(yard, rig):
    await rig.db.fetch("ALTER TABLE audit_log DISABLE TRIGGER ALL")
    await rig.db.fetch("UPDATE audit_log SET actor_id = subject_id WHERE number = 2")
    with pytest.raises(AssertionError, match="entry 2 was changed"):
        await rig.told()
