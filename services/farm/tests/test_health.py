"""Health records: what they do to the sale of an animal, and what is due next."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy.dialects import postgresql

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockSaleStatusChanged, LivestockTransferRefused
from farm.health.models import HealthRecord
from farm.health.queries import due_until

ANNA, BORA, VET, HAND = (new_id() for _ in range(4))
DAY = timedelta(days=1)


def on(days):
    return (clock.now() + days * DAY).date().isoformat()


async def test_a_record_says_what_happened(barn, yard):
    animal = await yard.register()
    medicine = await barn.medicine()
    last = clock.now() - DAY
    record = await barn.treated(
        animal,
        medicine,
        last=last,
        occurred_at=(last - 2 * DAY).isoformat(),
        diagnosis="Mastitis",
        treatment="Antibiotic for three days",
        veterinarian_notes="Left half.",
        description="Off her feed",
        cost={"amount": "35.00", "currency": "EUR"},
        next_checkup_on=on(10),
    )
    assert (record["recorded_by"], record["diagnosis"], record["cost"]["amount"]) == (
        str(barn.people),
        "Mastitis",
        "35.00",
    )
    given = record["medication"]
    assert (given["meat_days"], given["milk_days"], given["dose"]) == (28, 7, "10 ml i.m.")
    assert datetime.fromisoformat(given["meat_until"]) == last + 28 * DAY
    assert datetime.fromisoformat(given["milk_until"]) == last + 7 * DAY
    page = (await yard.get(f"livestock/{animal}/health", HAND, "farm_staff")).json()
    assert page["items"] == [record]


async def test_a_withdrawal_period_counts_from_the_last_administration_and_ends_by_the_clock(barn, yard, rig):
    animal, last = await yard.register(), clock.now() - 2 * DAY
    await barn.treated(animal, await barn.medicine(), last=last, occurred_at=(last - 5 * DAY).isoformat())
    assert await barn.status(animal) == [("withdrawal_period", last + 28 * DAY)]
    order = await yard.sell(animal, ANNA)
    (refused,) = await rig.events(LivestockTransferRefused)
    assert (refused.order_id, refused.reasons) == (order, ("withdrawal_period",))
    assert [(block.reason, block.until) for block in refused.blocks] == [("withdrawal_period", last + 28 * DAY)]

    clock.set_offset(26 * DAY)
    assert await barn.status(animal) == []
    await rig.run_job("end_past_blocks")
    assert [event.sellable for event in await rig.events(LivestockSaleStatusChanged)] == [False, True]
    await yard.sell(animal, ANNA)
    assert len(await yard.history(animal)) == 2


async def test_milk_keeps_no_animal_from_being_sold(barn, yard):
    animal = await yard.register()
    record = await barn.treated(animal, await barn.medicine(meat=0, milk=30))
    assert record["medication"]["milk_days"] == 30
    assert await barn.status(animal) == []


async def test_of_two_treatments_the_one_that_ends_later_counts(barn, yard):
    animal, now = await yard.register(), clock.now()
    begun = (now - 9 * DAY).isoformat()
    for meat, ago in [(28, 1), (14, 0)]:
        await barn.treated(animal, await barn.medicine(meat), last=now - ago * DAY, occurred_at=begun)
    assert await barn.status(animal) == [("withdrawal_period", now + 27 * DAY)]


async def test_a_treatment_long_ago_blocks_nothing(barn, yard, rig):
    animal = await yard.register()
    await barn.treated(animal, await barn.medicine(), occurred_at=(clock.now() - 29 * DAY).isoformat())
    assert await barn.status(animal) == []
    assert await rig.events(LivestockSaleStatusChanged) == []


async def test_the_catalogue_does_not_rewrite_history(barn, yard):
    animal, medicine = await yard.register(), new_id()
    await barn.catalogued(28, medicine_id=medicine)
    record = await barn.treated(animal, str(medicine))
    before = await barn.status(animal)
    await barn.catalogued(1, 1, medicine_id=medicine, name="Renamed", retired=True, aggregate_version=2)
    assert await barn.status(animal) == before
    assert (await yard.get(f"livestock/{animal}/health", VET, "veterinarian")).json()["items"] == [record]
    assert (await barn.treat(animal, str(medicine))).json()["code"] == "unknown_medicine"
    corrected = await barn.corrected(animal, record["id"], "treatment", medication=barn.given(str(medicine)))
    assert corrected["medication"]["meat_days"] == 1


async def test_medicines_on_prescription_are_given_by_veterinarians_only(barn, yard):
    animal, medicine = await yard.register(), await barn.medicine(prescription_only=True)
    for role in ("farm_staff", "admin"):
        refused = await barn.treat(animal, medicine, role=role)
        assert (refused.status_code, refused.json()["code"]) == (403, "veterinarian_required")
    assert (await barn.treat(animal, medicine)).status_code == 201


async def test_a_medicine_without_a_withdrawal_period_for_the_type_is_not_given(barn, yard):
    goats = await yard.add("livestock-types", name="Goat")
    boer = await yard.add("livestock-breeds", livestock_type_id=goats, name="Boer")
    refused = await barn.treat(await yard.register(breed_id=boer), await barn.medicine())
    assert (refused.status_code, refused.json()["code"]) == (422, "medicine_not_for_type")


async def test_a_correction_takes_the_place_of_a_record_and_of_its_block(barn, yard, rig):
    animal, now = await yard.register(), clock.now()
    long, short = await barn.medicine(meat=60), await barn.medicine(meat=10)
    begun = {"last": now - DAY, "occurred_at": (now - 3 * DAY).isoformat()}
    wrong = await barn.treated(animal, long, **begun)
    given = barn.given(short, begun["last"])
    right = await barn.corrected(animal, wrong["id"], "treatment", medication=given, occurred_at=begun["occurred_at"])
    assert await barn.status(animal) == [("withdrawal_period", now + 9 * DAY)]
    assert len(await rig.events(LivestockSaleStatusChanged)) == 2
    later = await barn.treated(animal, short, last=now, occurred_at=begun["occurred_at"], supersedes_id=right["id"])
    assert await barn.status(animal) == [("withdrawal_period", now + 10 * DAY)]
    error = await barn.corrected(animal, later["id"], description="That was another ewe.")
    assert await barn.status(animal) == []
    items = (await yard.get(f"livestock/{animal}/health", VET, "veterinarian")).json()["items"]
    assert {item["id"]: item["superseded_at"] is None for item in items} == {
        wrong["id"]: False,
        right["id"]: False,
        later["id"]: False,
        error["id"]: True,
    }


async def test_a_farm_hand_corrects_but_not_so_that_the_animal_is_sold_earlier(barn, yard):
    animal, long, short = await yard.register(), await barn.medicine(meat=60), await barn.medicine(meat=10)
    record = await barn.treated(animal, short, role="farm_staff")
    longer = await barn.treated(animal, long, role="farm_staff", supersedes_id=record["id"])
    for answer in [
        await barn.treat(animal, short, role="farm_staff", supersedes_id=longer["id"]),
        await barn.record(animal, "checkup", "farm_staff", supersedes_id=longer["id"]),
    ]:
        assert (answer.status_code, answer.json()["code"]) == (403, "veterinarian_required")
    alone = await barn.record(animal, "checkup", "admin", supersedes_id=longer["id"])
    assert (alone.status_code, alone.json()["code"], alone.json()["why"]) == (
        409,
        "second_person_needed",
        ["correction"],
    )
    await barn.corrected(animal, longer["id"])
    assert await barn.status(animal) == []


async def test_of_two_corrections_at_once_one_counts(barn, yard):
    animal, medicine = await yard.register(), await barn.medicine(meat=5)
    record = await barn.treated(animal, medicine)
    longer = [await barn.medicine(meat=days) for days in (15, 16, 17, 18)]
    answers = await asyncio.gather(*(barn.treat(animal, each, supersedes_id=record["id"]) for each in longer))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 3
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"already_superseded"}
    (kept,) = [answer.json() for answer in answers if answer.status_code == 201]
    until = datetime.fromisoformat(kept["medication"]["meat_until"])
    assert await barn.status(animal) == [("withdrawal_period", until)]


async def test_a_record_of_another_animal_is_not_corrected(barn, yard):
    one, other = await yard.register(), await yard.register()
    record = await barn.recorded(other)
    for record_id in (record["id"], str(new_id())):
        refused = await barn.record(one, supersedes_id=record_id)
        assert (refused.status_code, refused.json()["code"]) == (422, "unknown_health_record")


async def test_a_quarantine_stands_until_a_veterinarian_ends_it(barn, yard):
    animal = await yard.register()
    await barn.recorded(animal, "quarantine_start", "farm_staff", description="Blisters")
    assert await barn.status(animal) == [("quarantine", None)]
    assert (await barn.record(animal, "quarantine_start")).json()["code"] == "in_quarantine"
    assert (await barn.record(animal, "quarantine_end", "farm_staff")).json()["code"] == "veterinarian_required"
    await barn.recorded(animal, "quarantine_end")
    assert await barn.status(animal) == []
    assert (await barn.record(animal, "quarantine_end", "admin")).json()["code"] == "not_in_quarantine"
    await barn.recorded(animal, "quarantine_start")
    assert await barn.status(animal) == [("quarantine", None)]


async def test_correcting_a_quarantine_neither_lifts_nor_revives_it(barn, yard):
    animal = await yard.register()
    start = await barn.recorded(animal, "quarantine_start")
    start = await barn.recorded(
        animal, "quarantine_start", "farm_staff", supersedes_id=start["id"], description="Cough"
    )
    assert await barn.status(animal) == [("quarantine", None)]
    lifted = await barn.record(animal, "checkup", "farm_staff", supersedes_id=start["id"])
    assert lifted.json()["code"] == "veterinarian_required"
    end = await barn.recorded(animal, "quarantine_end")
    await barn.recorded(animal, "quarantine_start", supersedes_id=start["id"], description="Fever")
    await barn.recorded(animal, "quarantine_end", supersedes_id=end["id"], description="All clear")
    assert await barn.status(animal) == []


async def test_the_end_of_a_quarantine_is_not_taken_back(barn, yard):
    animal = await yard.register()
    await barn.recorded(animal, "quarantine_start")
    end = await barn.recorded(animal, "quarantine_end")
    refused = await barn.record(animal, "checkup", supersedes_id=end["id"])
    assert (refused.status_code, refused.json()["code"]) == (409, "quarantine_ended")


async def test_a_quarantine_recorded_by_mistake_is_corrected_away_and_no_later_one(barn, yard):
    animal = await yard.register()
    first = await barn.recorded(animal, "quarantine_start")
    await barn.recorded(animal, "quarantine_end")
    second = await barn.recorded(animal, "quarantine_start")
    await barn.recorded(animal, "checkup", supersedes_id=first["id"])
    assert await barn.status(animal) == [("quarantine", None)]
    await barn.corrected(animal, second["id"])
    assert await barn.status(animal) == []


@pytest.mark.parametrize("first", ["quarantine", "transfer"])
async def test_of_a_transfer_and_a_quarantine_at_once_one_comes_first(
    barn, yard, rig, outsider, somebody_waits, orders, first
):
    animal = await yard.register()
    order = orders.confirmed(animal, buyer=ANNA)

    def act(which):
        doing = barn.recorded(animal, "quarantine_start") if which == "quarantine" else rig.deliver(order)
        return asyncio.create_task(doing)

    async with outsider.transaction():
        await outsider.execute("SELECT FROM livestock WHERE id = $1 FOR NO KEY UPDATE", animal)
        tasks = [act(first)]
        await somebody_waits()
        tasks.append(act("transfer" if first == "quarantine" else "quarantine"))
        await somebody_waits(2)
    await asyncio.gather(*tasks)
    refused = [event.reasons for event in await rig.events(LivestockTransferRefused)]
    assert refused == ([("quarantine",)] if first == "quarantine" else [])
    assert len(await yard.history(animal)) == (1 if refused else 2)
    assert await barn.status(animal) == [("quarantine", None)]


async def test_a_treatment_waits_for_a_transfer_and_the_block_goes_with_the_animal(barn, yard, rig):
    animal, medicine = await yard.register(), await barn.medicine()
    await asyncio.gather(yard.sell(animal, ANNA), barn.treated(animal, medicine))
    assert [reason for reason, _ in await barn.status(animal)] == ["withdrawal_period"]
    await yard.sell(animal, BORA, seller=ANNA)
    assert (await rig.events(LivestockTransferRefused))[-1].reasons[-1] == "withdrawal_period"
    assert len(await rig.events(LivestockSaleStatusChanged)) == 1


async def test_health_is_for_the_owner_and_the_farms_people(barn, yard):
    animal = await yard.register()
    await barn.recorded(animal)
    await yard.sell(animal, ANNA)
    path = f"livestock/{animal}/health"
    assert len((await yard.get(path, ANNA)).json()["items"]) == 1
    for role in ("farm_staff", "veterinarian", "admin"):
        assert (await yard.get(path, new_id(), role)).status_code == 200
    assert (await yard.get(path, BORA)).json()["code"] == "forbidden"
    assert (await yard.get(path)).status_code == 401
    assert (await yard.get(f"livestock/{new_id()}/health", ANNA)).json()["code"] == "livestock_not_found"
    await yard.sell(animal, BORA, seller=ANNA)
    assert (await yard.get(path, ANNA)).status_code == 403


async def test_only_the_farms_people_record(barn, yard):
    animal = await yard.register()
    await yard.sell(animal, ANNA)
    for role in ("investor", "gamer"):
        assert (await barn.record(animal, role=role)).status_code == 403
        assert (await yard.get("staff/health/due", ANNA, role)).status_code == 403


async def test_the_list_of_records_pages_from_the_latest(barn, yard):
    animal = await yard.register()
    ids = [
        (await barn.recorded(animal, occurred_at=(clock.now() - days * DAY).isoformat()))["id"]
        for days in (5, 1, 3, 2, 4)
    ]
    latest_first = [ids[place] for place in (1, 3, 2, 4, 0)]
    assert await yard.pages(f"livestock/{animal}/health", 2, user=VET, role="veterinarian") == latest_first


async def test_what_is_due_is_found_by_farm_and_day_the_most_urgent_first(barn, yard):
    other = await yard.add_farm("Karacabey")
    here, there = await yard.register(), await yard.register(farm_id=other)
    soon = (await barn.recorded(here, next_checkup_on=on(5)))["id"]
    overdue = (await barn.recorded(there, "vaccination", next_checkup_on=on(-3)))["id"]
    far = (await barn.recorded(await yard.register(), next_checkup_on=on(90)))["id"]
    await barn.recorded(await yard.register())
    assert await barn.due() == [overdue, soon]
    assert await barn.due(days=365) == [overdue, soon, far]
    assert await barn.due(days=0) == [overdue]
    assert await barn.due(farm_id=other) == [overdue]
    page = await yard.get("staff/health/due?limit=1&days=365", VET, "veterinarian")
    seen = [page.json()["items"][0]["record_id"]]
    while cursor := page.json()["next_cursor"]:
        page = await yard.get(f"staff/health/due?limit=1&days=365&cursor={cursor}", VET, "veterinarian")
        seen.append(page.json()["items"][0]["record_id"])
    assert seen == [overdue, soon, far]
    for odd in ({"days": -1}, {"days": 366}, {"days": "x"}, {"farm_id": "x"}, {"cursor": "zzz"}):
        answer = await yard.rig.request("GET", "/api/v1/staff/health/due", user=VET, role="admin", params=odd)
        assert answer.status_code == 422, odd


async def test_what_was_due_is_met_by_what_comes_after_it(barn, yard):
    animal, pox, rabies = await yard.register(), await barn.medicine(0, 0), await barn.medicine(0, 0)

    async def vaccinate(medicine, **body):
        given = {"medicine_id": medicine, "dose": "2 ml"}
        return (await barn.recorded(animal, "vaccination", medication=given, **body))["id"]

    checkup = (await barn.recorded(animal, next_checkup_on=on(1)))["id"]
    first_pox = await vaccinate(pox, next_checkup_on=on(2))
    first_rabies = await vaccinate(rabies, next_checkup_on=on(3))
    assert await barn.due() == [checkup, first_pox, first_rabies]
    second_pox = await vaccinate(pox, next_checkup_on=on(20))
    assert await barn.due() == [checkup, first_rabies, second_pox]
    met = (await barn.recorded(animal))["id"]
    assert await barn.due() == [first_rabies, second_pox]
    await vaccinate(rabies, supersedes_id=met)
    assert await barn.due() == [checkup, second_pox]
    await barn.recorded(animal, supersedes_id=checkup)
    assert await barn.due() == [second_pox]


async def test_who_is_gone_is_due_for_nothing(barn, yard, rig):
    animal = await yard.register()
    await barn.recorded(animal, next_checkup_on=on(1))
    await rig.db.fetch("UPDATE livestock SET status = 'deceased' WHERE id = $1", animal)
    assert await barn.due() == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"record_type": "treatment"}, "invalid_request"),
        ({"record_type": "surgery"}, "invalid_request"),
        ({"occurred_at": "9999-12-31T23:59:59Z"}, "invalid_request"),
        ({"occurred_at": "0001-01-01T00:00:00+23:59"}, "invalid_request"),
        ({"occurred_at": "2025-01-01T00:00:00"}, "invalid_request"),
        ({"occurred_at": "2099-01-01T00:00:00Z"}, "in_future"),
        ({"next_checkup_on": "9999-12-31"}, "invalid_request"),
        ({"next_checkup_on": 1796083200}, "invalid_request"),
        ({"cost": {"amount": "-1.00", "currency": "USD"}}, "invalid_request"),
        ({"description": "a\x00b"}, "invalid_request"),
        ({"diagnosis": "x" * 2001}, "invalid_request"),
        ({"owner_id": str(ANNA)}, "invalid_request"),
        ({"supersedes_id": "x"}, "invalid_request"),
        ({"recorded_by": str(ANNA)}, "invalid_request"),
        ({"medication": {"medicine_id": str(ANNA), "dose": "1"}}, "invalid_request"),
        ({"record_type": "treatment", "medication": {"medicine_id": str(ANNA), "dose": "1"}}, "unknown_medicine"),
        ({"record_type": "treatment", "medication": {"medicine_id": str(ANNA), "dose": ""}}, "invalid_request"),
    ],
)
async def test_odd_records_are_refused(barn, yard, body, code):
    answer = await barn.record(await yard.register(), **body)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


async def test_a_medicine_is_not_last_given_before_the_treatment_began_nor_in_the_future(barn, yard):
    animal, medicine = await yard.register(), await barn.medicine()
    for last in (clock.now() - DAY, clock.now() + DAY):
        refused = await barn.treat(animal, medicine, last=last)
        assert (refused.status_code, refused.json()["code"]) == (422, "in_future")


async def test_a_record_of_nobody_is_not_found(barn):
    assert (await barn.record(new_id())).json()["code"] == "livestock_not_found"


async def test_what_is_due_is_found_by_an_index_among_all_that_was(barn, yard, rig):
    animal = await yard.register()
    await rig.db.fetch(
        "INSERT INTO health_records (id, livestock_id, record_type, occurred_at, recorded_at, recorded_by,"
        " next_checkup_on, is_due) SELECT gen_random_uuid(), $1, 'checkup', now(), now(), $1, current_date + n % 365,"
        " n % 100 = 0 FROM generate_series(1, 20000) n",
        animal,
    )
    await rig.db.fetch("ANALYZE health_records")
    query = due_until(clock.now().date() + 30 * DAY, farm_id=UUID(yard.farm_id))
    query = query.order_by(HealthRecord.next_checkup_on, HealthRecord.id).limit(51)
    sql = str(query.compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True}))
    plan = "\n".join(row[0] for row in await rig.db.fetch(f"EXPLAIN {sql}"))
    assert "health_records_due_idx" in plan
    assert "Seq Scan on health_records" not in plan
