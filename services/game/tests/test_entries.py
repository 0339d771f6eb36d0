"""Who enters a contest, what it costs them, and what happens when they lose the animal."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.invariants import Agrees
from amigok_chassis.metrics import STUCK
from amigok_contracts import Money
from amigok_contracts.farm import LivestockOwnershipTransferred
from amigok_contracts.game_contests import (
    REFUND,
    EntryAdmitted,
    EntryCaptureRequested,
    EntryHoldRequested,
    EntryLost,
    EntryRefundRequested,
    EntryRefused,
    EntryReleaseRequested,
    EntrySaleBlocked,
    EntrySaleBlockEnded,
    EntryWithdrawn,
    GameDeletionChecked,
)
from amigok_contracts.identity import UserDeletionRequested
from amigok_contracts.wallet import HoldReleased, RewardPaid
from game.results import service as results
from services.game.tests.shows import DAY, Show, captured, placed, refused

FEE = {"entry_fee": {"amount": "5.00", "currency": "EUR"}}
CASH = {"prizes": [{"first": 1, "last": 3, "kind": "cash", "amount": {"amount": "50.00", "currency": "EUR"}}]}


async def announced(show: Show, contest: dict[str, Any]) -> None:
    async with show.rig.db.unit_of_work() as db:
        await results.announce(db, UUID(contest["id"]))


async def test_a_fee_is_held_when_one_enters_and_taken_when_the_contest_starts(show: Show) -> None:
    contest = await show.contest(**FEE)
    entry = await show.entered(contest)
    assert (entry["state"], entry["fee_state"]) == ("registered", "asked")
    [asked] = await show.rig.events(EntryHoldRequested)
    assert (asked.payer_id, str(asked.amount), asked.assurance is not None) == (entry["owner_id"], "5.00 EUR", True)
    await show.rig.deliver(placed(asked), placed(asked))
    assert (await show.entry(entry["id"]))["state"] == "admitted"
    assert len(await show.rig.events(EntryAdmitted)) == 1
    await show.started(contest)
    [taken] = await show.rig.events(EntryCaptureRequested)
    assert [(str(share.amount), share.fee) for share in taken.shares] == [("5.00 EUR", "entry")]
    await show.rig.deliver(captured(asked), captured(asked))
    after = await show.entry(entry["id"])
    assert (after["state"], after["fee_state"]) == ("competing", "captured")


async def test_who_cannot_pay_or_withdraws_or_is_not_held_in_time_takes_no_part_and_pays_nothing(show: Show) -> None:
    contest = await show.contest(**FEE)
    entries = [await show.entered(contest) for _ in range(4)]
    poor, fickle, late, good = await show.rig.events(EntryHoldRequested)
    await show.rig.deliver(refused(poor), placed(fickle), placed(good))
    path = f"/contests/{contest['id']}/entries/{fickle.reference_id}/withdraw"
    assert (await show.ask("POST", path, by=late.payer_id)).json()["code"] == "entry_not_found"
    assert (await show.ask("POST", path, by=fickle.payer_id)).json()["state"] == "withdrawn"
    assert (await show.ask("POST", path, by=fickle.payer_id)).json()["code"] == "wrong_state"
    await show.started(contest)
    await show.rig.deliver(placed(late))
    rows = [await show.entry(entry["id"]) for entry in entries]
    assert [(row["state"], row["reason"], row["fee_state"]) for row in rows] == [
        ("refused", "insufficient_funds", "refused"),
        ("withdrawn", "withdrawn", "released"),
        ("refused", "not_held", "released"),
        ("competing", None, "capturing"),
    ]
    released = [each.reference_id for each in await show.rig.events(EntryReleaseRequested)]
    assert released == [fickle.reference_id, late.reference_id]
    assert (await show.read(contest))["places_taken"] == 1


async def test_fees_come_back_when_a_contest_is_cancelled_also_those_that_were_taken(show: Show) -> None:
    contest = await show.contest(**FEE)
    entries = [await show.entered(contest) for _ in range(2)]
    first, second = await show.rig.events(EntryHoldRequested)
    await show.rig.deliver(placed(first), placed(second))
    await show.started(contest)
    await show.rig.deliver(captured(first))
    assert (await show.ask("DELETE", f"/admin/contests/{contest['id']}", version=1)).status_code == 204
    await show.rig.deliver(captured(second))
    asked = await show.rig.events(EntryRefundRequested)
    assert [(each.purpose, each.payee_id) for each in asked] == [
        (REFUND, first.payer_id),
        (REFUND, second.payer_id),
    ]
    for each in asked:
        about = {"reference_id": each.reference_id, "payee_id": each.payee_id, "amount": each.amount}
        await show.rig.deliver(RewardPaid(purpose=REFUND, transfer_id=new_id(), **about))
    rows = [await show.entry(entry["id"]) for entry in entries]
    assert [(row["state"], row["fee_state"]) for row in rows] == [("cancelled", "refunded")] * 2
    facts = {each.name: each.sql for each in show.rig.service.invariants if isinstance(each, Agrees)}
    repaid = await show.rig.db.fetch(facts["entry_refund.rewarded"])
    assert {(row["id"], row["payee_id"], row["currency"], row["minor_units"]) for row in repaid} == {
        (each.reference_id, each.payee_id, each.amount.currency, each.amount.minor) for each in asked
    }
    await show.rig.run_job("prove_invariants")
    assert (await show.rig.db.fetch("SELECT found FROM scheduled_jobs WHERE name = 'prove_invariants'"))[0][0] == 0


async def test_a_hold_that_expires_before_the_start_ends_the_entry(show: Show) -> None:
    contest = await show.contest(**FEE)
    entry = await show.entered(contest)
    [asked] = await show.rig.events(EntryHoldRequested)
    about = {"purpose": asked.purpose, "reference_id": asked.reference_id, "payer_id": asked.payer_id}
    gone = HoldReleased(hold_id=new_id(), amount=asked.amount, reason="expired", **about)
    await show.rig.deliver(placed(asked), gone, gone)
    assert (await show.entry(entry["id"]))["reason"] == "fee_expired"
    assert len(await show.rig.events(EntryRefused)) == 1


@pytest.mark.parametrize(
    ("eligibility", "why"),
    [
        ({"sex": "male"}, ["sex"]),
        ({"most_age_days": 100}, ["age"]),
        ({"least_kg": "40.01"}, ["weight"]),
        ({"owned_days": 101}, ["owned_days"]),
        ({"kyc": True}, ["kyc"]),
        ({"sex": "female", "least_kg": "40", "owned_days": 100, "least_age_days": 365}, []),
    ],
)
async def test_rules_as_data_say_who_may_enter(show: Show, eligibility: dict[str, Any], why: list[str]) -> None:
    contest = await show.contest(**show.terms(eligibility=eligibility))
    owner = await show.rig.is_known(new_id())
    answer = await show.enter(contest, owner, await show.animal(owner))
    assert answer.json().get("reasons", []) == why


async def test_contests_with_cash_prizes_are_for_verified_persons_also_when_they_start(show: Show) -> None:
    contest = await show.contest(**CASH)
    stranger = await show.rig.is_known(new_id(), kyc="pending")
    answer = await show.enter(contest, stranger, await show.animal(stranger))
    assert (answer.status_code, answer.json()["reasons"]) == (409, ["kyc"])
    entries = [await show.entered(contest) for _ in range(3)]
    await show.rig.is_known(entries[0]["owner_id"], kyc="rejected")
    await show.rig.is_known(entries[1]["owner_id"], kyc="approved", status="deactivated")
    await show.started(contest)
    rows = [await show.entry(entry["id"]) for entry in entries]
    assert [row["reason"] for row in rows] == ["kyc_needed", "account_inactive", None]


async def test_one_enters_ones_own_live_animal_once_in_time_and_not_too_many(show: Show) -> None:
    contest = await show.contest(**show.terms(places=2))
    owner, other = await show.rig.is_known(new_id()), await show.rig.is_known(new_id())
    animal, second = await show.animal(owner), await show.animal(owner)
    assert (await show.enter(contest, other, animal)).json()["code"] == "livestock_not_found"
    assert (await show.enter(contest, owner, animal)).status_code == 201
    assert (await show.enter(contest, owner, second)).json()["code"] == "too_many_entries"
    await show.entered(contest)
    assert (await show.enter(contest, other, await show.animal(other))).json()["code"] == "no_place_left"
    shut_out = await show.rig.is_known(new_id(), status="deactivated")
    assert (await show.enter(contest, shut_out, await show.animal(shut_out))).json()["code"] == "account_inactive"
    mine = (await show.ask("GET", "/my-contests", by=owner)).json()["items"]
    assert [(each["contest_title"], each["state"]) for each in mine] == [(contest["title"], "admitted")]
    clock.set_offset(DAY)
    assert (await show.enter(contest, other, await show.animal(other))).json()["code"] == "registration_closed"


async def test_an_animal_is_in_a_contest_once_also_after_it_was_withdrawn(show: Show) -> None:
    contest = await show.contest(**show.terms(entries_per_user=5))
    entry = await show.entered(contest)
    again = await show.enter(contest, entry["owner_id"], entry["livestock_id"])
    assert again.json()["code"] == "already_entered"
    path = f"/contests/{contest['id']}/entries/{entry['id']}/withdraw"
    assert (await show.ask("POST", path, by=entry["owner_id"])).status_code == 200
    assert (await show.enter(contest, entry["owner_id"], entry["livestock_id"])).status_code == 201


async def test_administrators_admit_entries_where_the_rules_say_so_but_never_their_own(show: Show) -> None:
    contest = await show.contest(**show.terms(admission="by_hand"), **FEE)
    entries = [await show.entered(contest), await show.entered(contest), await show.entered(contest, show.admin)]
    holds = await show.rig.events(EntryHoldRequested)
    path = f"/admin/contests/{contest['id']}/participants"
    chief = await show.rig.administrator()
    assert (await show.ask("POST", f"{path}/{entries[2]['id']}/admit")).json()["code"] == "own_animal"
    assert (await show.ask("POST", f"{path}/{entries[0]['id']}/admit")).json()["code"] == "own_animal"
    show.admin = chief
    assert (await show.ask("POST", f"{path}/{entries[0]['id']}/admit")).json()["code"] == "fee_pending"
    await show.rig.deliver(*map(placed, holds))
    assert (await show.ask("POST", f"{path}/{entries[0]['id']}/admit")).json()["state"] == "admitted"
    assert (await show.ask("POST", f"{path}/{entries[1]['id']}/refuse")).json()["fee_state"] == "released"
    assert (await show.started(contest))["places_taken"] == 1
    listed = (await show.ask("GET", path, state="refused")).json()["items"]
    assert [each["reason"] for each in listed] == ["not_admitted"] * 2


async def test_before_the_start_an_entry_leaves_with_its_animal(show: Show) -> None:
    contest = await show.contest(**FEE)
    sold, dead = await show.entered(contest), await show.entered(contest)
    await show.rig.deliver(*map(placed, await show.rig.events(EntryHoldRequested)))
    await show.sells(sold)
    await show.dies(dead)
    gone = await show.rig.events(EntryWithdrawn)
    assert [(str(each.entry_id), each.reason) for each in gone] == [(sold["id"], "sold"), (dead["id"], "died")]
    assert len(await show.rig.events(EntryReleaseRequested)) == 2
    assert (await show.read(contest))["places_taken"] == 0


async def test_a_running_contest_keeps_its_animals_from_being_sold_if_its_rules_say_so(show: Show) -> None:
    contest = await show.contest(**show.terms(forbids_sale=True))
    entries = [await show.entered(contest) for _ in range(3)]
    await show.started(contest)
    blocks = await show.rig.events(EntrySaleBlocked)
    assert {str(each.source_id) for each in blocks} == {entry["id"] for entry in entries}
    assert {(each.block_reason, each.owner_id is not None) for each in blocks} == {("contest", True)}
    await show.sells(entries[0])
    await show.move(contest, "end")
    ended = [str(each.source_id) for each in await show.rig.events(EntrySaleBlockEnded)]
    assert ended[0] == entries[0]["id"]
    assert set(ended) == {entry["id"] for entry in entries}


async def test_whoever_loses_an_animal_while_it_runs_is_scored_or_leaves_at_the_end_as_the_rules_say(
    show: Show,
) -> None:
    contest = await show.contest(**show.terms(on_loss={"sold": "scored", "died": "withdrawn"}))
    sold, dead, stays = [await show.entered(contest) for _ in range(3)]
    await show.started(contest)
    start = clock.now()
    for entry, kg in ((sold, "44"), (dead, "48"), (stays, "42")):
        await show.weighs(entry["livestock_id"], "40", at=start + DAY)
        await show.weighs(entry["livestock_id"], kg, at=start + 11 * DAY)
    clock.set_offset(12 * DAY)
    await show.sells(sold)
    await show.dies(dead)
    await show.weighs(sold["livestock_id"], "90", at=start + 13 * DAY)
    board = await show.board(contest)
    assert [(row["entry_id"], row["rank"], row["lost"]) for row in board] == [
        (dead["id"], 1, True),
        (sold["id"], 2, True),
        (stays["id"], 3, False),
    ]
    lost = {each.reason: each.fate for each in await show.rig.events(EntryLost)}
    assert lost == {"sold": "scored", "died": "withdrawn"}
    await show.moves(20 * DAY)
    await announced(show, contest)
    board = await show.board(contest)
    assert [(row["entry_id"], row["rank"]) for row in board] == [(sold["id"], 1), (stays["id"], 2)]
    assert Decimal(board[0]["value"]) == Decimal("0.4")


async def test_a_death_that_is_taken_back_between_the_end_and_the_result_does_no_harm(show: Show) -> None:
    contest = await show.contest()
    entries = [await show.entered(contest) for _ in range(2)]
    await show.started(contest)
    start = clock.now()
    for entry, kg in zip(entries, ("48", "44"), strict=True):
        await show.weighs(entry["livestock_id"], "40", at=start + DAY)
        await show.weighs(entry["livestock_id"], kg, at=start + 11 * DAY)
    clock.set_offset(12 * DAY)
    death = await show.dies(entries[0])
    await show.moves(20 * DAY)
    await show.lives(death)
    await announced(show, contest)
    board = await show.board(contest)
    assert [(row["entry_id"], row["rank"], row["lost"]) for row in board] == [
        (entries[0]["id"], 1, False),
        (entries[1]["id"], 2, False),
    ]


async def test_an_animal_was_lost_at_its_first_sale_in_whatever_order_the_sales_are_told(show: Show) -> None:
    contest = await show.contest()
    entry = await show.entered(contest)
    await show.started(contest)
    first_buyer, first, second = new_id(), clock.now() + 3 * DAY, clock.now() + 5 * DAY
    clock.set_offset(6 * DAY)
    about = {"livestock_id": UUID(entry["livestock_id"]), "price": Money.of_minor(30_000, "EUR")}
    sales = [
        LivestockOwnershipTransferred(
            order_id=new_id(),
            aggregate_version=version,
            previous_owner_id=seller,
            owner_id=buyer,
            transferred_at=at,
            **about,
        )
        for version, seller, buyer, at in (
            (9_000, entry["owner_id"], first_buyer, first),
            (9_001, first_buyer, entry["owner_id"], second),
        )
    ]
    await show.rig.deliver(*reversed(sales), *sales)
    row = await show.entry(entry["id"])
    assert (row["state"], row["reason"], row["lost_at"]) == ("lost", "sold", first)


async def test_a_death_that_was_reported_wrongly_costs_nobody_their_place(show: Show) -> None:
    contest = await show.contest()
    entry = await show.entered(contest)
    await show.started(contest)
    death = await show.dies(entry)
    assert (await show.entry(entry["id"]))["state"] == "lost"
    await show.lives(death)
    assert (await show.entry(entry["id"]))["state"] == "competing"
    await show.moves(40 * DAY)
    assert [row["lost"] for row in await show.board(contest)] == [False]


async def test_what_happens_to_an_animal_after_the_end_changes_nothing(show: Show) -> None:
    contest = await show.contest()
    entry = await show.entered(contest)
    await show.started(contest)
    await show.moves(40 * DAY)
    await show.sells(entry)
    assert (await show.entry(entry["id"]))["state"] == "competing"


async def test_who_takes_part_is_not_deleted_while_it_runs_and_leaves_what_has_not_started(show: Show) -> None:
    runs, waits = await show.contest(), await show.contest()
    entry = await show.entered(runs)
    owner = entry["owner_id"]
    await show.entered(waits, owner)
    await show.started(runs)
    await show.rig.deliver(UserDeletionRequested(user_id=owner, request_id=new_id()))
    await show.ask("DELETE", f"/admin/contests/{runs['id']}", version=1)
    await show.rig.deliver(UserDeletionRequested(user_id=owner, request_id=new_id()))
    answers = [each.obstacles for each in await show.rig.events(GameDeletionChecked)]
    assert answers == [("contests",), ()]
    assert [each.reason for each in await show.rig.events(EntryWithdrawn)] == ["account_deleted"]


async def test_fees_that_the_wallet_does_not_answer_are_stuck(show: Show) -> None:
    contest = await show.contest(**FEE)
    await show.entered(contest)
    clock.set_offset(timedelta(minutes=11))
    async with show.rig.db.unit_of_work() as db:
        assert sum([await each(db) for each in show.rig.service.gauges[STUCK]]) == 1


async def test_who_has_lost_an_animal_gets_the_fee_back_too_when_the_contest_is_cancelled(show: Show) -> None:
    contest = await show.contest(**FEE)
    entries = [await show.entered(contest) for _ in range(3)]
    holds = await show.rig.events(EntryHoldRequested)
    await show.rig.deliver(*map(placed, holds))
    await show.started(contest)
    await show.rig.deliver(captured(holds[0]))
    for entry in entries[:2]:
        await show.dies(entry)
    await show.move(contest, "end")
    assert (await show.entry(entries[0]["id"]))["state"] == "lost"
    assert (await show.ask("DELETE", f"/admin/contests/{contest['id']}", version=1)).status_code == 204
    await show.rig.deliver(*map(captured, holds[1:]))
    asked = [each.reference_id for each in await show.rig.events(EntryRefundRequested)]
    assert sorted(asked) == sorted(each.reference_id for each in holds)
    assert (await show.read(contest))["places_taken"] == 0


async def test_nobody_pays_for_a_contest_whose_time_has_passed_while_nothing_ran(show: Show) -> None:
    contest = await show.contest(**FEE)
    entry = await show.entered(contest)
    await show.rig.deliver(*map(placed, await show.rig.events(EntryHoldRequested)))
    await show.moves(32 * DAY)
    assert (await show.read(contest))["cancel_reason"] == "too_late"
    row = await show.entry(entry["id"])
    assert (row["state"], row["fee_state"]) == ("cancelled", "released")
    assert await show.rig.events(EntryCaptureRequested) == []
