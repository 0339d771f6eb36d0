"""Owners choose for their own animals only, one package at a time, and know before what it costs."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.feed import FeedDeletionChecked, PeriodHoldRequested, PeriodSettled, SubscriptionEnded
from amigok_contracts.identity import UserDeletionRequested
from services.feed.tests.herds import BASIC, a_farm, a_package, an_animal, dies, is_moved, is_sold, subscribed
from services.feed.tests.money import Wallet
from services.feed.tests.test_billing import a_herd, logs, meals, moves

MONTH = {"amount": "58.00", "currency": "USD"}


async def choose(rig: Rig, subscription: dict[str, Any], choice: str, *, user: UUID, **body: Any) -> Any:
    path = f"/api/v1/subscriptions/{subscription['id']}/{choice}"
    body.setdefault("version", subscription["version"])
    return await rig.request("POST", path, user=user, json=body)


async def test_of_two_subscriptions_at_once_one_is_made_and_one_price_is_held(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    path = f"/api/v1/livestock/{animal}/feed-packages/{package['id']}/subscribe"
    wish = {"cycle": "monthly", "price": MONTH}
    answers = await asyncio.gather(*(rig.request("POST", path, user=owner, json=wish) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [202] + [409] * 5
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"feed_already_subscribed"}
    assert len(await rig.events(PeriodHoldRequested)) == 1


async def test_a_request_that_is_sent_again_subscribes_once(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    path = f"/api/v1/livestock/{animal}/feed-packages/{package['id']}/subscribe"
    wish, headers = {"cycle": "monthly", "price": MONTH}, {"Idempotency-Key": "one-and-the-same"}
    answers = [await rig.request("POST", path, user=owner, json=wish, headers=headers) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [202, 202]
    assert answers[0].json()["id"] == answers[1].json()["id"]
    assert len(await rig.events(PeriodHoldRequested)) == 1


async def test_cancelling_while_the_period_ends_settles_it_once(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    subscription = await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    await wallet.answers()
    [first, _] = await meals(rig, animal)
    await logs(rig, animal, at=first["due_at"])
    clock.set_offset(clock.offset() + timedelta(days=1, minutes=1))
    cancelled, *_ = await asyncio.gather(
        choose(rig, subscription, "cancel", user=owner, when="now"),
        rig.run_task("end_all_due"),
        rig.run_task("end_all_due"),
    )
    assert cancelled.status_code == 200, cancelled.text
    await wallet.answers()
    periods = await rig.db.fetch("SELECT state, charged_minor FROM periods ORDER BY id")
    assert [period["state"] for period in periods] == ["settled"] * len(periods)
    assert sum(period["charged_minor"] for period in periods) == first["price_minor"] == sum(wallet.captured.values())
    assert not wallet.held


@pytest.mark.parametrize("which", ["stranger", "other_animal"])
async def test_nobody_subscribes_for_an_animal_of_somebody_else(rig: Rig, wallet: Wallet, which: str) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    animal = animal if which == "stranger" else uuid4()
    path = f"/api/v1/livestock/{animal}/feed-packages/{package['id']}/subscribe"
    user = uuid4() if which == "stranger" else owner
    answer = await rig.request("POST", path, user=user, json={"cycle": "monthly", "price": MONTH})
    assert (answer.status_code, answer.json()["code"]) == (404, "livestock_not_found")


async def test_a_package_is_for_animals_that_it_suits_at_the_price_that_was_seen(rig: Rig, wallet: Wallet) -> None:
    owner, animal, _ = await a_herd(rig, wallet)
    lambs = await a_package(rig, name="Lambs", most_age_days=90, most_weight_kg="20.00")
    path = f"/api/v1/livestock/{animal}/feed-packages/{{}}/subscribe"
    refused = await rig.request("POST", path.format(lambs["id"]), user=owner, json={"cycle": "monthly", "price": MONTH})
    assert (refused.json()["code"], refused.json()["reasons"]) == ("feed_package_unsuitable", ["age", "weight"])
    ewes = await a_package(rig, name="Ewes")
    cheap = {"cycle": "monthly", "price": {"amount": "1.00", "currency": "USD"}}
    changed = await rig.request("POST", path.format(ewes["id"]), user=owner, json=cheap)
    assert (changed.json()["code"], changed.json()["price"]) == ("feed_price_changed", MONTH)
    euros = {"cycle": "monthly", "price": {"amount": "58.00", "currency": "EUR"}}
    missing = await rig.request("POST", path.format(ewes["id"]), user=owner, json=euros)
    assert missing.json()["code"] == "feed_price_missing"


async def test_whoever_is_shut_out_or_has_no_such_animal_any_more_subscribes_to_nothing(
    rig: Rig, wallet: Wallet
) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    path = f"/api/v1/livestock/{animal}/feed-packages/{package['id']}/subscribe"
    await rig.is_known(owner, status="deactivated")
    shut_out = await rig.request("POST", path, user=owner, json={"cycle": "monthly", "price": MONTH})
    assert shut_out.json()["code"] == "account_inactive"
    await rig.is_known(owner)
    await dies(rig, animal, owner_id=owner)
    gone = await rig.request("POST", path, user=owner, json={"cycle": "monthly", "price": MONTH})
    assert gone.json()["code"] == "livestock_not_found"


async def test_a_preview_says_what_an_upgrade_then_costs(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    better = await a_package(rig, name="Better", package_type="premium")
    subscription = await subscribed(rig, owner=owner, animal=animal, package=package)
    await wallet.answers()
    [first, *_] = await meals(rig, animal)
    clock.set_offset(first["due_at"] - clock.now() + clock.offset() + timedelta(minutes=5))
    await logs(rig, animal, at=first["due_at"])
    path = f"/api/v1/subscriptions/{subscription['id']}/preview?choice=upgrade&package_id={better['id']}"
    seen = (await rig.request("GET", path, user=owner)).json()
    assert [seen[name]["amount"] for name in ("charged", "released", "held")] == ["1.00", "13.00", "14.00"]
    body = {"package_id": better["id"], "price": seen["held"]}
    upgraded = await choose(rig, subscription, "upgrade", user=owner, **body)
    assert upgraded.status_code == 202, upgraded.text
    stale = await choose(rig, subscription, "upgrade", user=owner, **body)
    assert (stale.status_code, stale.json()["code"]) == (409, "version_conflict")
    await wallet.answers()
    assert list(wallet.captured.values()) == [100]
    assert list(wallet.held.values()) == [1400]


async def test_a_downgrade_and_a_cancellation_wait_for_the_end_and_can_be_taken_back(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    plain = await a_package(rig, name="Plain", package_type="basic")
    now = await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    await wallet.answers()
    [price] = plain["current"]["prices"]["daily"]
    now = (await choose(rig, now, "cancel", user=owner, when="period_end")).json()
    assert now["cancel_at_end"]
    now = (await choose(rig, now, "keep", user=owner)).json()
    assert not now["cancel_at_end"]
    assert (await choose(rig, now, "keep", user=owner)).json()["code"] == "feed_nothing_to_keep"
    now = (await choose(rig, now, "downgrade", user=owner, package_id=plain["id"], price=price)).json()
    assert (now["package_id"], now["next_package_id"]) == (package["id"], plain["id"])
    await moves(rig, timedelta(days=1, minutes=1))
    now = (await rig.request("GET", f"/api/v1/subscriptions/{now['id']}", user=owner)).json()
    assert (now["package_id"], now["next_package_id"]) == (plain["id"], None)
    await choose(rig, now, "cancel", user=owner, when="period_end")
    await moves(rig, timedelta(days=1, minutes=1))
    now = (await rig.request("GET", f"/api/v1/subscriptions/{now['id']}", user=owner)).json()
    assert (now["state"], now["periods"]) == ("cancelled", [])


async def test_running_periods_keep_their_price_and_the_next_has_the_new_one(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    body = {"version": 1, "daily": [{"amount": "3.00", "currency": "USD"}]}
    path = f"/api/v1/admin/feed-packages/{package['id']}/pricing"
    answer = await rig.request("PUT", path, user=new_id(), role="admin", json=body)
    assert answer.status_code == 200, answer.text
    stale = await rig.request("PUT", path, user=new_id(), role="admin", json=body)
    assert (stale.json()["code"], stale.json()["version"]) == ("version_conflict", 2)
    await moves(rig, timedelta(days=1, minutes=1))
    asked = await rig.events(PeriodHoldRequested)
    assert [each.amount.minor for each in asked] == [201, 300]
    assert [entry["action"] for entry in await rig.told()] == ["feed_package.added", "feed_package.priced"]


async def test_a_used_package_is_retired_and_goes_on_for_those_who_have_it(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    unused = await a_package(rig, name="Unused")
    for each in (package, unused):
        answer = await rig.request("DELETE", f"/api/v1/admin/feed-packages/{each['id']}", user=new_id(), role="admin")
        assert answer.status_code == 204
    read = [await rig.request("GET", f"/api/v1/feed-packages/{each['id']}") for each in (package, unused)]
    assert [answer.status_code for answer in read] == [200, 404]
    assert read[0].json()["retired_at"]
    await moves(rig, timedelta(days=1, minutes=1))
    assert len(await rig.events(PeriodHoldRequested)) == 2


async def test_a_hold_that_is_placed_after_the_death_is_settled_by_what_was_fed(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package)
    [first, *_] = await meals(rig, animal)
    clock.set_offset(first["due_at"] - clock.now() + clock.offset() + timedelta(minutes=5))
    await logs(rig, animal, at=first["due_at"])
    await dies(rig, animal, owner_id=owner)
    assert await rig.events(PeriodSettled) == []
    await wallet.answers()
    assert list(wallet.captured.values()) == [first["price_minor"]]
    assert len(await rig.events(PeriodSettled)) == 1


async def test_the_buyer_begins_with_no_subscription(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package)
    buyer = uuid4()
    await is_sold(rig, animal, by=owner, to=buyer)
    [ended] = await rig.events(SubscriptionEnded)
    assert ended.reason == "sold"
    assert (await rig.request("GET", "/api/v1/my-feed-subscriptions", user=buyer)).json()["items"] == []
    await wallet.answers()
    assert wallet.available[owner] == 10_000
    await wallet.deposits(buyer, 5_000)
    assert (await subscribed(rig, owner=buyer, animal=animal, package=package))["state"] == "active"


async def test_a_deleted_owner_has_to_wait_for_what_is_not_settled(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package)
    await wallet.answers()
    [first, *_] = await meals(rig, animal)
    clock.set_offset(first["due_at"] - clock.now() + clock.offset() + timedelta(minutes=5))
    await logs(rig, animal, at=first["due_at"])
    await rig.deliver(UserDeletionRequested(request_id=uuid4(), user_id=owner))
    await wallet.answers()
    await rig.deliver(UserDeletionRequested(request_id=uuid4(), user_id=owner))
    first_answer, second_answer = await rig.events(FeedDeletionChecked)
    assert (first_answer.obstacles, second_answer.obstacles) == (("feed",), ())


async def read(rig: Rig, subscription: dict[str, Any], owner: UUID) -> dict[str, Any]:
    answer = await rig.request("GET", f"/api/v1/subscriptions/{subscription['id']}", user=owner)
    found: dict[str, Any] = answer.json()
    return found


async def test_who_resumes_names_the_price_that_they_saw(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    made = await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    await wallet.answers()
    paused = (await choose(rig, made, "pause", user=owner)).json()
    dear = {"version": 1, "daily": [{"amount": "3.00", "currency": "USD"}]}
    pricing = f"/api/v1/admin/feed-packages/{package['id']}/pricing"
    assert (await rig.request("PUT", pricing, user=new_id(), role="admin", json=dear)).status_code == 200
    refused = await choose(rig, paused, "resume", user=owner, price={"amount": "2.01", "currency": "USD"})
    assert (refused.status_code, refused.json()["code"]) == (409, "feed_price_changed")
    await rig.request("DELETE", f"/api/v1/admin/feed-packages/{package['id']}", user=new_id(), role="admin")
    path = f"/api/v1/subscriptions/{made['id']}/preview?choice=resume"
    seen = (await rig.request("GET", path, user=owner)).json()
    assert seen["held"] == dear["daily"][0]
    assert (await choose(rig, paused, "resume", user=owner, price=seen["held"])).status_code == 202


async def test_a_paused_animal_that_moved_is_fed_by_the_clock_of_its_new_farm(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    made = await subscribed(rig, owner=owner, animal=animal, package=package)
    await wallet.answers()
    paused = (await choose(rig, made, "pause", user=owner)).json()
    await is_moved(rig, animal, source=uuid4(), to=await a_farm(rig, time_zone="America/New_York"))
    [price] = package["current"]["prices"]["weekly"]
    resumed = await choose(rig, paused, "resume", user=owner, price=price)
    assert resumed.json()["time_zone"] == "America/New_York"


async def test_a_package_that_the_new_farm_does_not_give_ends(rig: Rig, wallet: Wallet) -> None:
    owner, farm = uuid4(), await a_farm(rig)
    animal = await an_animal(rig, farm_id=farm, owner_id=owner)
    await wallet.deposits(owner, 10_000)
    local = await a_package(rig, farm_ids=[str(farm)])
    made = await subscribed(rig, owner=owner, animal=animal, package=local)
    await wallet.answers()
    await is_moved(rig, animal, source=farm, to=await a_farm(rig))
    await wallet.answers()
    now = await read(rig, made, owner)
    assert (now["state"], now["end_reason"], now["periods"]) == ("ended", "package_unsuitable", [])
    assert wallet.available[owner] == 10_000


async def test_an_unpaid_animal_that_moves_is_planned_each_meal_once(rig: Rig, wallet: Wallet) -> None:
    owner, farm, other = uuid4(), await a_farm(rig), await a_farm(rig)
    animal = await an_animal(rig, farm_id=farm, owner_id=owner)
    await a_package(rig, **BASIC | {"meal_times": [f"{hour:02}:00" for hour in range(0, 24, 2)]})
    await subscribed(rig, owner=owner, animal=animal, package=await a_package(rig))
    await wallet.answers()
    await moves(rig, timedelta(hours=5))
    await is_moved(rig, animal, source=farm, to=other)
    await wallet.answers()
    for _ in range(3):
        await moves(rig, timedelta(days=1, minutes=1))
        await wallet.answers()
    rows = await rig.db.fetch("SELECT due_at FROM meals WHERE livestock_id = $1 AND state <> 'void'", animal)
    due = [row["due_at"] for row in rows]
    assert len(due) > 36
    assert len(set(due)) == len(due)


async def test_a_price_that_the_wallet_never_answered_for_is_asked_for_again(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet, money=0)
    made = await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    await wallet.answers()
    await moves(rig, timedelta(days=8))
    await wallet.deposits(owner, 5_000)
    await moves(rig, timedelta(minutes=2))
    await moves(rig, timedelta(days=2))
    await wallet.answers()
    await moves(rig, timedelta(minutes=2))
    await wallet.answers()
    assert (await read(rig, made, owner))["state"] == "active"


async def test_a_former_owner_learns_nothing_of_the_animal_from_an_old_subscription(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    made = await subscribed(rig, owner=owner, animal=animal, package=package)
    lambs = await a_package(rig, name="Lambs", most_weight_kg="20.00")
    await is_sold(rig, animal, by=owner, to=uuid4())
    path = f"/api/v1/subscriptions/{made['id']}/preview?choice=upgrade&package_id={lambs['id']}"
    answer = await rig.request("GET", path, user=owner)
    assert (answer.status_code, "reasons" in answer.json()) == (409, False)
