"""The catalogue of medicines, also by its old paths, and what the farm handed over."""

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import MedicineHandedOver
from amigok_contracts.medicines import MedicineChanged, WithdrawalPeriod


def handed_over(**changes):
    values = {
        "medicine_id": new_id(),
        "name": "Penstrep",
        "active_substance": "penicillin",
        "prescription_only": True,
        "withdrawal_periods": (WithdrawalPeriod(livestock_type_id=new_id(), meat_days=28, milk_days=7),),
        "retired": False,
        "revision": 4,
        "created_at": clock.now(),
    }
    return MedicineHandedOver(**values | changes)


async def listed(pharmacy):
    return (await pharmacy.as_hand("GET", "staff/medicines")).json()["items"]


async def test_every_change_of_a_medicine_is_published(pharmacy, rig):
    medicine = await pharmacy.medicine(name="Amoxisan")
    changed = pharmacy.amoxisan(name="Amoxisan LA", version=1, withdrawal_periods=[])
    changed["withdrawal_periods"] = [{"livestock_type_id": str(pharmacy.type_id), "meat_days": 3, "milk_days": 0}]
    answer = await pharmacy.as_admin("PUT", f"admin/medicines/{medicine}", changed)
    assert (answer.json()["version"], answer.json()["name"]) == (2, "Amoxisan LA")
    stale = await pharmacy.as_admin("PUT", f"admin/medicines/{medicine}", changed)
    assert (stale.status_code, stale.json()["code"], stale.json()["version"]) == (409, "version_conflict", 2)
    assert (await pharmacy.as_admin("DELETE", f"admin/medicines/{medicine}")).status_code == 204
    assert (await pharmacy.as_admin("DELETE", f"admin/medicines/{medicine}")).json()["code"] == "medicine_not_found"
    events = await rig.events(MedicineChanged)
    assert [(each.name, each.withdrawal_periods[0].meat_days, each.retired) for each in events] == [
        ("Amoxisan", 28, False),
        ("Amoxisan LA", 3, False),
        ("Amoxisan LA", 3, True),
    ]
    told = [entry["action"] for entry in await rig.told()]
    assert told[-3:] == ["medicine.added", "medicine.changed", "medicine.retired"]


async def test_the_old_paths_do_the_same_and_keep_what_they_do_not_know(pharmacy):
    medicine = await pharmacy.medicine(name="Amoxisan")
    basic = {
        "name": "Amoxisan",
        "active_substance": "other",
        "prescription_only": False,
        "withdrawal_periods": [{"livestock_type_id": str(pharmacy.type_id), "meat_days": 3, "milk_days": 0}],
    }
    path = f"admin/health/medicines/{medicine}"
    answer = (await pharmacy.as_admin("PUT", path, basic | {"version": 1})).json()
    assert basic.items() <= answer.items()
    assert (answer["unit"], answer["antimicrobial_class"], answer["dose_from"]) == ("ml", "penicillins", "0.1000")
    assert (await pharmacy.as_hand("GET", "staff/health/medicines")).json()["items"] == [answer]
    added = await pharmacy.as_admin("POST", "admin/health/medicines", basic | {"name": "Penstrep"})
    assert (added.status_code, added.json()["routes"], added.json()["prices"]) == (201, [], [])
    assert (await pharmacy.as_admin("DELETE", f"admin/health/medicines/{medicine}")).status_code == 204
    assert [each["name"] for each in await listed(pharmacy)] == ["Penstrep"]


async def test_a_medicine_has_a_name_of_its_own_until_it_is_retired(pharmacy):
    medicine = await pharmacy.medicine(name="Penstrep")
    body = pharmacy.amoxisan(name="PENSTREP")
    assert (await pharmacy.as_admin("POST", "admin/medicines", body)).json()["code"] == "medicine_exists"
    await pharmacy.as_admin("DELETE", f"admin/medicines/{medicine}")
    assert (await pharmacy.as_admin("POST", "admin/medicines", body)).status_code == 201


@pytest.mark.parametrize(
    "odd",
    [
        {"withdrawal_periods": []},
        {"prescription_only": "yes"},
        {"name": "a\nb"},
        {"dose_from": None},
        {"dose_from": "0.3"},
        {"dose_from": "0"},
        {"dose_from": "1e-2"},
        {"dose_to": "99999999"},
        {"antimicrobial_mg": None},
        {"antimicrobial_class": "sweets"},
        {"routes": ["by magic"]},
        {"prices": [{"amount": "0.00", "currency": "USD"}]},
        {"prices": [{"amount": "99999999999.00", "currency": "USD"}]},
        {"prices": [{"amount": "1.00", "currency": "USD"}, {"amount": "2.00", "currency": "USD"}]},
        {"prices": [{"amount": "1", "currency": "JPY"}]},
        {"unit": ""},
        {"colour": "red"},
    ],
)
async def test_odd_medicines_are_refused(pharmacy, odd):
    answer = await pharmacy.as_admin("POST", "admin/medicines", pharmacy.amoxisan(**odd))
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request"), answer.text


async def test_types_that_there_are_not_and_twice_the_same_type_are_refused(pharmacy):
    days = {"livestock_type_id": str(pharmacy.type_id), "meat_days": 1, "milk_days": 1}
    unknown = pharmacy.amoxisan(withdrawal_periods=[days | {"livestock_type_id": str(new_id())}])
    assert (await pharmacy.as_admin("POST", "admin/medicines", unknown)).json()["code"] == "unknown_livestock_type"
    twice = pharmacy.amoxisan(withdrawal_periods=[days, days])
    assert (await pharmacy.as_admin("POST", "admin/medicines", twice)).json()["code"] == "invalid_request"


async def test_only_administrators_keep_the_catalogue_and_only_farm_people_read_it(pharmacy):
    medicine = await pharmacy.medicine()
    for role in ("investor", "farm_staff", "veterinarian"):
        for method, path in [("POST", ""), ("PUT", f"/{medicine}"), ("DELETE", f"/{medicine}")]:
            for prefix in ("admin/medicines", "admin/health/medicines"):
                answer = await pharmacy.ask(method, f"{prefix}{path}", {}, by=pharmacy.vet, role=role)
                assert answer.status_code == 403, (role, path)
    assert (await pharmacy.ask("GET", "staff/medicines", by=pharmacy.owner, role="investor")).status_code == 403


async def test_what_the_farm_hands_over_is_added_once_with_its_id(pharmacy, rig):
    event = handed_over()
    await rig.deliver(event, event)
    (medicine,) = await listed(pharmacy)
    assert (medicine["id"], medicine["version"], medicine["name"]) == (str(event.medicine_id), 4, "Penstrep")
    (published,) = await rig.events(MedicineChanged)
    assert (published.medicine_id, published.retired) == (event.medicine_id, False)
    body = pharmacy.amoxisan(name="Penstrep", version=4)
    assert (await pharmacy.as_admin("PUT", f"admin/medicines/{event.medicine_id}", body)).json()["version"] == 5
    await rig.deliver(event)
    assert [each["version"] for each in await listed(pharmacy)] == [5]


async def test_what_is_handed_over_comes_retired_where_it_was_or_its_name_is_taken(pharmacy, rig):
    await pharmacy.medicine(name="PENSTREP")
    taken, gone = handed_over(), handed_over(name="Old", retired=True)
    await rig.deliver(taken, gone)
    assert [each["name"] for each in await listed(pharmacy)] == ["PENSTREP"]
    published = {event.medicine_id: event.retired for event in await rig.events(MedicineChanged)}
    assert published[taken.medicine_id] is published[gone.medicine_id] is True
