"""What keeps an animal from being sold: told, asked for, ended by time or by hand."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from asyncpg.exceptions import CheckViolationError

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import token
from amigok_contracts.farm import Block, LivestockTransferRefused
from farm.blocks import service as blocks
from farm.blocks.obstacles import obstacles
from farm.blocks.reasons import REASONS
from farm.livestock.errors import LivestockNotFound
from farm.livestock.lifecycle import LIVING, MOVEMENTS
from farm.livestock.models import Livestock

ANNA = new_id()
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
CASE = {"reason": "dispute", "note": "Chargeback of order 17."}


async def change(rig, animal, *, place=(), clear=()):
    async with rig.db.unit_of_work() as db:
        for cause in place:
            await blocks.place(
                db, livestock_id=animal, reason=cause.reason, source_id=cause.source_id, until=cause.until
            )
        for cause in clear:
            await blocks.clear(db, livestock_id=animal, reason=cause.reason, source_id=cause.source_id)


async def by_hand(yard, animal, path="", **body):
    return await yard.post(f"livestock/{animal}/sale-blocks{path}", **body)


def test_each_reason_is_told_once_with_the_time_when_the_last_of_it_clears():
    soon, late = LONG_AGO, LONG_AGO + timedelta(days=1)
    standing = [
        Block(reason="withdrawal_period", until=late),
        Block(reason="withdrawal_period", until=soon),
        Block(reason="contest", until=soon),
        Block(reason="quarantine", until=None),
        Block(reason="contest", until=None),
        Block(reason="quarantine", until=late),
    ]
    assert [(block.reason, block.until) for block in obstacles("assigned", standing)] == [
        ("withdrawal_period", late),
        ("contest", None),
        ("quarantine", None),
    ]


@pytest.mark.parametrize("final", [status for status in MOVEMENTS.states if status not in LIVING])
def test_who_is_gone_is_not_sold(final):
    assert [block.reason for block in obstacles(final, [])] == [final]


async def test_an_animal_is_sellable_until_something_stands_and_again_when_nothing_does(yard, barn, rig):
    animal, case = await yard.register(), blocks.Cause("dispute", new_id())
    assert await barn.status(animal) == []
    await change(rig, animal, place=[case])
    assert await barn.status(animal) == [("dispute", None)]
    await change(rig, animal, clear=[case])
    assert await barn.status(animal) == []
    assert await barn.published(animal) == [[("dispute", None)], []]
    assert (await yard.get("livestock/" + str(new_id()) + "/sale-status")).json()["code"] == "livestock_not_found"


async def test_repetition_and_disorder_change_nothing_and_tell_nothing(yard, barn, rig):
    animal, case, other = await yard.register(), blocks.Cause("dispute", new_id()), blocks.Cause("claim", new_id())
    await change(rig, animal, place=[case, case], clear=[other])
    await change(rig, animal, place=[case, other], clear=[case, case])
    await change(rig, animal, place=[case], clear=[case])
    assert await barn.published(animal) == [[("dispute", None)], []]


async def test_a_block_that_would_have_ended_is_not_placed(yard, barn, rig):
    animal = await yard.register()
    await change(rig, animal, place=[blocks.Cause("contest", new_id(), clock.now() - timedelta(seconds=1))])
    assert await barn.published(animal) == []


async def test_a_reason_that_is_not_in_the_table_is_refused_by_code_and_database(yard, barn, rig):
    animal = await yard.register()
    with pytest.raises(ValueError, match="bad_weather"):
        blocks.Cause("bad_weather", new_id())
    place = "INSERT INTO sale_blocks (id, livestock_id, reason, source_id, placed_at) VALUES ($1, $2, $3, $1, now())"
    with pytest.raises(CheckViolationError):
        await rig.db.fetch(place, new_id(), animal, "bad_weather")
    await change(rig, animal, place=[blocks.Cause(reason, new_id()) for reason in REASONS])
    assert {reason for reason, _ in await barn.status(animal)} == set(REASONS)


async def test_an_animal_that_nobody_knows_cannot_be_blocked(rig):
    with pytest.raises(LivestockNotFound):
        await change(rig, new_id(), place=[blocks.Cause("dispute", new_id())])


async def test_a_caller_that_holds_the_animal_sees_its_new_version(yard, barn, rig):
    animal = await yard.register()
    async with rig.db.unit_of_work() as db:
        held = await db.get(Livestock, animal, with_for_update=True)
        held.version += 1
        await blocks.place(db, livestock_id=animal, reason="claim", source_id=new_id())
        assert held.version == 3
        held.version += 1
    assert await barn.published(animal) == [[("claim", None)]]
    assert (await yard.get(f"livestock/{animal}", ANNA, "admin")).json()["version"] == 4


async def test_a_block_ends_by_the_clock_and_that_is_told_once(yard, barn, rig):
    animal, end = await yard.register(), clock.now() + timedelta(days=2)
    await change(rig, animal, place=[blocks.Cause("contest", new_id(), end), blocks.Cause("claim", new_id())])
    await rig.run_job("end_past_blocks")
    assert len(await barn.published(animal)) == 2
    clock.set_offset(timedelta(days=2))
    assert await barn.status(animal) == [("claim", None)]
    for _ in range(3):
        await rig.run_job("end_past_blocks")
    assert (await barn.published(animal))[2:] == [[("claim", None)]]


async def test_jobs_of_many_replicas_tell_an_end_once(yard, barn, rig):
    animals = [await yard.register() for _ in range(3)]
    for animal in animals:
        await change(rig, animal, place=[blocks.Cause("contest", new_id(), clock.now() + timedelta(days=1))])
    clock.set_offset(timedelta(days=2))

    async def run():
        async with rig.db.unit_of_work() as db:
            await blocks.end_past(db)

    await asyncio.gather(*(run() for _ in range(6)))
    assert [(await barn.published(animal))[1:] for animal in animals] == [[[]]] * 3


async def test_a_refusal_lists_every_reason_and_when_it_clears(yard, rig):
    animal, end = await yard.register(), clock.now() + timedelta(days=2)
    await change(rig, animal, place=[blocks.Cause("contest", new_id(), end), blocks.Cause("dispute", new_id())])
    await yard.sell(animal, ANNA, seller=new_id())
    (refused,) = await rig.events(LivestockTransferRefused)
    assert refused.reasons == ("not_owner", "contest", "dispute")
    assert [(block.reason, block.until) for block in refused.blocks] == [("contest", end), ("dispute", None)]
    assert len(await yard.history(animal)) == 1


async def test_a_block_that_has_ended_by_the_clock_keeps_nobody_from_buying(yard, rig):
    animal = await yard.register()
    await change(rig, animal, place=[blocks.Cause("contest", new_id(), clock.now() + timedelta(days=2))])
    clock.set_offset(timedelta(days=2))
    await yard.sell(animal, ANNA)
    assert await rig.events(LivestockTransferRefused) == []


async def test_administrators_block_by_hand_and_what_they_did_is_kept(yard, barn, rig):
    animal = await yard.register()
    placed = (await by_hand(yard, animal, **CASE)).json()
    assert await barn.status(animal) == [("dispute", None)]
    other = new_id()
    cleared = await rig.request(
        "POST",
        f"/api/v1/admin/livestock/{animal}/sale-blocks/{placed['id']}/clear",
        user=other,
        role="admin",
        json={"note": "The bank took it back."},
    )
    assert cleared.status_code == 200, cleared.text
    assert [(act["action"], act["acted_by"], act["note"]) for act in cleared.json()["acts"]] == [
        ("placed", str(yard.admin), "Chargeback of order 17."),
        ("cleared", str(other), "The bank took it back."),
    ]
    assert await barn.status(animal) == []
    page = (await yard.get(f"admin/livestock/{animal}/sale-blocks", yard.admin, "admin")).json()
    assert page["items"] == [cleared.json()]
    again = await by_hand(yard, animal, f"/{placed['id']}/clear", note="Once more.")
    assert (again.status_code, again.json()["code"]) == (409, "block_ended")


async def test_a_note_of_an_administrator_is_nobody_elses(yard):
    animal = await yard.register()
    await by_hand(yard, animal, **CASE)
    for path in (f"livestock/{animal}/sale-status", f"livestock/{animal}"):
        assert CASE["note"] not in (await yard.get(path)).text


async def test_a_block_that_a_service_placed_can_be_cleared_by_hand_but_not_a_quarantine(yard, barn, rig):
    animal = await yard.register()
    await change(rig, animal, place=[blocks.Cause("claim", new_id()), blocks.Cause("quarantine", new_id())])
    page = (await yard.get(f"admin/livestock/{animal}/sale-blocks", yard.admin, "admin")).json()
    quarantine, claim = page["items"]
    refused = await by_hand(yard, animal, f"/{quarantine['id']}/clear", note="Let it go.")
    assert (refused.status_code, refused.json()["code"]) == (409, "block_not_by_hand")
    assert (await by_hand(yard, animal, f"/{claim['id']}/clear", note="Paid.")).status_code == 200
    assert await barn.status(animal) == [("quarantine", None)]


async def test_a_block_is_cleared_by_hand_once_even_by_two_at_once(yard, barn):
    animal = await yard.register()
    placed = (await by_hand(yard, animal, **CASE)).json()
    answers = await asyncio.gather(*(by_hand(yard, animal, f"/{placed['id']}/clear", note="Done.") for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 4
    assert await barn.published(animal) == [[("dispute", None)], []]


async def test_what_does_not_fit_is_refused(yard):
    animal, other = await yard.register(), await yard.register()
    placed = (await by_hand(yard, animal, **CASE)).json()
    past, far = "2024-01-01T00:00:00Z", "9999-12-31T23:59:59Z"
    for where, body, expected in [
        (animal, CASE | {"reason": "quarantine"}, "invalid_request"),
        (animal, CASE | {"note": " "}, "invalid_request"),
        (animal, CASE | {"note": "a\x00b"}, "invalid_request"),
        (animal, {"reason": "other"}, "invalid_request"),
        (animal, CASE | {"until": far}, "invalid_request"),
        (animal, CASE | {"until": "0001-01-01T00:00:00+23:59"}, "invalid_request"),
        (animal, CASE | {"until": "2030-01-01T00:00:00"}, "invalid_request"),
        (animal, CASE | {"until": 1_900_000_000}, "invalid_request"),
        (animal, CASE | {"until": "1900000000"}, "invalid_request"),
        (animal, CASE | {"until": past}, "until_passed"),
        (new_id(), CASE, "livestock_not_found"),
    ]:
        assert (await by_hand(yard, where, **body)).json()["code"] == expected, body
    for where, block in [(other, placed["id"]), (animal, new_id())]:
        assert (await by_hand(yard, where, f"/{block}/clear", note="x")).json()["code"] == "block_not_found"


async def test_only_administrators_block_by_hand_and_only_with_a_fresh_proof_clear(yard, rig):
    animal = await yard.register()
    placed = (await by_hand(yard, animal, **CASE)).json()
    base = f"/api/v1/admin/livestock/{animal}/sale-blocks"
    for method, path, body in [
        ("GET", base, None),
        ("POST", base, CASE),
        ("POST", f"{base}/{placed['id']}/clear", {"note": "x"}),
    ]:
        for role in ("investor", "farm_staff", "veterinarian"):
            assert (await rig.request(method, path, user=new_id(), role=role, json=body)).status_code == 403
        assert (await rig.request(method, path, json=body)).status_code == 401
    stale = {"Authorization": f"Bearer {token(yard.admin, 'admin', authenticated=timedelta(hours=1))}"}
    answer = await rig.request("POST", f"{base}/{placed['id']}/clear", json={"note": "x"}, headers=stale)
    assert answer.json()["code"] == "step_up_required"


async def test_a_death_is_told_and_when_it_was_none_what_stands_by_then(yard, barn, rig):
    animal = await yard.register()
    await yard.die(animal)
    assert await barn.published(animal) == [[("deceased", None)]]
    quarantine = await yard.change("POST", f"staff/farms/{yard.farm_id}/quarantine", {"note": "Suspected"})
    assert quarantine.status_code == 201
    await rig.run_task("announce_in_farms")
    death = (await yard.get(f"livestock/{animal}/death", yard.admin, "admin")).json()["id"]
    wrong = await yard.post(f"livestock/{animal}/death/revert", death_id=death, reason="Wrong tag.")
    assert (await rig.decided(wrong)).status_code == 200
    assert (await barn.published(animal))[1:] == [[("quarantine", None)]]
