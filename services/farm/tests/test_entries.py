"""What is entered in the field is recorded once, however often a phone that got no answer sends it."""

import asyncio
from datetime import timedelta, timezone
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockWeighed


@pytest.fixture
def lamb():
    return {"sex": "female", "tag_number": "TR-L", "unique_id_card": "C-L", "weight_kg": "4.00"}


@pytest.fixture
async def entries(yard, lamb):
    """What can be entered: the path below the animal or farm, the body, another body, and the table of the records."""
    animal, other = await yard.register(), await yard.add_farm("Karacabey")
    now = clock.now().isoformat()
    return {
        "health": (f"livestock/{animal}/health", {"record_type": "checkup"}, {"description": "x"}, "health_records"),
        "weight": (f"livestock/{animal}/weights", {"weight_kg": "63"}, {"weight_kg": "64"}, "livestock_weights"),
        "birth": (
            f"livestock/{animal}/births",
            {"born_at": now, "offspring": [lamb]},
            {"offspring": [lamb | {"weight_kg": "5"}]},
            "births",
        ),
        "death": (f"livestock/{animal}/death", {"cause": "Bloat.", "died_at": now}, {"cause": "Old."}, "deaths"),
        "move": (
            f"admin/livestock/{animal}/move",
            {"farm_id": other, "from_farm_id": yard.farm_id},
            {"from_farm_id": other},
            "livestock_movements",
        ),
        "block": (
            f"admin/livestock/{animal}/sale-blocks",
            {"reason": "other", "note": "Lame."},
            {"note": "x"},
            "sale_blocks",
        ),
        "quarantine": (f"staff/farms/{yard.farm_id}/quarantine", {"note": "Scab."}, {"note": "x"}, "farm_quarantines"),
        "livestock": ("admin/livestock", yard.sheep(), {"sex": "male"}, "livestock"),
        "health_proposal": (
            f"livestock/{animal}/health/propose",
            {"record_type": "checkup"},
            {"description": "x"},
            "proposals",
        ),
        "weight_proposal": (
            f"livestock/{animal}/weights/propose",
            {"weight_kg": "630"},
            {"weight_kg": "631"},
            "proposals",
        ),
        "birth_proposal": (
            f"livestock/{animal}/births/propose",
            {"born_at": now, "offspring": [lamb]},
            {"offspring": [lamb | {"weight_kg": "5"}]},
            "proposals",
        ),
    }


KINDS = [
    "health",
    "weight",
    "birth",
    "death",
    "move",
    "block",
    "quarantine",
    "livestock",
    "health_proposal",
    "weight_proposal",
    "birth_proposal",
]


@pytest.fixture
def rows(rig):
    async def count(table):
        return len(await rig.db.fetch(f"SELECT FROM {table}"))

    return count


@pytest.mark.parametrize("kind", KINDS)
async def test_an_entry_that_is_sent_twice_is_one(yard, rows, entries, kind):
    path, body, _, table = entries[kind]
    sent, before = body | {"client_id": str(new_id())}, await rows(table)
    first = await yard.change("POST", path, sent)
    again = await yard.change("POST", path, sent)
    assert first.is_success, first.text
    assert (again.status_code, again.json()) == (first.status_code, first.json())
    assert await rows(table) == before + 1


@pytest.mark.parametrize("kind", KINDS)
async def test_an_id_stands_for_one_entry(yard, rows, entries, kind):
    path, body, changes, table = entries[kind]
    sent = body | {"client_id": str(new_id())}
    assert (await yard.change("POST", path, sent)).is_success
    before = await rows(table)
    other = await yard.change("POST", path, sent | changes)
    assert (other.status_code, other.json()["code"]) == (409, "client_id_reused")
    assert await rows(table) == before


async def test_an_entry_that_arrives_twice_at_once_is_one(yard, rig, rows, entries):
    path, body, _, table = entries["health"]
    sent = body | {"client_id": str(new_id())}
    answers = await asyncio.gather(*(yard.change("POST", path, sent) for _ in range(8)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == await rows(table) == 1


async def test_an_id_used_for_two_animals_at_once_is_refused_for_one_of_them(yard, rows):
    client_id = str(new_id())
    animals = [await yard.register() for _ in range(2)]
    answers = await asyncio.gather(
        *(
            yard.change("POST", f"livestock/{animal}/health", {"record_type": "checkup", "client_id": client_id})
            for animal in animals
        )
    )
    assert sorted(answer.status_code for answer in answers) == [201, 409]
    assert await rows("health_records") == 1


async def test_what_was_refused_may_be_sent_again_under_its_id(yard, rows):
    animal = await yard.register()
    sent = {"client_id": str(new_id()), "weight_kg": "630"}
    path = f"livestock/{animal}/weights"
    assert (await yard.change("POST", path, sent)).json()["code"] == "second_person_needed"
    assert await rows("field_entries") == 0
    assert (await yard.change("POST", path, sent | {"weight_kg": "63"})).status_code == 201


async def test_a_quarantine_whose_end_is_sent_twice_ends_once(yard, rig):
    path = f"staff/farms/{yard.farm_id}/quarantine"
    begun = (await yard.change("POST", path, {"note": "Scab."})).json()
    sent = {"quarantine_id": begun["id"], "note": "Healed.", "client_id": str(new_id())}
    first, again = [await yard.change("POST", f"{path}/end", sent) for _ in range(2)]
    assert (first.status_code, again.status_code, again.json()) == (200, 200, first.json())
    other = await yard.change("POST", f"{path}/end", sent | {"note": "x"})
    assert (other.status_code, other.json()["code"]) == (409, "client_id_reused")


async def test_an_entry_that_a_phone_proposed_counts_once_however_often_it_is_sent(yard, rig, rows):
    """Also when it is sent again after the decision, or as if it needed nobody's."""
    animal, sent = await yard.register(), {"weight_kg": "630", "client_id": str(new_id())}
    path, hand = f"livestock/{animal}/weights", {"user": yard.hand, "role": "farm_staff"}
    await rig.is_known(yard.hand, role="farm_staff", decides_from=clock.now() - timedelta(days=1))
    assert (await yard.change("POST", path, sent, **hand)).json()["code"] == "second_person_needed"
    answers = await asyncio.gather(*(yard.change("POST", f"{path}/propose", sent, **hand) for _ in range(4)))
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.json()["id"] for answer in answers}) == await rows("proposals") == 1
    assert (await rig.decided(answers[0])).status_code == 200
    again = await yard.change("POST", f"{path}/propose", sent, **hand)
    assert (again.status_code, again.json()["state"]) == (202, "approved")
    alone = await yard.change("POST", path, sent, **hand)
    assert (alone.status_code, alone.json()["code"]) == (409, "client_id_reused")
    assert await rows("livestock_weights") == 2


@pytest.mark.parametrize("kind", ["health", "weight", "birth", "death"])
async def test_an_id_of_the_phone_lets_nobody_judge_their_own_animal(yard, rig, rows, entries, kind):
    path, body, _, table = entries[kind]
    await yard.sell(UUID(path.split("/")[1]), yard.hand)
    before = await rows(table)
    sent, hand = body | {"client_id": str(new_id())}, {"user": yard.hand, "role": "farm_staff"}
    for _ in range(2):
        own = await yard.change("POST", path, sent, **hand)
        assert (own.status_code, own.json()["code"]) == (403, "own_animal")
    assert (await rows(table), await rows("field_entries")) == (before, 0)


async def test_two_people_may_use_one_id(yard, rows):
    animal, sent = await yard.register(), {"record_type": "checkup", "client_id": str(new_id())}
    for user, role in ((yard.admin, "admin"), (yard.hand, "farm_staff")):
        answer = await yard.change("POST", f"livestock/{animal}/health", sent, user=user, role=role)
        assert answer.status_code == 201
    assert await rows("health_records") == 2


async def test_the_same_number_in_another_spelling_is_the_same_entry(yard, rig):
    animal, client_id = await yard.register(), str(new_id())
    moment = clock.now() - timedelta(hours=1)
    abroad = moment.astimezone(timezone(timedelta(hours=3)))
    for weight, at in (("63", moment), ("63.0", abroad), (63, moment)):
        body = {"client_id": client_id, "weight_kg": weight, "measured_at": at.isoformat()}
        answer = await yard.change("POST", f"livestock/{animal}/weights", body)
        assert answer.status_code == 201, answer.text
    assert len(await rig.events(LivestockWeighed)) == 1


async def test_a_replay_tells_how_the_record_is_now_and_only_whom_works_with_animals(yard, barn):
    animal, sent = await yard.register(), {"record_type": "checkup", "client_id": str(new_id())}
    path = f"livestock/{animal}/health"
    hand = {"user": yard.hand, "role": "farm_staff"}
    first = (await yard.change("POST", path, sent, **hand)).json()
    await barn.recorded(animal, supersedes_id=first["id"])
    again = (await yard.change("POST", path, sent, **hand)).json()
    assert (again["id"], again["superseded_at"] is None) == (first["id"], False)
    weighed = {"weight_kg": "63", "client_id": str(new_id())}
    assert (await yard.change("POST", f"livestock/{animal}/weights", weighed, **hand)).status_code == 201
    former = await yard.change("POST", f"livestock/{animal}/weights", weighed, user=yard.hand, role="investor")
    assert (former.status_code, former.json()["code"]) == (403, "forbidden")
