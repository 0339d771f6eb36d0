"""What one person proposes, another decides; nobody on their own behalf, and only those whose word counts."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select
from toy.main import service

from amigok_chassis import clock, standing
from amigok_chassis.ids import new_id
from amigok_chassis.proposals import service as proposals
from amigok_chassis.testing import Rig, running, token

PROPOSALS = "/api/v1/admin/toy/proposals"


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


async def note(rig: Rig) -> UUID:
    answer = await rig.request("POST", "/api/v1/toy/notes", user=new_id(), json={"text": "a note"})
    return UUID(answer.json()["note_id"])


async def label(rig: Rig, note_id: UUID) -> str | None:
    (row,) = await rig.db.fetch("SELECT label FROM notes WHERE note_id = $1", note_id)
    return row["label"]  # type: ignore[no-any-return]


async def proposed(rig: Rig, by: UUID, *, role: str = "admin", **values: Any) -> httpx.Response:
    body = {"note_id": str(await note(rig)), "author_id": str(new_id()), "label": "new"} | values
    return await rig.request("POST", "/api/v1/admin/toy/renamings", user=by, role=role, json=body)


async def decide(
    rig: Rig, answer: httpx.Response, by: UUID, decision: str = "approved", role: str = "admin"
) -> httpx.Response:
    path = f"{PROPOSALS}/{answer.json()['id']}/decision"
    return await rig.request("PUT", path, user=by, role=role, json={"decision": decision, "note": "seen"})


async def test_what_one_proposes_is_done_when_another_approves(rig: Rig) -> None:
    answer = await proposed(rig, await rig.administrator())
    note_id = UUID(answer.json()["subject_id"])
    assert (answer.status_code, answer.json()["state"], await label(rig, note_id)) == (202, "open", None)
    approved = await decide(rig, answer, await rig.administrator())
    assert (approved.status_code, approved.json()["state"]) == (200, "approved")
    assert await label(rig, note_id) == "new"
    assert [entry["action"] for entry in await rig.told()] == ["note.rename.proposed", "note.rename.approved"]


async def test_nobody_approves_their_own_proposal(rig: Rig) -> None:
    me = await rig.administrator()
    answer = await proposed(rig, me)
    refused = await decide(rig, answer, me)
    assert (refused.status_code, refused.json()["code"]) == (403, "own_proposal")
    assert (await decide(rig, answer, me, "rejected")).json()["state"] == "rejected"


async def test_nobody_proposes_or_decides_what_they_gain_by(rig: Rig) -> None:
    me = await rig.administrator()
    answer = await proposed(rig, me, author_id=str(me))
    assert (answer.status_code, answer.json()["code"]) == (403, "own_behalf")
    other = await proposed(rig, await rig.administrator(), author_id=str(me))
    refused = await decide(rig, other, me)
    assert (refused.status_code, refused.json()["code"]) == (403, "own_behalf")


@pytest.mark.parametrize(
    "standing_of",
    [
        {"role": "admin", "decides_from": "tomorrow"},
        {"role": "investor"},
        {"role": "admin", "status": "deactivated"},
        None,
    ],
)
async def test_only_the_word_of_whoever_may_decide_by_now_counts(rig: Rig, standing_of: dict[str, Any] | None) -> None:
    times = {"tomorrow": clock.now() + timedelta(days=1)}
    newcomer = new_id()
    if standing_of is not None:
        values = {name: times.get(str(value), value) for name, value in standing_of.items()}
        await rig.is_known(newcomer, **values)
    refused = await proposed(rig, newcomer)
    assert (refused.status_code, refused.json()["code"]) == (403, "decision_does_not_count")
    answer = await proposed(rig, await rig.administrator())
    refused = await decide(rig, answer, newcomer)
    assert (refused.status_code, refused.json()["code"]) == (403, "decision_does_not_count")


async def test_a_proposal_of_somebody_who_is_no_administrator_any_more_does_not_count(rig: Rig) -> None:
    proposer = await rig.administrator()
    answer = await proposed(rig, proposer)
    await rig.is_known(proposer, role="investor")
    refused = await decide(rig, answer, await rig.administrator())
    assert (refused.status_code, refused.json()["code"]) == (409, "proposer_gone")
    assert await label(rig, UUID(answer.json()["subject_id"])) is None


async def test_who_may_only_propose_does_not_decide_nor_see(rig: Rig) -> None:
    vet = await rig.is_known(new_id(), role="veterinarian")
    answer = await proposed(rig, vet, role="veterinarian")
    assert answer.status_code == 202
    assert (await decide(rig, answer, vet, role="veterinarian")).status_code == 403
    assert (await rig.request("GET", PROPOSALS, user=vet, role="veterinarian")).status_code == 403
    assert (await decide(rig, answer, await rig.administrator())).status_code == 200


async def test_two_decisions_at_once_are_one(rig: Rig) -> None:
    answer = await proposed(rig, await rig.administrator())
    deciders = [await rig.administrator() for _ in range(5)]
    answers = await asyncio.gather(*(decide(rig, answer, by) for by in deciders))
    assert sorted(each.status_code for each in answers) == [200, 409, 409, 409, 409]


async def test_what_cannot_be_done_leaves_the_proposal_open(rig: Rig) -> None:
    answer = await proposed(rig, await rig.administrator(), label="refused")
    refused = await decide(rig, answer, await rig.administrator())
    assert (refused.status_code, refused.json()["code"]) == (409, "refused")
    read = await rig.request("GET", f"{PROPOSALS}/{answer.json()['id']}", user=new_id(), role="admin")
    assert read.json()["state"] == "open"


async def test_proposals_go_out_of_date(rig: Rig) -> None:
    answer = await proposed(rig, await rig.administrator())
    clock.set_offset(timedelta(days=8))
    refused = await decide(rig, answer, await rig.administrator())
    assert (refused.status_code, refused.json()["code"]) == (409, "proposal_closed")
    for state, count in (("open", 0), ("expired", 1)):
        listed = await rig.request("GET", f"{PROPOSALS}?state={state}", user=new_id(), role="admin")
        assert len(listed.json()["items"]) == count


async def test_only_the_proposer_takes_a_proposal_back(rig: Rig) -> None:
    me = await rig.administrator()
    answer = await proposed(rig, me)
    path = f"{PROPOSALS}/{answer.json()['id']}/withdraw"
    assert (await rig.request("POST", path, user=await rig.administrator(), role="admin")).status_code == 404
    assert (await rig.request("POST", path, user=me, role="admin")).json()["state"] == "withdrawn"
    assert (await decide(rig, answer, await rig.administrator())).json()["code"] == "proposal_closed"


async def test_both_prove_anew_who_they_are(rig: Rig) -> None:
    proposer, decider = await rig.administrator(), await rig.administrator()
    answer = await proposed(rig, proposer)
    old = token(decider, "admin", authenticated=timedelta(minutes=11))
    path = f"{PROPOSALS}/{answer.json()['id']}/decision"
    stale = await rig.http.put(path, json={"decision": "approved"}, headers={"Authorization": f"Bearer {old}"})
    assert (stale.status_code, stale.json()["code"]) == (403, "step_up_required")


async def test_a_single_administrator_decides_alone_and_it_shows() -> None:
    async with running(service, single_administrator=True) as rig:
        me = await rig.administrator()
        answer = await proposed(rig, me)
        assert (answer.json()["state"], answer.json()["alone"]) == ("approved", True)
        assert await label(rig, UUID(answer.json()["subject_id"])) == "new"
        own = await proposed(rig, me, author_id=str(me))
        assert own.json()["code"] == "own_behalf"


async def test_a_proposal_that_waits_is_known_of_whom_it_concerns(rig: Rig) -> None:
    author = new_id()

    async def waits(user: UUID) -> bool | None:
        async with rig.db.unit_of_work() as db:
            return await db.scalar(select(proposals.waiting_about(user)))

    assert await waits(author) is False
    proposer = await rig.administrator()
    answer = await proposed(rig, proposer, author_id=str(author))
    assert [await waits(user) for user in (author, proposer)] == [True, False]
    await decide(rig, answer, await rig.administrator(), "rejected")
    assert await waits(author) is False


async def test_who_is_deleted_is_forgotten_in_proposals(rig: Rig) -> None:
    author = new_id()
    waiting = await proposed(rig, await rig.administrator(), author_id=str(author))
    done = await proposed(rig, await rig.administrator(), author_id=str(author), label="secret")
    await decide(rig, done, await rig.administrator())
    async with rig.db.unit_of_work() as db:
        await proposals.forget(db, author)
    rows = await rig.db.fetch("SELECT id, state, payload, note FROM proposals ORDER BY id")
    assert [(row["state"], row["payload"], row["note"]) for row in rows] == [
        ("withdrawn", {}, ""),
        ("approved", {}, ""),
    ]
    assert waiting.status_code == 202


async def test_an_older_standing_changes_nothing(rig: Rig) -> None:
    user = await rig.is_known(new_id(), status="deactivated", aggregate_version=2)
    await rig.is_known(user, status="active", aggregate_version=1)
    async with rig.db.unit_of_work() as db:
        assert (await standing.of(db, user)).status == "deactivated"
        with pytest.raises(standing.AccountInactive):
            await standing.require_active(db, user)
