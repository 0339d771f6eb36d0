"""Judges: who may, what they see, and that nobody can adjust their marks to those of others."""

from datetime import timedelta
from decimal import Decimal

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import FarmStaffChanged, LivestockOwnershipTransferred, LivestockRegistered
from amigok_contracts.game_results import JudgeInvited
from amigok_contracts.identity import UserDeleted
from amigok_contracts.money import Money
from amigok_contracts.wallet import TransferCompleted
from game.contests.models import Contest
from game.judging.commitments import digest
from services.game.tests.results.conftest import DAY, PNG, Court, later


async def test_people_judge_when_they_are_asked_and_accept(court: Court) -> None:
    await court.hold()
    user = await court.invited()
    assert [event.user_id for event in await court.rig.events(JudgeInvited)] == [user]
    path = f"judging/{court.contest_id}/entries"
    assert (await court.call("GET", path, user=user)).json()["code"] == "judge_not_found"
    await court.accepted(user)
    assert len(await court.sees(user)) == 6
    assert (await court.call("GET", "judging", user=user)).json()["items"][0]["state"] == "accepted"
    assert (await court.call("GET", path, user=new_id())).status_code == 404


async def test_nobody_invites_themselves_and_no_entrant_judges(court: Court) -> None:
    await court.hold()
    path = f"admin/contests/{court.contest_id}/judges"
    own = await court.as_admin("POST", path, {"user_id": str(court.admin)})
    assert own.json()["code"] == "own_behalf"
    entrant = await court.as_admin("POST", path, {"user_id": str(court.owners[0])})
    assert entrant.json()["code"] == "conflict_of_interest"


async def test_judges_see_neither_names_nor_owners_and_each_an_order_of_their_own(court: Court) -> None:
    await court.hold(entries=12)
    first, second = await court.accepted(), await court.accepted()
    seen = await court.sees(first)
    assert [each["position"] for each in seen] == list(range(1, 13))
    said = str(seen)
    assert not any(str(each) in said for each in (*court.entries, *court.owners, *court.animals))
    assert await court.order(first) != await court.order(second)


async def test_marks_are_hidden_until_all_are_revealed(court: Court) -> None:
    await court.hold()
    first, second, third = [await court.accepted() for _ in range(3)]
    undecided = await court.invited()
    sheets = {judge: await court.marks(judge, {1: 50, 2: 60}) for judge in (first, second, third)}
    for judge in (first, second):
        assert (await court.commit(judge, sheets[judge])).status_code == 200
    assert (await court.reveal(first, sheets[first])).json()["code"] == "reveal_too_early"
    assert (await court.commit(third, sheets[third])).status_code == 200
    assert (await court.reveal(first, sheets[first])).json()["code"] == "reveal_too_early"
    assert (await court.call("POST", f"judging/{court.contest_id}/decline", user=undecided)).status_code == 200
    assert (await court.reveal(first, sheets[first])).status_code == 200
    others = f"judging/{court.contest_id}/marks"
    assert (await court.call("GET", others, user=second)).json()["code"] == "not_revealed_yet"
    assert (await court.commit(second, {})).json()["code"] == "commit_too_late"
    for judge in (second, third):
        assert (await court.reveal(judge, sheets[judge])).status_code == 200
    shown = (await court.call("GET", others, user=second)).json()
    assert [each["marks"]["2"] for each in shown] == [{"Coat": 60, "Gait": 60}] * 3


async def test_other_marks_than_those_committed_to_are_refused(court: Court) -> None:
    await court.hold()
    judge = await court.accepted()
    marks = await court.marks(judge, {1: 50, 2: 60})
    await court.commit(judge, marks)
    later(2 * DAY)
    changed = {**marks, min(marks): {"Coat": 51, "Gait": 50}}
    assert (await court.reveal(judge, changed)).json()["code"] == "commitment_mismatch"
    assert (await court.reveal(judge, marks, "ab" * 32)).json()["code"] == "commitment_mismatch"
    answer = await court.reveal(judge, marks)
    assert answer.status_code == 200
    assert (await court.reveal(judge, marks)).json() == answer.json()


async def test_what_comes_late_is_refused(court: Court) -> None:
    await court.hold()
    prompt, slow, silent = [await court.accepted() for _ in range(3)]
    for judge in (prompt, slow):
        await court.commit(judge, await court.marks(judge, {1: 50}))
    later(2 * DAY)
    assert (await court.commit(silent, {})).json()["code"] == "commit_too_late"
    assert (await court.reveal(silent, {}, "ab" * 32)).json()["code"] == "not_committed"
    assert (await court.reveal(prompt, await court.marks(prompt, {1: 50}))).status_code == 200
    gone = await court.call("POST", f"judging/{court.contest_id}/decline", user=prompt)
    assert gone.json()["code"] == "marks_are_in"
    later(2 * DAY)
    assert (await court.reveal(slow, await court.marks(slow, {1: 50}))).json()["code"] == "reveal_too_late"


async def test_marks_that_fit_no_entry_or_no_criterion_are_refused(court: Court) -> None:
    await court.hold()
    one = {"Coat": 1, "Gait": 1}
    whole = {str(position): one for position in range(1, len(court.entries) + 1)}
    unfit = [whole | more for more in ({"99": one}, {"1": {"Coat": 1}}, {"1": one | {"Wool": 1}})]
    for marks in unfit:
        await court.commit(await court.accepted(), marks)
    later(2 * DAY)
    for judge, marks in zip(court.judges, unfit, strict=True):
        assert (await court.reveal(judge, marks)).json()["code"] == "invalid_marks"


async def test_a_judge_cannot_leave_a_rival_out(court: Court) -> None:
    await court.hold()
    judge = await court.accepted()
    marks = await court.marks(judge, {1: 90})
    del marks[max(marks)]
    await court.commit(judge, marks)
    later(2 * DAY)
    answer = await court.reveal(judge, marks)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_marks")
    assert max(await court.order(judge)) == len(court.entries)
    assert answer.json()["detail"] == f"The entry at position {len(court.entries)} has no mark."


async def test_a_conflict_of_when_a_judge_committed_counts_when_it_has_gone(court: Court) -> None:
    await court.hold()
    judge, farm_id = await court.accepted(), new_id()
    await court.rig.deliver(
        LivestockRegistered(
            livestock_id=court.animals[0],
            aggregate_version=1,
            farm_id=farm_id,
            farm_name="Hill Farm",
            type_name="Sheep",
            breed_name="Merino",
            tag_number="A1",
            sex="female",
            weight_kg=Decimal(50),
            value=Money.of_minor(24_000, "EUR"),
            owner_id=court.owners[0],
        ),
        FarmStaffChanged(farm_id=farm_id, user_ids=(judge,), aggregate_version=2),
    )
    [position] = [each["position"] for each in await court.sees(judge) if each["conflict"] == "farm_staff"]
    marks = await court.marks(judge, {})
    del marks[str(position)]
    await court.commit(judge, marks)
    await court.rig.deliver(FarmStaffChanged(farm_id=farm_id, user_ids=(), aggregate_version=3))
    assert [each["conflict"] for each in await court.sees(judge) if each["conflict"]] == []
    later(2 * DAY)
    answer = await court.reveal(judge, marks)
    assert (answer.status_code, answer.json()["set_aside"]) == (200, {str(position): "farm_staff"})


async def test_conflicts_of_interest_are_shown_and_such_marks_do_not_count(court: Court) -> None:
    await court.hold()
    judge = await court.rig.is_known(new_id())
    at = clock.now() - 90 * DAY
    sold = {"order_id": new_id(), "price": Money.of_minor(100, "EUR")}
    await court.rig.deliver(
        LivestockOwnershipTransferred(
            livestock_id=court.animals[0],
            aggregate_version=5,
            previous_owner_id=judge,
            owner_id=court.owners[0],
            transferred_at=at,
            **sold,
        ),
        LivestockOwnershipTransferred(
            livestock_id=court.animals[0],
            aggregate_version=4,
            previous_owner_id=None,
            owner_id=judge,
            transferred_at=at - DAY,
            **sold,
        ),
        TransferCompleted(
            transfer_id=new_id(), sender_id=judge, recipient_id=court.owners[1], amount=Money.of_minor(100, "EUR")
        ),
    )
    await court.accepted(judge)
    order = await court.order(judge)
    conflicts = {order[each["position"]]: each["conflict"] for each in await court.sees(judge) if each["conflict"]}
    assert conflicts == {1: "former_owner", 2: "linked"}
    marks = {key: mark for key, mark in (await court.marks(judge, {1: 100, 3: 60})).items() if order[int(key)] != 2}
    await court.commit(judge, marks)
    later(2 * DAY)
    told = (await court.reveal(judge, marks)).json()
    assert {order[int(each)]: why for each, why in told["set_aside"].items()} == conflicts
    listed = (await court.as_admin("GET", f"admin/contests/{court.contest_id}/judges")).json()
    assert {each["reason"] for each in listed[0]["conflicts"]} == {"former_owner", "linked"}


async def test_administrators_judge_by_their_own_route_as_everybody_else(court: Court) -> None:
    await court.hold()
    judge = await court.rig.administrator()
    await court.accepted(judge)
    marks = await court.marks(judge, {1: 50})
    path = f"admin/contests/{court.contest_id}/judge"
    said = digest(court.contest_id, "ab" * 32, {int(each): marks[each] for each in marks})
    committed = await court.as_admin("POST", path, {"step": "commit", "digest": said}, user=judge)
    assert committed.status_code == 200, committed.text
    later(2 * DAY)
    revealed = await court.as_admin("POST", path, {"step": "reveal", "nonce": "ab" * 32, "marks": marks}, user=judge)
    assert revealed.status_code == 200, revealed.text
    assert [each["action"] for each in await court.rig.told()][-2:] == ["marks.committed", "marks.revealed"]
    assert (await court.as_admin("POST", path, {"step": "commit", "digest": said})).status_code == 404


async def test_revealed_marks_are_kept_as_they_are(court: Court) -> None:
    await court.hold()
    await court.judge({1: 50}, {1: 60}, {1: 70})
    with pytest.raises(Exception, match="are revealed"):
        await court.rig.db.fetch("UPDATE judging_sheets SET marks = '{}'")


async def test_photos_are_frozen_when_the_contest_ends_and_judges_see_them(court: Court) -> None:
    await court.hold(state="active")
    later(timedelta(hours=-2))
    entry, owner = court.entries[0], court.owners[0]
    path = f"my-contests/entries/{entry}/photos"
    files = {"picture": ("sheep.png", PNG, "image/png")}
    added = await court.call("POST", path, user=owner, files=files)
    assert added.status_code == 201, added.text
    assert (await court.call("POST", path, user=court.owners[1], files=files)).status_code == 404
    async with court.rig.db.unit_of_work() as db:
        contest = await db.get_one(Contest, court.contest_id)
        contest.state, contest.ended_at = "judging", clock.now()
    assert (await court.call("POST", path, user=owner, files=files)).json()["code"] == "photos_frozen"
    gone = await court.call("DELETE", f"{path}/{added.json()['id']}", user=owner)
    assert gone.json()["code"] == "photos_frozen"
    judge = await court.accepted()
    [picture] = next(each["pictures"] for each in await court.sees(judge) if each["pictures"])
    seen = await court.call("GET", picture.removeprefix("/api/v1/"), user=judge)
    assert (seen.status_code, seen.headers["content-type"]) == (200, "image/png")
    assert (await court.call("GET", picture.removeprefix("/api/v1/") + "0", user=judge)).status_code == 404


async def test_the_photos_of_who_is_deleted_are_erased(court: Court) -> None:
    await court.hold(state="active")
    later(timedelta(hours=-2))
    for entry, owner in zip(court.entries[:2], court.owners[:2], strict=True):
        path, files = f"my-contests/entries/{entry}/photos", {"picture": ("sheep.png", PNG, "image/png")}
        assert (await court.call("POST", path, user=owner, files=files)).status_code == 201
    await court.rig.deliver(UserDeleted(user_id=court.owners[0], role="investor", status="deleted"))
    [kept] = await court.rig.db.fetch("SELECT entry_id FROM entry_photos")
    assert kept["entry_id"] == court.entries[1]
    assert len(await court.rig.db.fetch("SELECT FROM erased_files WHERE due_at IS NOT NULL")) == 1


async def test_judges_do_not_change_any_more_once_marks_are_revealed_early(court: Court) -> None:
    await court.hold()
    judges = [await court.accepted() for _ in range(3)]
    sheets = [await court.marks(judge, {1: 50, 2: 60}) for judge in judges]
    for judge, marks in zip(judges, sheets, strict=True):
        assert (await court.commit(judge, marks)).status_code == 200
    assert (await court.reveal(judges[0], sheets[0])).status_code == 200
    path = f"admin/contests/{court.contest_id}/judges"
    listed = (await court.as_admin("GET", path)).json()
    answers = [
        await court.call("POST", f"judging/{court.contest_id}/decline", user=judges[1]),
        await court.as_admin("POST", f"{path}/{listed[0]['id']}/remove"),
        await court.as_admin("POST", path, {"user_id": str(await court.rig.is_known(new_id()))}),
    ]
    assert [answer.json()["code"] for answer in answers] == ["marks_are_in"] * 3


async def test_administrators_who_judge_do_not_choose_the_other_judges(court: Court) -> None:
    await court.hold()
    chief = court.admin
    court.admin = await court.rig.administrator()
    await court.accepted()
    await court.accepted(chief)
    path = f"admin/contests/{court.contest_id}/judges"
    [other, _] = (await court.as_admin("GET", path)).json()
    answers = [
        await court.as_admin("POST", f"{path}/{other['id']}/remove", user=chief),
        await court.as_admin("POST", path, {"user_id": str(await court.rig.is_known(new_id()))}, user=chief),
    ]
    assert [answer.json()["code"] for answer in answers] == ["own_behalf"] * 2
    third = await court.rig.administrator()
    chosen = await court.as_admin("POST", path, {"user_id": str(court.admin)}, user=third)
    assert chosen.json()["code"] == "own_behalf"


async def test_marks_are_shown_to_those_who_judge_only(court: Court) -> None:
    await court.hold()
    gone = await court.accepted()
    await court.call("POST", f"judging/{court.contest_id}/decline", user=gone)
    await court.judge({1: 50}, {1: 60}, {1: 70})
    others = f"judging/{court.contest_id}/marks"
    assert (await court.call("GET", others, user=gone)).json()["code"] == "judge_not_found"


async def test_commitments_of_who_has_left_do_not_let_others_reveal_early(court: Court) -> None:
    await court.hold()
    judges = [await court.accepted() for _ in range(3)]
    sheets = [await court.marks(judge, {1: 50, 2: 60}) for judge in judges]
    for judge, marks in zip(judges, sheets, strict=True):
        assert (await court.commit(judge, marks)).status_code == 200
    assert (await court.call("POST", f"judging/{court.contest_id}/decline", user=judges[2])).status_code == 200
    assert (await court.reveal(judges[0], sheets[0])).json()["code"] == "reveal_too_early"


async def test_photos_are_frozen_at_the_planned_end_also_before_the_clock_has_looked_at_it(court: Court) -> None:
    await court.hold(state="active")
    path = f"my-contests/entries/{court.entries[0]}/photos"
    files = {"picture": ("sheep.png", PNG, "image/png")}
    answer = await court.call("POST", path, user=court.owners[0], files=files)
    assert answer.json()["code"] == "photos_frozen"
