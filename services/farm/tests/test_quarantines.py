"""Whole farms in quarantine: the animals that are there, and those that come later."""

import asyncio
from datetime import timedelta

import pytest
from asyncpg.exceptions import UniqueViolationError

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockOwnershipTransferred, LivestockTransferRefused
from farm.blocks import of_farms
from farm.blocks import service as blocks
from farm.transfers import handlers

ANNA, VET = new_id(), new_id()
QUARANTINED = [("quarantine", None)]


@pytest.fixture
def isolate(yard, rig):
    """Starts or ends the quarantine of a farm, and announces it in the farm unless told otherwise."""

    async def send(path="", *, farm=None, role="veterinarian", note="Suspected foot and mouth disease", announce=True):
        place = f"staff/farms/{farm or yard.farm_id}"
        body = {"note": note}
        if path == "/end":
            known = (await yard.get(f"{place}/quarantines", VET, "veterinarian")).json().get("items")
            body |= {"quarantine_id": known[0]["id"] if known else str(VET)}
        answer = await rig.request("POST", f"/api/v1/{place}/quarantine{path}", user=VET, role=role, json=body)
        if announce:
            await rig.run_task("announce_in_farms")
        return answer

    return send


async def test_no_animal_of_a_farm_in_quarantine_is_sold_until_it_ends(yard, barn, rig, isolate):
    animals = [await yard.register() for _ in range(3)]
    elsewhere = await yard.register(farm_id=await yard.add_farm("Karacabey"))
    started = await isolate()
    assert (started.status_code, started.json()["started_by"], started.json()["ended_at"]) == (201, str(VET), None)
    assert [await barn.status(animal) for animal in animals] == [QUARANTINED] * 3
    assert await barn.status(elsewhere) == []
    for animal in (*animals, elsewhere):
        await yard.sell(animal, ANNA)
    assert [event.livestock_id for event in await rig.events(LivestockTransferRefused)] == animals
    ended = await isolate("/end", note="All tests negative")
    assert (ended.status_code, ended.json()["end_note"]) == (200, "All tests negative")
    for animal in animals:
        assert await barn.published(animal) == [QUARANTINED, []]
        await yard.sell(animal, ANNA)
    assert len(await yard.pages("my-livestock", 10, user=ANNA)) == 4
    assert await barn.published(elsewhere) == []


async def test_who_comes_to_a_farm_in_quarantine_is_in_quarantine(yard, barn, rig, isolate):
    await isolate()
    newcomer = await yard.register()
    assert await barn.status(newcomer) == QUARANTINED
    assert await barn.published(newcomer) == [QUARANTINED]
    await yard.sell(newcomer, ANNA)
    assert [event.reasons for event in await rig.events(LivestockTransferRefused)] == [("quarantine",)]
    await isolate("/end")
    assert await barn.published(newcomer) == [QUARANTINED, []]
    assert await barn.published(await yard.register()) == []


async def test_who_comes_at_the_same_moment_is_told_of_whoever_is_first(yard, barn, isolate):
    early, late = ([yard.register() for _ in range(6)] for _ in range(2))
    *animals, _ = await asyncio.gather(*early, *late, isolate())
    for animal in animals:
        assert await barn.status(animal) == QUARANTINED
        published = await barn.published(animal)  # twice for who came between the quarantine and its announcement
        assert published in ([QUARANTINED], [QUARANTINED, QUARANTINED])


async def test_who_comes_between_a_quarantine_and_its_announcement_is_told_the_same_by_both(yard, barn, rig, isolate):
    early = await yard.register()
    await isolate(announce=False)
    between = await yard.register()
    await rig.run_task("announce_in_farms")
    late = await yard.register()
    assert await barn.published(early) == [QUARANTINED]
    assert await barn.published(between) == [QUARANTINED, QUARANTINED]
    assert await barn.published(late) == [QUARANTINED]


async def test_an_animals_own_quarantine_outlasts_that_of_its_farm(yard, barn, isolate):
    animal = await yard.register()
    await barn.recorded(animal, "quarantine_start")
    await isolate()
    assert await barn.status(animal) == QUARANTINED
    await isolate("/end")
    assert await barn.status(animal) == QUARANTINED
    await isolate()
    await barn.recorded(animal, "quarantine_end")
    assert await barn.status(animal) == QUARANTINED
    assert (await barn.record(animal, "quarantine_end")).json()["code"] == "not_in_quarantine"
    assert len(await barn.published(animal)) == 5


async def test_a_farm_has_one_quarantine_at_a_time(yard, rig, isolate):
    answers = await asyncio.gather(*(isolate() for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 4
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"farm_in_quarantine"}
    with pytest.raises(UniqueViolationError):
        await rig.db.fetch(
            "INSERT INTO farm_quarantines (id, farm_id, started_at, started_by, note) VALUES ($1, $2, now(), $1, 'x')",
            new_id(),
            yard.farm_id,
        )
    answers = await asyncio.gather(*(isolate("/end") for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 4
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"farm_not_in_quarantine"}
    assert (await isolate()).status_code == 201
    assert len(await yard.pages(f"staff/farms/{yard.farm_id}/quarantines", 1, user=VET, role="farm_staff")) == 2


async def test_a_quarantine_waits_for_no_animal_and_holds_for_a_transfer_that_does(
    yard, barn, rig, outsider, somebody_waits, orders, isolate
):
    animals = [await yard.register() for _ in range(3)]
    async with outsider.transaction():
        await outsider.execute("SELECT FROM livestock WHERE id = $1 FOR NO KEY UPDATE", animals[1])
        transfer = asyncio.create_task(rig.deliver(orders.confirmed(animals[1], buyer=ANNA)))
        await somebody_waits()
        assert (await isolate(announce=False)).status_code == 201
    await transfer
    assert [event.reasons for event in await rig.events(LivestockTransferRefused)] == [("quarantine",)]
    await rig.run_task("announce_in_farms")
    assert [await barn.published(animal) for animal in animals] == [[QUARANTINED]] * 3


async def test_a_transfer_that_is_decided_comes_before_a_quarantine_of_the_farm(
    yard, barn, rig, orders, isolate, somebody_waits
):
    animal = await yard.register()
    async with rig.db.unit_of_work() as db:
        order = orders.confirmed(animal, buyer=ANNA)
        await handlers.order_confirmed.run(db, order)
        quarantine = asyncio.create_task(isolate(announce=False))
        await somebody_waits()
    assert (await quarantine).status_code == 201
    [transferred] = await rig.events(LivestockOwnershipTransferred)
    [quarantined] = await rig.db.fetch("SELECT placed_at FROM sale_blocks WHERE farm_id IS NOT NULL")
    assert transferred.transferred_at < quarantined["placed_at"]


async def publish_some(rig, limit, *, dying=False):
    async with rig.db.unit_of_work() as db:
        told = await of_farms.publish_some(db, limit=limit)
        if dying:
            raise InterruptedError
    return told


async def last_published(barn, animals):
    """What was said last of each of these animals."""
    return [(await barn.published(animal) or [[]])[-1] for animal in animals]


async def test_animals_are_told_some_at_a_time_and_whoever_dies_in_between_is_followed(yard, barn, rig, isolate):
    animals = [await yard.register() for _ in range(5)]
    await isolate(announce=False)
    assert [await barn.status(animal) for animal in animals] == [QUARANTINED] * 5
    assert await last_published(barn, animals) == [[]] * 5
    assert await publish_some(rig, 2)
    with pytest.raises(InterruptedError):
        await publish_some(rig, 2, dying=True)
    assert await last_published(barn, animals) == [QUARANTINED] * 2 + [[]] * 3
    await rig.run_task("announce_in_farms")
    assert [await barn.published(animal) for animal in animals] == [[QUARANTINED]] * 5
    assert not await publish_some(rig, 2)


async def test_a_quarantine_that_ends_before_all_are_told_of_it_is_told_to_have_ended(yard, barn, rig, isolate):
    animals = [await yard.register() for _ in range(5)]
    await isolate(announce=False)
    await publish_some(rig, 3)
    await isolate("/end", announce=False)
    assert await last_published(barn, animals) == [QUARANTINED] * 3 + [[]] * 2
    await rig.run_task("announce_in_farms")
    assert await last_published(barn, animals) == [[]] * 5
    assert [len(await barn.published(animal)) for animal in animals] == [2, 2, 2, 1, 1]


async def test_animals_that_come_or_go_while_others_are_told_are_told_themselves(yard, barn, rig, isolate):
    animals = [await yard.register() for _ in range(4)]
    haven = await yard.add_farm("Karacabey")
    late = await yard.register(farm_id=haven)

    async def move(animal, farm):
        here = (await yard.get(f"livestock/{animal}")).json()["farm_id"]
        answer = await yard.post(f"livestock/{animal}/move", farm_id=farm, from_farm_id=here)
        assert answer.is_success, answer.text

    await isolate(announce=False)
    await publish_some(rig, 1)
    await move(late, yard.farm_id)
    assert await last_published(barn, [late]) == [QUARANTINED]
    await rig.run_task("announce_in_farms")
    await isolate("/end", announce=False)
    await publish_some(rig, 1)
    await move(animals[3], haven)
    assert await last_published(barn, [animals[3]]) == [[]]
    await isolate(farm=haven, announce=False)
    await move(animals[2], haven)
    await rig.run_task("announce_in_farms")
    assert await last_published(barn, [*animals, late]) == [[], [], QUARANTINED, QUARANTINED, []]
    for animal in (*animals, late):
        await barn.published(animal)  # each a newer version than the one before


async def test_replicas_and_changes_at_once_leave_every_animal_told_what_is_so(yard, barn, rig, isolate):
    animals = [await yard.register() for _ in range(12)]
    haven = await yard.add_farm("Karacabey")

    async def replica():
        while await publish_some(rig, 2):
            pass

    await isolate(announce=False)
    here = {"farm_id": haven, "from_farm_id": yard.farm_id}
    await asyncio.gather(
        replica(),
        replica(),
        isolate("/end", announce=False),
        replica(),
        isolate(farm=haven, announce=False),
        *(yard.post(f"livestock/{animal}/move", **here) for animal in animals[::2]),
        replica(),
    )
    await rig.run_task("announce_in_farms")
    assert await last_published(barn, animals) == [await barn.status(animal) for animal in animals]


async def test_quarantines_treatments_transfers_and_ends_at_once_never_deadlock(yard, barn, rig, orders, isolate):
    animals = [await yard.register() for _ in range(6)]
    medicine = await barn.medicine()
    for animal in animals:
        async with rig.db.unit_of_work() as db:
            end = clock.now() + timedelta(milliseconds=300)
            await blocks.place(db, livestock_id=animal, reason="contest", source_id=new_id(), until=end)

    async def tidy():
        for _ in range(5):
            async with rig.db.unit_of_work() as db:
                await blocks.end_past(db)

    answers = await asyncio.gather(
        isolate(),
        *(barn.treat(animal, medicine) for animal in reversed(animals)),
        tidy(),
        *(rig.deliver(orders.confirmed(animal, buyer=ANNA)) for animal in animals),
        tidy(),
        isolate("/end"),
        *(yard.register() for _ in range(3)),
    )
    assert {answer.status_code for answer in answers if hasattr(answer, "status_code")} <= {200, 201, 409}
    for animal in animals:
        await barn.published(animal)  # each a newer version than the one before


async def test_who_is_gone_is_not_told_of(yard, barn, rig, isolate):
    animal = await yard.register()
    await rig.db.fetch("UPDATE livestock SET status = 'deceased' WHERE id = $1", animal)
    await isolate()
    assert await barn.published(animal) == []


async def test_only_veterinarians_and_administrators_decide_and_only_the_farms_people_look(yard, isolate):
    for role in ("investor", "gamer", "farm_staff"):
        for path in ("", "/end"):
            assert (await isolate(path, role=role)).json()["code"] == "forbidden"
    assert (await isolate(role="admin")).status_code == 201
    path = f"staff/farms/{yard.farm_id}/quarantines"
    assert (await yard.get(path, ANNA)).status_code == 403
    assert (await yard.get(path)).status_code == 401
    assert len((await yard.get(path, VET, "farm_staff")).json()["items"]) == 1


async def test_what_does_not_fit_is_refused(yard, isolate):
    for note in ("", "  ", "a\x00b", "x" * 2001):
        assert (await isolate(note=note)).json()["code"] == "invalid_request"
    for path in ("", "/end"):
        assert (await isolate(path, farm=new_id())).json()["code"] == "farm_not_found"
    answer = await yard.get(f"staff/farms/{new_id()}/quarantines", VET, "veterinarian")
    assert answer.json()["code"] == "farm_not_found"
