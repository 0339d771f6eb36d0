"""Weights over time: entries that supersede each other, and what follows from them."""

import asyncio
import random
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts import Money
from amigok_contracts.farm import LivestockWeighed
from farm.livestock.valuation import VALUE_MINOR, value_of
from farm.weights import gain

VET = {"user": new_id(), "role": "veterinarian"}


@pytest.fixture
async def ewe(yard):
    """An ewe that was registered at 60 kg, a hundred days ago."""
    clock.set_offset(-timedelta(days=100))
    animal = await yard.register(weight_kg="60.00")
    clock.set_offset(timedelta())
    return animal


def ago(**span):
    return (clock.now() - timedelta(**span)).isoformat()


async def weigh(yard, animal, kg, *, who=VET, **body):
    return await yard.rig.request("POST", f"/api/v1/livestock/{animal}/weights", **who, json={"weight_kg": kg, **body})


async def corrected(yard, animal, kg, **body):
    """What is answered to the second person who approves a weight."""
    return await yard.by_two(f"livestock/{animal}/weights", {"weight_kg": kg, **body}, **VET)


async def weighs(yard, animal):
    return (await yard.get(f"livestock/{animal}")).json()["weight_kg"]


async def weights(yard, animal):
    return (await yard.get(f"livestock/{animal}/weights", yard.admin, "admin")).json()


async def test_what_was_measured_last_is_what_the_animal_weighs_in_whatever_order_it_arrives(yard, ewe, rig):
    assert (await weigh(yard, ewe, "68.00", measured_at=ago(days=10))).status_code == 201
    assert await weighs(yard, ewe) == "68.00"
    assert (await weigh(yard, ewe, "64.00", measured_at=ago(days=50))).status_code == 201
    assert await weighs(yard, ewe) == "68.00"
    assert (await weigh(yard, ewe, "69.50")).status_code == 201
    animal = (await yard.get(f"livestock/{ewe}", yard.admin, "admin")).json()
    assert (animal["weight_kg"], animal["value"]["amount"], animal["version"]) == ("69.50", "333.60", 4)
    said = await rig.events(LivestockWeighed)
    assert [(event.measured_kg, event.weight_kg) for event in said] == [
        (Decimal("68.00"), Decimal("68.00")),
        (Decimal("64.00"), Decimal("68.00")),
        (Decimal("69.50"), Decimal("69.50")),
    ]
    assert said[0].aggregate_version < said[1].aggregate_version < said[2].aggregate_version
    assert said[-1].value == Money(amount="333.60", currency="USD")
    listed = (await weights(yard, ewe))["items"]
    assert [entry["weight_kg"] for entry in listed] == ["69.50", "68.00", "64.00", "60.00"]


async def test_weights_that_arrive_at_once_leave_the_latest(yard, ewe):
    entries = [(str(Decimal(60) + day / Decimal(10)), ago(days=90 - day)) for day in range(0, 90, 6)]
    random.Random(1).shuffle(entries)
    answers = await asyncio.gather(*(weigh(yard, ewe, kg, measured_at=at) for kg, at in entries))
    assert {answer.status_code for answer in answers} == {201}
    assert await weighs(yard, ewe) == "68.40"
    assert (await yard.get(f"livestock/{ewe}", yard.admin, "admin")).json()["version"] == 1 + len(entries)


async def test_an_entry_is_corrected_by_another_and_stays(yard, ewe):
    wrong = (await weigh(yard, ewe, "69.00", measured_at=ago(days=1))).json()
    body = {"supersedes_id": wrong["id"], "reason": "Digits swapped", "measured_at": wrong["measured_at"]}
    alone = await weigh(yard, ewe, "66.90", **body)
    assert (alone.status_code, alone.json()["why"]) == (409, ["correction"])
    right = await corrected(yard, ewe, "66.90", **body)
    assert right.status_code == 200, right.text
    assert await weighs(yard, ewe) == "66.90"
    second, first, _ = (await weights(yard, ewe))["items"]
    assert (second["supersedes_id"], second["reason"]) == (wrong["id"], "Digits swapped")
    assert (first["id"], first["superseded_at"] is None, second["superseded_at"]) == (wrong["id"], False, None)

    again = await corrected(yard, ewe, "66.00", **body)
    assert (again.status_code, again.json()["code"]) == (409, "weighing_superseded")
    other = {"supersedes_id": second["id"], "reason": "Other day", "measured_at": ago(days=99)}
    assert (await corrected(yard, ewe, "61.00", **other)).status_code == 200
    assert await weighs(yard, ewe) == "61.00"


async def test_of_two_corrections_at_once_one_counts(yard, ewe):
    wrong = (await weigh(yard, ewe, "69.00")).json()
    answers = await asyncio.gather(
        *(
            corrected(yard, ewe, "66.90", supersedes_id=wrong["id"], reason="No", measured_at=ago(days=n))
            for n in range(1, 7)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 5


async def test_a_correction_is_of_an_entry_of_this_animal_and_says_why(yard, ewe):
    other = await yard.register()
    [entry] = (await weights(yard, other))["items"]
    for wrong in (entry["id"], str(new_id())):
        refused = await weigh(yard, ewe, "61.00", supersedes_id=wrong, reason="Typo")
        assert (refused.status_code, refused.json()["code"]) == (422, "unknown_weighing")
    for body in [{"supersedes_id": entry["id"]}, {"reason": "Typo"}]:
        assert (await weigh(yard, ewe, "61.00", **body)).json()["code"] == "invalid_request"


async def test_what_no_animal_does_needs_a_second_person(yard, ewe):
    await weigh(yard, ewe, "62.00", measured_at=ago(days=10))
    for kg, when in [
        ("620.00", {"days": 9}),
        ("20.00", {"days": 9}),
        ("6.20", {"days": 20}),
        ("150.00", {"days": 9, "hours": 23}),
    ]:
        refused = await weigh(yard, ewe, kg, measured_at=ago(**when))
        assert (refused.status_code, refused.json()["code"]) == (409, "second_person_needed"), kg
        assert "gain" in refused.json()["why"]
    assert "It was 62.00 kg" in refused.json()["detail"]
    assert await weighs(yard, ewe) == "62.00"
    assert (await corrected(yard, ewe, "40.00")).status_code == 200
    assert await weighs(yard, ewe) == "40.00"


async def test_a_weight_of_one_time_is_entered_once(yard, ewe):
    at = ago(days=3)
    answers = await asyncio.gather(*(weigh(yard, ewe, "61.00", measured_at=at) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"weighing_exists"}


async def test_a_weight_is_of_a_time_in_this_life(yard, ewe):
    for at, code in [
        (ago(minutes=-2), "weighed_in_future"),
        ("9999-12-31T23:59:59Z", "weighed_in_future"),
        ("2024-02-29T23:59:00Z", "weighed_before_birth"),
        ("0001-01-01T00:00:00Z", "weighed_before_birth"),
        ("0001-01-01T00:00:00+23:59", "invalid_request"),
        ("9999-12-31T23:59:59-23:59", "invalid_request"),
        ("2026-01-01T00:00:00", "invalid_request"),
        ("soon", "invalid_request"),
    ]:
        refused = await weigh(yard, ewe, "61.00", measured_at=at)
        assert (refused.status_code, refused.json()["code"]) == (422, code), at
    assert (await weigh(yard, ewe, "61.00", measured_at=ago(seconds=-30))).status_code == 201


async def test_odd_weights_are_refused(yard, ewe):
    for odd in [None, "", "x", "NaN", "0", "-1", "5000.01", "61.005", [], {}, True, "1e999", 10**400, "\x00"]:
        assert (await weigh(yard, ewe, odd)).status_code == 422, odd
    assert (await weigh(yard, ewe, "61.00", weight="1")).status_code == 422


async def test_the_farms_own_staff_weigh_and_others_do_not(yard, ewe):
    hand = new_id()
    path = f"admin/farms/{yard.farm_id}/staff/{hand}"
    staff = {"user": hand, "role": "farm_staff"}
    refused = await weigh(yard, ewe, "61.00", who=staff)
    assert (refused.status_code, refused.json()["code"]) == (403, "other_farm")
    await yard.change("PUT", path)
    assert (await weigh(yard, ewe, "61.00", who=staff)).status_code == 201
    for role in ["investor", "gamer"]:
        refused = await weigh(yard, ewe, "61.00", who={"user": hand, "role": role})
        assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    await yard.change("DELETE", path)
    assert (await weigh(yard, ewe, "61.00", who=staff)).status_code == 403
    assert (await weigh(yard, ewe, "61.20", who={"user": new_id(), "role": "admin"})).status_code == 201
    assert (await weigh(yard, ewe, "61.00", who={})).status_code == 401
    missing = await weigh(yard, new_id(), "61.00")
    assert (missing.status_code, missing.json()["code"]) == (404, "livestock_not_found")


async def test_the_owner_sees_the_weights_but_not_who_entered_them(yard, ewe):
    anna, bora = new_id(), new_id()
    await weigh(yard, ewe, "61.00")
    await yard.sell(ewe, anna)
    mine = (await yard.get(f"livestock/{ewe}/weights", anna)).json()["items"]
    assert [entry["recorded_by"] for entry in mine] == [None, None]
    assert (await weights(yard, ewe))["items"][0]["recorded_by"] == str(VET["user"])
    assert (await yard.get(f"livestock/{ewe}/weights", bora)).status_code == 403
    assert (await yard.get(f"livestock/{ewe}/weights")).status_code == 401
    assert (await yard.get(f"livestock/{new_id()}/weights", anna)).status_code == 404
    pages = await yard.pages(f"livestock/{ewe}/weights", 1, user=anna)
    assert pages == [entry["id"] for entry in mine]


async def test_an_estimate_is_marked_and_ends(yard, ewe):
    assert (await weights(yard, ewe)).items() >= {"daily_gain_kg": None, "estimate": None}.items()
    await weigh(yard, ewe, "64.00", measured_at=ago(days=60))
    await weigh(yard, ewe, "68.00", measured_at=ago(days=20))
    known = await weights(yard, ewe)
    assert known["daily_gain_kg"] == "0.100"
    assert known["estimate"]["estimated"] is True
    assert known["estimate"]["weight_kg"] == "70.00"
    assert datetime.fromisoformat(known["estimate"]["valid_until"]) > clock.now() + timedelta(days=69)
    assert await weighs(yard, ewe) == "68.00"
    clock.set_offset(timedelta(days=71))
    later = await weights(yard, ewe)
    assert (later["daily_gain_kg"], later["estimate"]) == ("0.100", None)


async def test_who_is_gone_is_not_weighed(yard, ewe, rig):
    await rig.db.fetch("UPDATE livestock SET status = 'deceased'")
    refused = await weigh(yard, ewe, "61.00")
    assert (refused.status_code, refused.json()["code"]) == (409, "livestock_gone")


def at(day, kg):
    return gain.Weight(datetime.fromisoformat("2026-01-01T00:00:00Z") + timedelta(days=day), Decimal(kg))


@pytest.mark.parametrize(
    ("first", "then", "fair"),
    [
        (at(0, "4"), at(14, "8.5"), True),
        (at(0, "4"), at(2, "8"), False),
        (at(0, "60"), at(0.1, "66"), True),
        (at(0, "60"), at(0.1, "75"), False),
        (at(0, "60"), at(30, "40"), True),
        (at(0, "60"), at(3, "40"), False),
        (at(0, "30"), at(3000, "4000"), True),
        (at(0, "0.1"), at(20000, "5000"), True),
        (at(0, "9"), at(0, "9"), True),
    ],
)
def test_what_is_possible_is_possible_from_both_sides(first, then, fair):
    assert gain.possible(first, then) is gain.possible(then, first) is fair


def test_a_gain_needs_a_week_and_an_estimate_stays_a_weight():
    assert gain.daily_gain(at(0, "60"), at(6.9, "62")) is None
    assert gain.daily_gain(at(0, "60"), at(10, "59")) == Decimal("-0.100")
    now = at(80, "1").at
    assert gain.estimate(at(0, "1"), Decimal("-0.5"), now=now) == Decimal("0.10")
    assert gain.estimate(at(0, "4990"), Decimal(2), now=now) == Decimal("5000.00")
    assert gain.estimate(at(100, "60"), Decimal(1), now=now) == Decimal("60.00")


async def test_the_database_values_an_animal_as_we_do(rig):
    chance = random.Random(7)
    cases = [(Decimal(chance.randint(10, 500_000)) / 100, chance.randint(1, 10**8)) for _ in range(3000)]
    cases += [(Decimal("0.50"), odd) for odd in range(1, 40)] + [(Decimal("5000.00"), 10**8)]
    given = "unnest($1::numeric[], $2::bigint[]) WITH ORDINALITY AS t(weight_kg, price_per_kg_minor, n)"
    rows = await rig.db.fetch(f"SELECT {VALUE_MINOR} AS v FROM {given} ORDER BY n", *zip(*cases, strict=True))
    assert [row["v"] for row in rows] == [value_of(w, Money.of_minor(p, "USD")).minor for w, p in cases]
