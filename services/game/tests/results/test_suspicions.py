"""Fair play: what looks wrong is flagged with reasons, and somebody decides."""

from datetime import timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID, uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from amigok_chassis import clock, transit
from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockOwnershipTransferred
from amigok_contracts.farm_weighings import WeighingRecorded
from amigok_contracts.game_results import ContestCompleted, ResultCorrected
from amigok_contracts.identity import KycApproved, UserDeleted
from amigok_contracts.money import Money
from amigok_contracts.wallet import TransferCompleted
from game.contests.models import Contest
from game.scoring.rules import Profit
from game.suspicions import service as suspicions
from game.suspicions.agreement import correlates, too_well
from game.suspicions.checks import Suspected
from game.suspicions.circles import Hand, circles
from services.game.tests.results.conftest import DAY, GAIN, Court, later


async def suspected(court: Court) -> list[dict[str, Any]]:
    answer = await court.as_admin("GET", f"admin/contests/{court.contest_id}/suspicions")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def decided(court: Court, suspicion_id: str, decision: str, **more: Any) -> Any:
    body = {"decision": decision, "note": "We have looked.", **more}
    return await court.as_admin("POST", f"admin/suspicions/{suspicion_id}/decision", body)


async def sent(court: Court, sender: UUID, recipient: UUID) -> None:
    amount = Money.of_minor(100, "EUR")
    await court.rig.deliver(
        TransferCompleted(transfer_id=new_id(), sender_id=sender, recipient_id=recipient, amount=amount)
    )


async def handed(court: Court, animal: UUID, *owners: UUID, days_ago: int = 90) -> None:
    """An animal goes from owner to owner, a week after another, usually before the contest."""
    for number, owner in enumerate(owners):
        await court.rig.deliver(
            LivestockOwnershipTransferred(
                livestock_id=animal,
                aggregate_version=number + 1,
                order_id=new_id(),
                previous_owner_id=owners[number - 1] if number else None,
                owner_id=owner,
                price=Money.of_minor(100, "EUR"),
                transferred_at=clock.now() - days_ago * DAY + number * 7 * DAY,
            )
        )


async def test_accounts_between_which_money_went_are_flagged_and_the_result_waits(court: Court) -> None:
    await court.hold(GAIN, entries=3)
    await court.weighed(1, "50.00", "53.50")
    await sent(court, court.owners[1], court.owners[0])
    await sent(court, court.owners[1], new_id())
    await court.announced()
    [flagged] = await suspected(court)
    assert (flagged["kind"], set(flagged["entry_ids"])) == ("linked_accounts", {str(e) for e in court.entries[:2]})
    later(4 * DAY)
    await court.rig.run_task("end_contest")
    assert await court.rig.events(ContestCompleted) == []
    assert (await decided(court, flagged["id"], "cleared")).json()["state"] == "cleared"
    assert (await decided(court, flagged["id"], "upheld")).json()["code"] == "wrong_state"
    later(timedelta(minutes=10))
    await court.rig.run_task("end_contest")
    assert len(await court.rig.events(ContestCompleted)) == 1
    assert [each["action"] for each in await court.rig.told()][-1] == "suspicion.decided"


async def test_accounts_of_people_with_one_legal_name_are_flagged_and_no_name_is_kept(court: Court) -> None:
    await court.hold(GAIN, entries=3)
    await court.weighed(1, "50.00", "53.50")
    for owner, name in zip(court.owners, ("Anna Arslan", "ANNA  ARSLAN", "Berk Demir"), strict=True):
        sealed = transit.seal(b"f" * 32, name, bound=f"kyc name {owner}")
        await court.rig.deliver(KycApproved(user_id=owner, submission_id=new_id(), sealed_name=sealed))
    await court.announced()
    [flagged] = await suspected(court)
    assert set(flagged["entry_ids"]) == {str(entry) for entry in court.entries[:2]}
    assert (flagged["evidence"]["name"], flagged["evidence"]["transfers"]) == (True, False)
    assert "arslan" not in str(await court.rig.db.fetch("SELECT * FROM verified_names")).lower()
    await court.rig.deliver(UserDeleted(user_id=court.owners[0], role="investor", status="deleted"))
    assert len(await court.rig.db.fetch("SELECT * FROM verified_names")) == 2


async def test_a_suspicion_that_is_upheld_disqualifies_and_corrects(court: Court) -> None:
    await court.hold(GAIN, entries=3)
    for number, last in ((1, "53.50"), (2, "57.00"), (3, "52.00")):
        await court.weighed(number, "50.00", last)
    await sent(court, court.owners[1], court.owners[0])
    await court.announced()
    [flagged] = await suspected(court)
    other = await decided(court, flagged["id"], "upheld", entry_ids=[str(court.entries[2])])
    assert other.json()["code"] == "not_suspected"
    answer = await decided(court, flagged["id"], "upheld", entry_ids=[str(court.entries[1])])
    assert answer.status_code == 200, answer.text
    assert [each.cause for each in await court.rig.events(ResultCorrected)] == ["suspicion"]
    [[places]] = await court.rig.db.fetch("SELECT places_taken FROM contests")
    assert places == 2


async def test_an_animal_that_went_in_a_circle_before_a_contest_of_profits_is_flagged(court: Court) -> None:
    await court.hold(Profit(currency="EUR", basis="purchase"), entries=2)
    friend = new_id()
    await handed(court, court.animals[0], court.owners[0], friend, court.owners[0])
    await handed(court, court.animals[1], friend, court.owners[1])
    await court.valued(1, 2)
    await court.announced()
    [flagged] = await suspected(court)
    assert (flagged["kind"], flagged["entry_ids"]) == ("wash_trade", [str(court.entries[0])])
    assert flagged["evidence"]["circles"][0]["through"] == [str(friend)]


async def test_a_sale_to_an_accomplice_in_a_contest_of_profits_is_flagged(court: Court) -> None:
    await court.hold(Profit(currency="EUR", basis="purchase"), entries=2)
    await sent(court, court.owners[0], friend := new_id())
    await handed(court, court.animals[0], court.owners[0], friend, days_ago=10)
    await handed(court, court.animals[1], court.owners[1], new_id(), days_ago=10)
    await court.valued(1, 2)
    await court.announced()
    [flagged] = await suspected(court)
    assert (flagged["kind"], flagged["entry_ids"]) == ("wash_trade", [str(court.entries[0])])
    [sale] = flagged["evidence"]["sales"]
    assert (sale["seller_id"], sale["buyer_id"]) == (str(court.owners[0]), str(friend))


async def test_who_pays_a_judge_does_not_choose_their_judges_by_it_and_is_flagged(court: Court) -> None:
    await court.hold(entries=3)
    judge = await court.accepted()
    await sent(court, court.owners[0], judge)
    assert [each["conflict"] for each in await court.sees(judge)] == [None] * 3
    marks = {judge: await court.marks(judge, {1: 10, 2: 60, 3: 50})}
    for _ in range(2):
        other = await court.accepted()
        marks[other] = await court.marks(other, {1: 20, 2: 70, 3: 40})
    for each in marks:
        await court.commit(each, marks[each])
    later(2 * DAY)
    for each in marks:
        await court.reveal(each, marks[each])
    await court.announced()
    [flagged] = await suspected(court)
    assert (flagged["kind"], flagged["entry_ids"]) == ("linked_judge", [str(court.entries[0])])
    assert flagged["evidence"] == {"judge": 1}


async def test_weights_that_people_with_an_interest_entered_are_flagged(court: Court) -> None:
    await court.hold(GAIN, entries=3)
    [own, fair] = await court.weighed(1, "50.00", "57.00")
    [rival, _] = await court.weighed(2, "50.00", "51.00")
    by = {own: court.owners[0], fair: new_id(), rival: court.owners[2]}
    await court.rig.deliver(
        *(
            WeighingRecorded(weighing_id=weighing, livestock_id=court.animals[0], recorded_by=by[weighing])
            for weighing in by
        )
    )
    await court.announced()
    found = {each["entry_ids"][0]: each["evidence"]["weighings"] for each in await suspected(court)}
    assert {entry: [each["why"] for each in told] for entry, told in found.items()} == {
        str(court.entries[0]): ["owner"],
        str(court.entries[1]): ["entrant"],
    }


async def test_judges_who_agree_too_well_are_flagged_and_their_marks_can_be_set_aside(court: Court) -> None:
    await court.hold(entries=10)
    fair = [{number: (number * step) % 97 for number in range(1, 11)} for step in (31, 17, 53)]
    copied = {number: mark + 1 for number, mark in fair[0].items()}
    await court.judge(*fair, copied)
    await court.announced()
    [flagged] = await suspected(court)
    assert (flagged["kind"], flagged["evidence"]["judges"]) == ("judges_agree", [1, 4])
    answer = await decided(court, flagged["id"], "upheld", judge_ids=flagged["judge_ids"][1:])
    assert answer.status_code == 200, answer.text
    assert b'"set_aside":"suspicion"' in await court.file()


fractions = st.lists(st.integers(0, 100).map(Fraction), min_size=8, max_size=12)


@settings(max_examples=50, deadline=None)
@given(fractions, st.integers(1, 5), st.integers(-20, 20))
def test_marks_on_one_line_correlate_and_mirrored_ones_do_not(xs: list[Fraction], slope: int, shift: int) -> None:
    varies = len(set(xs)) > 1
    assert correlates(xs, [slope * x + shift for x in xs], Fraction(1)) == varies
    assert not correlates(xs, [-slope * x for x in xs], Fraction(1, 100))


def test_of_few_entries_nothing_is_said() -> None:
    alike = {number: Fraction(number) for number in range(7)}
    assert too_well({1: alike, 2: alike}) == []
    longer = alike | {8: Fraction(8)}
    assert [(each.first, each.second, each.same) for each in too_well({1: longer, 2: longer})] == [(1, 2, 8)]


def test_a_circle_goes_over_others_and_closes_in_time() -> None:
    a, b, began = uuid4(), uuid4(), clock.now()
    hands = [Hand(owner, began + number * DAY) for number, owner in enumerate((a, b, a, None, a))]
    assert [(each.owner_id, each.through) for each in circles(hands, since=began)] == [(a, (b,))]
    assert circles(hands, since=began + 3 * DAY) == []
    assert circles([Hand(a, began), Hand(b, began + DAY), Hand(a, began + 300 * DAY)], since=began) == []


async def test_however_much_is_suspicious_it_is_kept(court: Court) -> None:
    await court.hold(GAIN, entries=2)
    found = [Suspected("partial_weigher", [each], [each]) for each in (new_id() for _ in range(4_000))]
    async with court.rig.db.unit_of_work() as db:
        contest = await db.get_one(Contest, court.contest_id)
        await suspicions.raise_all(db, contest, found)
        await suspicions.raise_all(db, contest, found)
    assert (await court.rig.db.fetch("SELECT count(*) FROM suspicions"))[0][0] == 4_000
