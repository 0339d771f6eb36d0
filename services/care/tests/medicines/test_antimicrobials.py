"""The use of antimicrobials of a farm in a quarter."""

from datetime import UTC, date, datetime, timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import FarmChanged
from care.antimicrobials.quarters import began, bounds


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-01-01", "2026-01-01"), ("2026-06-30", "2026-04-01"), ("2026-12-31", "2026-10-01")],
)
def test_a_quarter_begins_in_january_april_july_or_october(day, expected):
    assert began(date.fromisoformat(day)) == date.fromisoformat(expected)


def test_quarters_follow_each_other():
    assert bounds(2026, 4) == (datetime(2026, 10, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    assert bounds(2026, 1)[1] == bounds(2026, 2)[0]


def now():
    at = clock.now()
    return f"year={at.year}&quarter={(at.month + 2) // 3}"


async def use(pharmacy, query):
    answer = await pharmacy.as_vet("GET", f"vet/antimicrobial-use?farm_id={pharmacy.farm_id}&{query}")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def treated(pharmacy, medicine):
    await pharmacy.batch(medicine)
    await pharmacy.dispensed(medicine)
    for task in await pharmacy.tasks():
        await pharmacy.log(task)


async def test_milligrams_that_were_given_are_counted_by_class_for_each_kilogram(pharmacy, rig):
    for medicine in (
        await pharmacy.medicine(),
        await pharmacy.medicine(antimicrobial_class="tetracyclines", antimicrobial_mg="100"),
        await pharmacy.medicine(antimicrobial_class=None, antimicrobial_mg=None),
    ):
        await treated(pharmacy, medicine)
    await rig.run_job("weigh_farms")
    await pharmacy.animal(weight_kg="50.00")
    await rig.run_job("weigh_farms")
    found = await use(pharmacy, now())
    assert float(found["kilograms"]) == 200
    assert [(each["antimicrobial_class"], float(each["milligrams"]), each["mg_per_kg"]) for each in found["items"]] == [
        ("penicillins", 1050, "5.250"),
        ("tetracyclines", 700, "3.500"),
    ]
    before = await use(pharmacy, "year=2020&quarter=1")
    assert (before["items"], before["kilograms"]) == ([], None)


async def test_what_was_not_given_is_not_counted(pharmacy):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine)
    await pharmacy.dispensed(medicine)
    assert (await use(pharmacy, now()))["items"] == []


async def test_the_sheet_has_all_farms_and_no_formulas(pharmacy, rig):
    await treated(pharmacy, await pharmacy.medicine())
    renamed = FarmChanged(
        farm_id=pharmacy.farm_id, name="=1+1", time_zone="UTC", latitude=0, longitude=0, aggregate_version=10**9
    )
    await rig.deliver(renamed)
    answer = await pharmacy.as_admin("GET", f"vet/antimicrobial-use/export?{now()}")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    header, row = answer.text.splitlines()
    assert header == "\ufeffyear,quarter,farm_id,farm,class,mg,kg,measured_on,mg_per_kg"
    assert row.split(",")[3:] == ["'=1+1", "penicillins", "1050.000000", "", "", ""]


async def test_only_veterinarians_and_administrators_read_it(pharmacy):
    for path in (f"antimicrobial-use?farm_id={new_id()}&{now()}", f"antimicrobial-use/export?{now()}"):
        for role in ("investor", "farm_staff"):
            answer = await pharmacy.ask("GET", f"vet/{path}", by=pharmacy.hand, role=role)
            assert answer.status_code == 403
    odd = await pharmacy.as_vet("GET", f"vet/antimicrobial-use?farm_id={new_id()}&year=2098&quarter=5")
    assert odd.status_code == 422
    edge = await pharmacy.as_vet("GET", f"vet/antimicrobial-use?farm_id={new_id()}&year=2098&quarter=4")
    assert edge.status_code == 200
    assert timedelta(0) < bounds(2098, 4)[1] - bounds(2098, 4)[0]
