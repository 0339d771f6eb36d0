"""Nobody judges their own animals: whoever owns one says nothing of it that counts, whatever their role."""

from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id

ANNA, BORA = new_id(), new_id()
PRICE = {"amount": "9.00", "currency": "USD"}
PARTICULARS = dict.fromkeys(["eid", "date_of_birth", "genetic_dam_id", "sire_id", "birth_dam_id"]) | {"version": 2}


def lamb():
    tag = f"L-{new_id()}"
    return {"sex": "female", "tag_number": tag, "unique_id_card": tag, "weight_kg": "4.00"}


def deeds(yard, there):
    """What one can say of an animal: method, path below the animal's, body."""
    now = clock.now().isoformat()
    death, birth = {"cause": "Bloat.", "died_at": now}, {"born_at": now, "offspring": [lamb()]}
    treated = {"record_type": "checkup"}
    price = {"price_per_kg": PRICE, "expected_price_per_kg": {"amount": "4.80", "currency": "USD"}, "reason": "Mine"}
    return {
        "weight": ("POST", "livestock/{}/weights", {"weight_kg": "63.00"}),
        "weight proposed": ("POST", "livestock/{}/weights/propose", {"weight_kg": "4999"}),
        "birth": ("POST", "livestock/{}/births", birth),
        "birth proposed": ("POST", "livestock/{}/births/propose", birth),
        "health": ("POST", "livestock/{}/health", treated),
        "health proposed": ("POST", "livestock/{}/health/propose", treated),
        "death": ("POST", "livestock/{}/death", death),
        "price": ("PUT", "admin/livestock/{}/price", price),
        "move": ("POST", "admin/livestock/{}/move", {"farm_id": there, "from_farm_id": yard.farm_id}),
        "particulars": ("PUT", "admin/livestock/{}/particulars", PARTICULARS),
        "particulars proposed": ("POST", "admin/livestock/{}/particulars/propose", PARTICULARS),
        "block": ("POST", "admin/livestock/{}/sale-blocks", {"reason": "other", "note": "Mine."}),
    }


@pytest.mark.parametrize("role", ["admin", "veterinarian", "farm_staff"])
async def test_whoever_owns_an_animal_says_nothing_of_it_that_counts(yard, rig, role):
    owner = await rig.is_known(new_id(), role=role, decides_from=clock.now())
    await yard.hire(owner)
    animal, there = await yard.bought(owner), await yard.add_farm("Karacabey")
    before = (await yard.get(f"livestock/{animal}", yard.admin, "admin")).json()
    for name, (method, path, body) in deeds(yard, there).items():
        answer = await yard.change(method, path.format(animal), body, user=owner, role=role)
        admitted = role == "admin" or not path.startswith("admin/")
        expected = "own_animal" if admitted else "forbidden"
        assert (answer.status_code, answer.json()["code"]) == (403, expected), (name, answer.text)
    assert (await yard.get(f"livestock/{animal}", yard.admin, "admin")).json() == before


async def test_others_say_all_of_it(yard, rig):
    there = await yard.add_farm("Karacabey")
    for name in deeds(yard, there):
        animal = await yard.bought(ANNA)
        method, path, body = deeds(yard, there)[name]
        if "particulars" in name:
            body = body | {"date_of_birth": "2024-03-01"}
        answer = await yard.change(method, path.format(animal), body)
        assert answer.is_success, (name, answer.text)


async def test_whoever_owned_an_animal_then_says_nothing_of_that_time(yard, rig):
    await yard.hire(ANNA)
    await rig.is_known(ANNA, role="farm_staff")
    animal, then = await yard.bought(ANNA), clock.now()
    clock.set_offset(timedelta(days=1))
    await yard.sell(animal, BORA, seller=ANNA)
    hand = {"user": ANNA, "role": "farm_staff"}
    for path, body in [
        ("weights", {"weight_kg": "63.00", "measured_at": then.isoformat()}),
        ("births", {"born_at": then.isoformat(), "offspring": [lamb()]}),
        ("health", {"record_type": "checkup", "occurred_at": then.isoformat()}),
        ("death", {"cause": "Bloat.", "died_at": then.isoformat()}),
    ]:
        answer = await yard.change("POST", f"livestock/{animal}/{path}", body, **hand)
        assert (answer.status_code, answer.json()["code"]) == (403, "own_animal"), path
    clock.set_offset(timedelta(days=2))
    assert (await yard.change("POST", f"livestock/{animal}/weights", {"weight_kg": "63.00"}, **hand)).is_success


async def test_nothing_is_entered_across_a_change_of_owner_by_one_person(yard, rig):
    animal, then = await yard.bought(ANNA), clock.now()
    clock.set_offset(timedelta(days=1))
    await yard.sell(animal, BORA, seller=ANNA)
    hand = {"user": yard.hand, "role": "farm_staff"}
    for path, body in [
        ("weights", {"weight_kg": "63.00", "measured_at": then.isoformat()}),
        ("births", {"born_at": then.isoformat(), "offspring": [lamb()]}),
        ("health", {"record_type": "checkup", "occurred_at": then.isoformat()}),
    ]:
        alone = await yard.change("POST", f"livestock/{animal}/{path}", body, **hand)
        assert (alone.status_code, alone.json()["why"]) == (409, ["changed_hands"]), path
        both = await yard.by_two(f"livestock/{animal}/{path}", body, **hand)
        assert both.status_code == 200, both.text
    dead = {"cause": "Bloat.", "died_at": then.isoformat()}
    refused = await yard.change("POST", f"livestock/{animal}/death", dead, **hand)
    assert (refused.status_code, refused.json()["code"]) == (409, "died_before_last_movement")


@pytest.mark.parametrize("kind", ["weights", "births", "health"])
async def test_who_owned_it_then_or_has_bought_it_since_approves_nothing(yard, rig, kind):
    animal, then = await yard.bought(ANNA), clock.now()
    clock.set_offset(timedelta(days=1))
    await yard.sell(animal, BORA, seller=ANNA)
    body = {
        "weights": {"weight_kg": "63.00", "measured_at": then.isoformat()},
        "births": {"born_at": then.isoformat(), "offspring": [lamb()]},
        "health": {"record_type": "checkup", "occurred_at": then.isoformat()},
    }[kind]
    hand, cara = {"user": yard.hand, "role": "farm_staff"}, new_id()
    proposed = await yard.change("POST", f"livestock/{animal}/{kind}/propose", body, **hand)
    assert proposed.status_code == 202, proposed.text
    await yard.sell(animal, cara, seller=BORA)
    for person, code in [(ANNA, "own_behalf"), (BORA, "own_behalf"), (cara, "own_animal")]:
        await rig.is_known(person, role="veterinarian")
        path = f"admin/farm/proposals/{proposed.json()['id']}/decision"
        answer = await yard.change("PUT", path, {"decision": "approved"}, user=person, role="veterinarian")
        assert (answer.status_code, answer.json()["code"]) == (403, code)
    hands = await yard.change("PUT", path, {"decision": "approved"}, **hand)
    assert hands.status_code == 403
    assert (await rig.decided(proposed)).status_code == 200


async def test_who_proposes_has_proved_just_now_who_they_are_and_counts(yard, rig):
    animal = await yard.bought(ANNA)
    body = {"weight_kg": "4999"}
    unknown = await yard.change("POST", f"livestock/{animal}/weights/propose", body, user=new_id(), role="veterinarian")
    assert (unknown.status_code, unknown.json()["code"]) == (403, "decision_does_not_count")
    hand = {"user": yard.hand, "role": "farm_staff"}
    proposed = await yard.change("POST", f"livestock/{animal}/weights/propose", body, **hand)
    await rig.is_known(yard.hand, role="farm_staff", status="deactivated")
    gone = await rig.decided(proposed)
    assert (gone.status_code, gone.json()["code"]) == (409, "proposer_gone")
    assert (await yard.get(f"livestock/{animal}")).json()["weight_kg"] == "62.50"


async def test_an_owner_ends_no_quarantine_of_the_farm_their_animal_is_in(yard, rig):
    vet = {"user": ANNA, "role": "veterinarian"}
    animal, path = await yard.bought(ANNA), f"staff/farms/{yard.farm_id}/quarantine"
    begun = await yard.change("POST", path, {"note": "Cough"}, **vet)
    end = {"quarantine_id": begun.json()["id"], "note": "Over"}
    refused = await yard.change("POST", f"{path}/end", end, **vet)
    assert (refused.status_code, refused.json()["code"]) == (403, "own_animal")
    other = await yard.change("POST", f"{path}/end", end | {"quarantine_id": str(animal)})
    assert (other.status_code, other.json()["code"]) == (409, "farm_not_in_quarantine")
    assert (await yard.change("POST", f"{path}/end", end)).status_code == 200


async def test_a_company_of_one_decides_alone_but_not_about_its_own_animals(company_of_one):
    yard = company_of_one
    animal = await yard.bought(ANNA)
    path = f"livestock/{animal}/weights/propose"
    done = await yard.change("POST", path, {"weight_kg": "90.00"})
    assert (done.status_code, done.json()["state"], done.json()["alone"]) == (202, "approved", True)
    assert (await yard.get(f"livestock/{animal}")).json()["weight_kg"] == "90.00"
    mine = await yard.bought(yard.admin)
    refused = await yard.change("POST", f"livestock/{mine}/weights/propose", {"weight_kg": "90.00"})
    assert (refused.status_code, refused.json()["code"]) == (403, "own_animal")
    birth = {"born_at": clock.now().isoformat(), "offspring": [lamb()]}
    recorded = (await yard.change("POST", f"livestock/{animal}/births", birth)).json()
    confirmed = await yard.change("POST", f"staff/births/{recorded['id']}/confirm")
    assert (confirmed.status_code, confirmed.json()["confirmed_by"]) == (200, str(yard.admin))
