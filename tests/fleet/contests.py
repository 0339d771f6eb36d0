"""Contests that have ended, with an animal of Anna's in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import insert, text

from amigok_chassis import clock
from amigok_chassis.ids import new_id

if TYPE_CHECKING:
    from tests.fleet.stage import Stage

_WEEK = timedelta(days=7)
_GOLD = {"first": 1, "last": 1, "kind": "cash", "amount": {"amount": "900.00", "currency": "USD"}}


@dataclass(frozen=True)
class Ended:
    """A contest, and Anna's entry in it."""

    id: UUID
    entry_id: UUID


async def judged(stage: Stage, *, over: bool = False) -> Ended:
    """A beauty contest that has ended and waits for its judges, or whose judges' time is over."""
    from game.contests.models import Contest
    from game.contests.rules import Rules
    from game.entries.models import Entry
    from game.scoring.rules import VERSION, Beauty, Criterion

    ended, now = Ended(new_id(), new_id()), clock.now()
    rules = Rules(scoring=Beauty(criteria=(Criterion(name="Coat", weight=1),), least_judges=1, trim=0), places=2)
    async with stage.rig.db.unit_of_work() as db:
        contest = Contest(
            id=ended.id,
            version=1,
            state="registration_open",
            type="beauty",
            title="The finest of the spring",
            description="",
            rules=rules.model_dump(mode="json"),
            rules_text="The finest wins.",
            prizes=[_GOLD],
            entry_fee=0,
            places=2,
            places_taken=1,
            registration_closes_at=now - 2 * _WEEK,
            starts_at=now - 2 * _WEEK,
            ends_at=now - _WEEK,
            judging_ends_at=now - _WEEK / 2 if over else now + _WEEK,
            reveal_ends_at=now - _WEEK / 4 if over else now + 2 * _WEEK,
            appeal_days=7,
            created_at=now - 3 * _WEEK,
            created_by=new_id(),
            opened_at=now - 3 * _WEEK,
        )
        db.add(contest)
        await db.flush()
        entry = Entry(
            id=ended.entry_id,
            contest_id=ended.id,
            contest_version=1,
            livestock_id=new_id(),
            owner_id=stage.anna,
            state="competing",
            fee=0,
            registered_at=now - 3 * _WEEK,
            moved_at=now - 2 * _WEEK,
            frozen_at=now - 2 * _WEEK,
            blind_number=1,
            particulars={},
        )
        db.add(entry)
        await db.flush()
        contest.started_at = contest.frozen_at = now - 2 * _WEEK
        contest.frozen_hash, contest.scoring_version = "f" * 64, VERSION
        contest.state, contest.ended_at = "judging", now - _WEEK
    if over:
        await _marked(stage, ended)
    return ended


async def _marked(stage: Stage, ended: Ended) -> None:
    """The entry has the marks of one judge."""
    from game.judges.models import Judge
    from game.judging.models import Sheet

    then = clock.now() - _WEEK / 2
    judge = Judge(contest_id=ended.id, user_id=new_id(), number=1, state="accepted", seed="0" * 64)
    judge.invited_by, judge.invited_at, judge.answered_at = new_id(), then, then
    async with stage.rig.db.unit_of_work() as db:
        db.add(judge)
        await db.flush()
        sheet = Sheet(judge_id=judge.id, contest_id=ended.id, digest="f" * 64, committed_at=then)
        sheet.nonce, sheet.marks, sheet.set_aside, sheet.revealed_at = "0" * 64, {"1": {"Coat": 50}}, {}, then
        db.add(sheet)


async def appealed(stage: Stage, ended: Ended) -> str:
    """An appeal of Anna's against the result that is announced now."""
    await stage.made("POST", f"admin/contests/{ended.id}/announce-winners", await stage.acting("admin"))
    body = {"entry_id": str(ended.entry_id), "text": "Nobody has looked at her"}
    anna = await stage.bearer("investor", user=stage.anna)
    return str((await stage.made("POST", f"contests/{ended.id}/appeals", anna, json=body))["id"])


async def suspected(stage: Stage, ended: Ended) -> UUID:
    """A suspicion about Anna's entry."""
    from game.suspicions.models import Suspicion

    row = {
        "id": new_id(),
        "contest_id": ended.id,
        "kind": "linked_accounts",
        "key": stage.anna.hex,
        "entry_ids": [ended.entry_id],
        "judge_ids": [],
        "evidence": {},
        "state": "open",
        "raised_at": clock.now(),
    }
    async with stage.rig.db.unit_of_work() as db:
        await db.execute(insert(Suspicion).values(row))
    return UUID(str(row["id"]))


async def owned(stage: Stage, entry_id: object, picture: bytes) -> Mapping[str, object]:
    """A photo of an entry of Anna's, an appeal of hers, and a prize that she is entitled to."""
    from game.pictures.models import Photo

    await stage.acting("investor", user=stage.anna)
    over = await judged(stage, over=True)
    photo = Photo(id=new_id(), entry_id=entry_id, media_type="image/png", size=len(picture), digest="f" * 64)
    photo.added_at = clock.now()
    async with stage.rig.db.unit_of_work() as db:
        db.add(photo)
    await stage.rig.context.storage.put(photo.key, picture)
    appeal = await appealed(stage, over)
    return {"photo_id": photo.id, "appeal_id": appeal, "prize_id": await _granted(stage, over)}


async def _granted(stage: Stage, ended: Ended) -> UUID:
    from game.prizes.models import Entitlement

    prize = _award(stage, ended, kind="badge", what="The finest", state="granted")
    async with stage.rig.db.unit_of_work() as db:
        db.add(prize)
        await db.flush()
        until = clock.now() + _WEEK
        db.add(Entitlement(id=prize.id, owner_id=stage.anna, granted_at=clock.now(), expires_at=until))
    return prize.id


def _award(stage: Stage, ended: Ended, **values: Any) -> Any:
    from game.prizes.models import Award

    now = clock.now()
    return Award(
        id=new_id(),
        contest_id=ended.id,
        entry_id=ended.entry_id,
        livestock_id=new_id(),
        owner_id=stage.anna,
        rank=1,
        item=0,
        planned_at=now,
        moved_at=now,
        **values,
    )


async def proposed(stage: Stage, ended: Ended) -> str:
    """A proposal to give prizes, of which Anna gets one."""
    async with stage.rig.db.unit_of_work() as db:
        done = "UPDATE contests SET state = 'completed', completed_at = now() WHERE id = :id"
        await db.execute(text(done), {"id": ended.id})
        db.add(_award(stage, ended, kind="cash", amount=90_000, currency="USD", state="agreeing"))
    answer = await stage.made("POST", f"admin/contests/{ended.id}/distribute-prizes", await stage.acting("admin"))
    return str(answer["proposal"]["id"])
