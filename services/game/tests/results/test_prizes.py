"""Prizes: each is given once, withheld while something stands against it, and to nobody by mistake."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import RFC_4122, UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.invariants import PROVE
from amigok_contracts.game_contests import GameDeletionChecked
from amigok_contracts.game_results import (
    PRIZE,
    EntitlementCodeIssued,
    EntitlementGranted,
    PrizeAwarded,
    PrizeForfeited,
    PrizeRewardRequested,
    PrizeWithheld,
)
from amigok_contracts.identity import UserDeletionRequested
from amigok_contracts.money import Money
from amigok_contracts.payment import DisputeOpened, DisputeWon
from amigok_contracts.wallet import RewardPaid
from game.prizes import service as prizes
from game.prizes.ids import award_id
from services.game.tests.results.conftest import DAY, GAIN, Court, later

RICH = [{"first": 1, "last": 1, "kind": "cash", "amount": {"amount": "600.00", "currency": "EUR"}}]
ONE = [{"first": 1, "last": 1, "kind": "cash", "amount": {"amount": "100.00", "currency": "EUR"}}]


async def won(court: Court, **rules: Any) -> None:
    """A final result: entry 1 before 2 before 3."""
    await court.hold(GAIN, entries=4, **rules)
    for number, last in ((1, "57.00"), (2, "53.50"), (3, "52.00")):
        await court.weighed(number, "50.00", last)
    await court.completed()


async def pay(court: Court) -> None:
    """The wallet answers, twice."""
    for asked in await court.rig.events(PrizeRewardRequested):
        paid = RewardPaid(
            purpose=PRIZE,
            reference_id=asked.reference_id,
            transfer_id=new_id(),
            payee_id=asked.payee_id,
            amount=asked.amount,
        )
        await court.rig.deliver(paid, paid)


async def states(court: Court) -> list[tuple[int, str, str, str | None]]:
    return [(each["rank"], each["kind"], each["state"], each["reason"]) for each in await court.awards()]


async def test_winners_get_what_the_rules_say_once(court: Court) -> None:
    await won(court)
    for _ in range(3):
        await court.ended()
        await court.rig.run_task("give_prize")
        await pay(court)
    asked = await court.rig.events(PrizeRewardRequested)
    assert [(each.payee_id, str(each.amount), each.rank) for each in sorted(asked, key=lambda each: each.rank)] == [
        (court.owners[0], "100.00 EUR", 1),
        (court.owners[1], "20.01 EUR", 2),
        (court.owners[2], "20.01 EUR", 3),
    ]
    assert len(await court.rig.events(PrizeAwarded)) == 6
    assert len(await court.rig.events(EntitlementGranted)) == 3
    assert {(kind, state) for _, kind, state, _ in await states(court)} == {
        ("cash", "paid"),
        ("free_service", "granted"),
    }
    await court.rig.run_job(PROVE)
    assert (await court.rig.db.fetch("SELECT found FROM scheduled_jobs WHERE name = $1", PROVE))[0][0] == 0


async def test_who_is_killed_while_giving_prizes_has_given_none_twice(court: Court) -> None:
    await won(court)
    [first, *_] = await court.rig.db.fetch("SELECT id FROM awards ORDER BY rank, kind")
    for _ in range(2):  # the lease has ended, so that two workers do the same
        async with court.rig.db.unit_of_work() as db:
            await prizes.give(db, first["id"])
        await court.rig.db.fetch("UPDATE awards SET due_at = $1 WHERE state = 'due'", clock.now())
    await court.rig.run_task("give_prize")
    assert len(await court.rig.events(PrizeRewardRequested)) == 3


async def test_those_who_share_a_rank_share_the_prizes(court: Court) -> None:
    await court.hold(GAIN, entries=3, prizes=[*ONE, {**ONE[0], "first": 2, "last": 2}])
    for number, last in ((1, "57.00"), (2, "57.00"), (3, "52.00")):
        await court.weighed(number, "50.00", last)
    await court.completed()
    assert sum(each["amount"] for each in await court.awards()) == 20_000
    assert {each["rank"] for each in await court.awards()} == {1}


async def test_nobody_gets_money_before_they_are_verified_and_what_is_not_claimed_is_nobodys(court: Court) -> None:
    await court.hold(GAIN, entries=2, prizes=ONE, unclaimed_days=30)
    await court.weighed(1, "50.00", "57.00")
    await court.rig.is_known(court.owners[0], kyc="pending")
    await court.completed()
    await court.rig.run_task("give_prize")
    await court.rig.run_task("give_prize")
    assert await states(court) == [(1, "cash", "withheld", "not_verified")]
    assert [each.reason for each in await court.rig.events(PrizeWithheld)] == ["not_verified"]
    later(30 * DAY)
    await court.rig.run_task("give_prize")
    assert await states(court) == [(1, "cash", "forfeited", "not_verified")]
    assert len(await court.rig.events(PrizeForfeited)) == 1
    assert await court.rig.events(PrizeRewardRequested) == []


async def test_nobody_is_deleted_while_a_prize_is_on_its_way_to_them(court: Court) -> None:
    await won(court, prizes=ONE)
    await court.rig.run_task("give_prize")
    asked = UserDeletionRequested(user_id=court.owners[0], request_id=new_id())
    await court.rig.deliver(asked)
    await pay(court)
    await court.rig.deliver(asked)
    assert [each.obstacles for each in await court.rig.events(GameDeletionChecked)] == [("prizes",), ()]


async def test_a_prize_waits_until_a_dispute_is_won(court: Court) -> None:
    await court.hold(GAIN, entries=2, prizes=ONE)
    await court.weighed(1, "50.00", "57.00")
    amount = Money.of_minor(1_000, "EUR")
    told: dict[str, Any] = {
        "dispute_id": new_id(),
        "payment_id": new_id(),
        "user_id": court.owners[0],
        "amount": amount,
        "paid": amount,
        "provider": "stripe",
        "order_id": None,
        "livestock_id": None,
    }
    await court.rig.deliver(DisputeOpened(**told, aggregate_version=1))
    await court.completed()
    await court.rig.run_task("give_prize")
    assert await states(court) == [(1, "cash", "withheld", "fee_disputed")]
    await court.rig.deliver(DisputeWon(**told, aggregate_version=2), DisputeOpened(**told, aggregate_version=1))
    later(timedelta(hours=1))
    await court.rig.run_task("give_prize")
    assert await states(court) == [(1, "cash", "requested", None)]


async def test_who_is_deleted_or_disqualified_gets_nothing(court: Court) -> None:
    await won(court, prizes=[{**ONE[0], "last": 2}])
    await court.rig.is_known(court.owners[0], status="deleted")
    await court.rig.db.fetch("UPDATE entries SET state = 'disqualified', reason = 'x' WHERE id = $1", court.entries[1])
    await court.rig.run_task("give_prize")
    assert await states(court) == [
        (1, "cash", "forfeited", "account_deleted"),
        (2, "cash", "forfeited", "disqualified"),
    ]


async def distribute(court: Court, **who: Any) -> Any:
    return await court.as_admin("POST", f"admin/contests/{court.contest_id}/distribute-prizes", **who)


async def test_two_administrators_agree_to_large_prizes(court: Court) -> None:
    await won(court, prizes=RICH)
    await court.rig.run_task("give_prize")
    assert await states(court) == [(1, "cash", "agreeing", None)]
    answer = await distribute(court)
    assert answer.status_code == 200, answer.text
    proposal = answer.json()["proposal"]
    path = f"admin/game/proposals/{proposal['id']}/decision"
    own = await court.as_admin("PUT", path, {"decision": "approved"})
    assert own.json()["code"] == "own_proposal"
    other = await court.rig.administrator()
    assert (await court.as_admin("PUT", path, {"decision": "approved"}, user=other)).status_code == 200
    await court.rig.run_task("give_prize")
    assert len(await court.rig.events(PrizeRewardRequested)) == 1
    assert (await distribute(court)).json()["proposal"] is None


async def test_a_winner_does_not_propose_their_own_prize(court: Court) -> None:
    await won(court, prizes=RICH)
    await court.rig.is_known(court.owners[0], role="admin", kyc="approved")
    assert (await distribute(court, user=court.owners[0])).json()["code"] == "own_behalf"


async def test_prizes_are_given_ahead_of_the_clock_when_appeals_are_over_and_not_before(court: Court) -> None:
    await court.hold(GAIN, entries=2, prizes=ONE)
    await court.weighed(1, "50.00", "57.00")
    assert (await distribute(court)).json()["code"] == "not_final"
    await court.announced()
    assert (await distribute(court)).json()["code"] == "not_final"
    later(3 * DAY)
    answer = await distribute(court)
    assert (answer.status_code, answer.json()["due"]) == (200, 1)
    await court.rig.run_task("give_prize")
    assert len(await court.rig.events(PrizeRewardRequested)) == 1


async def test_a_cancelled_contest_gives_nothing(court: Court) -> None:
    await court.hold(GAIN, entries=2, prizes=ONE)
    await court.weighed(1, "50.00", "57.00")
    gone = await court.as_admin("DELETE", f"admin/contests/{court.contest_id}?version=1")
    assert gone.status_code in (200, 204), gone.text
    later(5 * DAY)
    await court.ended()
    assert (await distribute(court)).json()["code"] == "not_final"
    assert await court.awards() == []


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 4_000_000_000), st.uuids(), st.uuids())
def test_the_id_of_a_prize_follows_from_what_was_won_and_sorts_by_time(seconds: int, one: UUID, other: UUID) -> None:
    at = datetime.fromtimestamp(seconds, UTC)
    found = award_id(at, one, 1, other, 0)
    assert (found.version, found.variant) == (7, RFC_4122)
    assert found == award_id(at, one, 1, other, 0)
    assert len({found, award_id(at, one, 2, other, 0), award_id(at, one, 1, other, 1)}) == 3
    assert found < award_id(at + timedelta(milliseconds=2), one, 1, other, 0)


async def test_the_code_of_an_entitlement_is_shown_to_its_owner_and_replaced_when_it_was_lost(court: Court) -> None:
    await won(court)
    await court.rig.run_task("give_prize")
    mine = (await court.call("GET", "my-contests/prizes", user=court.owners[0])).json()["items"]
    [prize] = [each for each in mine if each["state"] == "granted"]
    path = f"my-contests/prizes/{prize['id']}/code"
    assert (await court.call("POST", path, user=court.owners[1])).json()["code"] == "prize_not_found"
    codes = [(await court.call("POST", path, user=court.owners[0])).json()["code"] for _ in range(2)]
    issued = [each.code_digest for each in await court.rig.events(EntitlementCodeIssued)]
    assert issued == [sha256(code.encode()).hexdigest() for code in codes]
    [kept] = await court.rig.db.fetch("SELECT * FROM entitlements WHERE id = $1", UUID(prize["id"]))
    assert kept["code_digest"] == issued[1]
    assert not any(code in str(kept) for code in codes)
