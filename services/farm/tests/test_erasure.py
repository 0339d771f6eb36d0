"""People who are deleted are forgotten here too."""

from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.identity import UserDeleted

ANNA, BORA = new_id(), new_id()
SECRET = "Anna Kaya, 0532 555 0101"


@pytest.fixture
async def lives(yard):
    """Animals of Anna and Bora with all that is written about removals, deaths, claims and blocks, by owner."""

    async def post(path, user, role="investor", **body):
        answer = await yard.change("POST", path, body, user=user, role=role)
        assert answer.is_success, answer.text
        return answer.json().get("id")

    async def live(owner):
        one, other = [await yard.bought(owner) for _ in range(2)]
        wish = {
            "reason": SECRET,
            "transport": SECRET,
            "wished_on": (clock.now() + timedelta(days=3)).date().isoformat(),
        }
        removal = await post(f"livestock/{one}/withdraw-request", owner, **wish)
        await post(f"admin/removals/{removal}/reject", yard.admin, "admin", reason=SECRET, version=1)
        await post(f"livestock/{one}/withdraw-request", owner, **wish)
        await post(f"admin/livestock/{one}/sale-blocks", yard.admin, "admin", reason="dispute", note=SECRET)
        await yard.die(other)
        ask = {"amount": {"amount": "10.00", "currency": "USD"}, "statement": SECRET}
        claim = await post(f"livestock/{other}/insurance-claim", owner, **ask)
        await post(f"admin/insurance-claims/{claim}/reject", yard.admin, "admin", reason=SECRET)
        await post(f"livestock/{other}/insurance-claim", owner, **ask)
        return one

    return {owner: await live(owner) for owner in (ANNA, BORA)}


def deleted(user):
    return UserDeleted(user_id=user, aggregate_version=2, role="investor", status="deleted")


async def found(yard, owner, animal):
    """How often the secret is told of an owner, wherever it can be."""
    answers = [
        await yard.get("my-removals", owner),
        await yard.get("my-insurance-claims", owner),
        await yard.get(f"admin/livestock/{animal}/sale-blocks", yard.admin, "admin"),
    ]
    assert all(answer.is_success for answer in answers)
    return [answer.text.count(SECRET) for answer in answers]


async def test_what_was_written_of_a_person_goes_with_them_and_nothing_of_others(yard, rig, lives):
    assert [await found(yard, owner, animal) for owner, animal in lives.items()] == [[5, 3, 1]] * 2
    await rig.deliver(deleted(ANNA))
    await rig.deliver(deleted(ANNA))
    assert [await found(yard, owner, animal) for owner, animal in lives.items()] == [[0, 0, 0], [5, 3, 1]]


async def test_who_owned_what_stays_known(yard, rig, lives):
    before = await yard.history(lives[ANNA])
    await rig.deliver(deleted(ANNA))
    assert await yard.history(lives[ANNA]) == before
    assert before[-1]["owner_id"] == str(ANNA)


async def test_a_note_about_the_owner_before_stays(yard, rig, lives):
    animal = await yard.bought(BORA)
    block = await yard.add(f"livestock/{animal}/sale-blocks", reason="contest", note=SECRET)
    await rig.db.fetch("UPDATE sale_blocks SET cleared_at = now() WHERE id = $1", block)
    await yard.sell(animal, ANNA, seller=BORA)
    await rig.deliver(deleted(ANNA))
    assert (await found(yard, BORA, animal))[2] == 1


async def test_who_is_deleted_works_on_no_farm(yard, rig):
    await rig.deliver(deleted(yard.hand))
    staff = (await yard.get(f"admin/farms/{yard.farm_id}/staff", yard.admin, "admin")).json()
    assert staff["items"] == []
