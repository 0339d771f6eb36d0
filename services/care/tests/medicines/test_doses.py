"""The doses of what was prescribed: tasks, what people log, what is missed, and what the farm is told."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import machine_holds
from amigok_contracts.farm import FarmChanged, LivestockMoved
from amigok_contracts.medicines import DoseDue, DoseMissed, TreatmentGiven
from care.doses.machine import DOSES

HOUR = timedelta(hours=1)


async def dosed(pharmacy, **changes):
    """A prescription whose doses are to be given."""
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine)
    return await pharmacy.dispensed(medicine, **changes)


async def day_of(pharmacy, days):
    return (clock.now() + timedelta(days=days)).date().isoformat()


def test_the_machine_holds():
    machine_holds(DOSES)


async def test_the_doses_of_a_day_are_tasks_of_the_farm_by_time(pharmacy, rig):
    at = (clock.now() + 2 * timedelta(days=1)).date()
    first = f"{at}T21:30:00Z"  # half past midnight of the next day in Istanbul
    made = await dosed(pharmacy, first_at=first, every_hours=12, duration_days=2, instructions="With feed.")
    assert await pharmacy.tasks(at.isoformat()) == []
    tasks = await pharmacy.tasks((at + timedelta(days=1)).isoformat())
    assert [(task["number"], task["times"], task["state"]) for task in tasks] == [(1, 4, "planned"), (2, 4, "planned")]
    assert tasks[0]["planned_at"] == first
    assert (tasks[0]["medicine_name"], tasks[0]["instructions"]) == (made["medicine_name"], "With feed.")
    assert (tasks[0]["unit"], tasks[0]["route"], tasks[0]["recalled"]) == ("ml", "intramuscular", False)
    other = await pharmacy.ask(
        "GET", f"staff/medication-tasks?farm_id={pharmacy.farm_id}", by=new_id(), role="farm_staff"
    )
    assert other.json()["code"] == "other_farm"


async def test_tasks_go_with_an_animal_to_another_farm(pharmacy, rig):
    animal = await pharmacy.animal()
    await dosed(pharmacy, animal=animal)
    (task,) = await pharmacy.tasks()
    there = new_id()
    moved = {"farm_id": there, "farm_name": "Elsewhere", "from_farm_id": pharmacy.farm_id, "moved_at": clock.now()}
    await rig.deliver(LivestockMoved(livestock_id=animal, **moved, aggregate_version=9))
    assert await pharmacy.tasks() == []
    assert (await pharmacy.log(task)).json()["code"] == "other_farm"


async def test_what_was_given_goes_to_the_farm_once(pharmacy, rig):
    made = await dosed(pharmacy)
    (task,) = await pharmacy.tasks()
    entry = {"client_id": str(new_id()), "happened_at": clock.now().isoformat()}
    answers = await asyncio.gather(*(pharmacy.log(task, **entry) for _ in range(5)))
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.json()["state"] for answer in answers} == {"given"}
    (event,) = await rig.events(TreatmentGiven)
    assert (str(event.prescription_id), str(event.treatment_id)) == (made["id"], task["id"])
    assert (event.dose, event.meat_days, event.milk_days) == ("7 ml, intramuscular", 28, 7)
    assert (event.given_by, event.veterinarian_id) == (pharmacy.hand, pharmacy.vet)
    assert event.administered_at == datetime.fromisoformat(entry["happened_at"])
    reused = await pharmacy.log(task, "skipped", reason="x", client_id=entry["client_id"])
    assert reused.json()["code"] == "client_id_reused"
    assert (await pharmacy.log(task)).json()["code"] == "wrong_state"


async def test_a_client_id_is_of_one_person(pharmacy):
    for _ in range(2):
        await dosed(pharmacy)
    first, second = await pharmacy.tasks()
    client_id = str(new_id())
    assert (await pharmacy.log(first, client_id=client_id)).status_code == 200
    entry = {"dose_id": second["id"], "outcome": "given", "client_id": client_id}
    assert (await pharmacy.as_hand("POST", "staff/medication-log", entry)).json()["code"] == "client_id_reused"
    assert (await pharmacy.as_vet("POST", "staff/medication-log", entry)).status_code == 200


async def test_what_was_not_given_has_a_reason_and_may_be_given_later(pharmacy, rig):
    await dosed(pharmacy)
    (task,) = await pharmacy.tasks()
    assert (await pharmacy.log(task, "refused")).json()["code"] == "invalid_request"
    assert (await pharmacy.log(task, "refused", reason="Spat it out.")).json()["state"] == "refused"
    assert (await pharmacy.log(task)).json()["state"] == "given"
    assert (await pharmacy.log(task, "skipped", reason="x")).json()["code"] == "wrong_state"
    assert len(await rig.events(TreatmentGiven)) == 1


async def test_a_dose_is_given_after_it_was_prescribed_and_not_in_the_future(pharmacy):
    await dosed(pharmacy)
    (task,) = await pharmacy.tasks()
    for happened_at in (clock.now() - 2 * HOUR, clock.now() + HOUR):
        assert (await pharmacy.log(task, happened_at=happened_at.isoformat())).json()["code"] == "not_then"
    assert (await pharmacy.log({"id": str(new_id())})).json()["code"] == "dose_not_found"


async def test_nobody_gives_medicine_to_an_animal_that_they_own(pharmacy):
    animal = await pharmacy.animal(owner_id=pharmacy.hand)
    await dosed(pharmacy, animal=animal)
    (task,) = await pharmacy.tasks()
    assert (await pharmacy.log(task)).json()["code"] == "own_animal"
    entry = {"dose_id": task["id"], "outcome": "given"}
    for role in ("investor", "gamer"):
        refused = await pharmacy.ask("POST", "staff/medication-log", entry, by=pharmacy.owner, role=role)
        assert refused.status_code == 403
    stranger = await pharmacy.ask("POST", "staff/medication-log", entry, by=new_id(), role="farm_staff")
    assert stranger.json()["code"] == "other_farm"


async def test_people_are_reminded_once_and_told_once_of_a_missed_dose_which_may_still_be_given(pharmacy, rig):
    await dosed(pharmacy, every_hours=24, duration_days=2)
    (task,) = await pharmacy.tasks()
    for _ in range(2):
        await rig.run_job("remind_of_doses")
        await rig.run_job("miss_doses")
    (due,) = await rig.events(DoseDue)
    assert (str(due.dose_id), due.farm_id) == (task["id"], pharmacy.farm_id)
    assert await rig.events(DoseMissed) == []
    clock.set_offset(5 * HOUR)
    for _ in range(2):
        await rig.run_job("miss_doses")
    (missed,) = await rig.events(DoseMissed)
    assert missed.dose_id == due.dose_id
    late = (clock.now() - HOUR).isoformat()
    assert (await pharmacy.log(task, happened_at=late)).json()["state"] == "given"
    assert len(await rig.events(TreatmentGiven)) == 1


async def test_what_was_given_counts_although_the_prescription_was_stopped(pharmacy, rig):
    made = await dosed(pharmacy)
    (task,) = await pharmacy.tasks()
    stopped = await pharmacy.as_admin("POST", f"vet/prescriptions/{made['id']}/stop", {"reason": "Allergic."})
    assert stopped.json()["state"] == "stopped"
    assert await pharmacy.tasks() == []
    assert (await pharmacy.log(task)).json()["state"] == "given"
    assert len(await rig.events(TreatmentGiven)) == 1
    again = await pharmacy.as_vet("POST", f"vet/prescriptions/{made['id']}/stop", {"reason": "x"})
    assert again.json()["code"] == "wrong_state"


async def test_what_people_log_is_never_changed_and_audited(pharmacy, rig):
    await dosed(pharmacy)
    (task,) = await pharmacy.tasks()
    await pharmacy.log(task, "skipped", reason="It is asleep.")
    await pharmacy.log(task)
    rows = await rig.db.fetch("SELECT outcome, reason FROM medication_log ORDER BY id")
    assert [tuple(row) for row in rows] == [("skipped", "It is asleep."), ("given", None)]
    told = [(entry["action"], entry["after"].get("outcome")) for entry in (await rig.told())[-2:]]
    assert told == [("medication.logged", "skipped"), ("medication.logged", "given")]
    assert UUID(task["id"])


async def test_a_phone_that_was_offline_sends_all_at_once_and_gets_a_verdict_on_each(pharmacy, rig):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine)
    for _ in range(2):
        await pharmacy.dispensed(medicine)
    first, second = await pharmacy.tasks()
    elsewhere = new_id()
    await rig.deliver(
        FarmChanged(farm_id=elsewhere, name="Far", time_zone="UTC", latitude=0.0, longitude=0.0, aggregate_version=1)
    )
    far = await pharmacy.animal(farm_id=elsewhere)
    other = await pharmacy.dispensed(medicine, animal=far)
    (foreign,) = await rig.db.fetch("SELECT id FROM doses WHERE prescription_id = $1", UUID(other["id"]))
    same = str(new_id())
    entries = [
        {"dose_id": second["id"], "outcome": "given", "client_id": str(new_id())},
        {"dose_id": str(foreign["id"]), "outcome": "given"},
        {"dose_id": first["id"], "outcome": "given", "client_id": same},
        {"dose_id": second["id"], "outcome": "skipped", "reason": "Lame.", "client_id": same},
        {"dose_id": str(new_id()), "outcome": "given"},
    ]
    for _ in range(2):
        answer = await pharmacy.as_hand("POST", "staff/medication-log/bulk", {"entries": entries})
        assert answer.status_code == 200, answer.text
        items = answer.json()["items"]
        codes = [each["code"] for each in items]
        assert [each["dose_id"] for each in items] == [each["dose_id"] for each in entries]
        assert sorted(code for code in codes if code) == sorted(["other_farm", "client_id_reused", "dose_not_found"])
        assert (codes[0], items[0]["task"]["state"], codes[2]) == (None, "given", None)
    assert len(await rig.events(TreatmentGiven)) == 2


async def test_two_phones_that_send_the_same_doses_at_once_record_each_once(pharmacy, rig):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine)
    for _ in range(3):
        await pharmacy.dispensed(medicine)
    tasks = await pharmacy.tasks()
    sent = [[{"dose_id": each["id"], "outcome": "given"} for each in order] for order in (tasks, tasks[::-1])]
    answers = await asyncio.gather(
        *(pharmacy.as_hand("POST", "staff/medication-log/bulk", {"entries": entries}) for entries in sent)
    )
    codes = [each["code"] for answer in answers for each in answer.json()["items"]]
    assert sorted(map(str, codes)) == ["None"] * 3 + ["wrong_state"] * 3
    assert len(await rig.events(TreatmentGiven)) == 3


async def test_in_bulk_nobody_logs_the_doses_of_an_animal_of_their_own(pharmacy, rig):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine)
    await pharmacy.dispensed(medicine, animal=await pharmacy.animal(owner_id=pharmacy.hand))
    await pharmacy.dispensed(medicine)
    entries = [{"dose_id": each["id"], "outcome": "given"} for each in await pharmacy.tasks()]
    answer = await pharmacy.as_hand("POST", "staff/medication-log/bulk", {"entries": entries})
    assert sorted(str(each["code"]) for each in answer.json()["items"]) == ["None", "own_animal"]
    assert len(await rig.events(TreatmentGiven)) == 1
