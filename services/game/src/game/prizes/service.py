"""Prizes: planned from a final result, and each given once.

A prize is a row whose id follows from contest, rank, animal and line of the table. A worker that is killed in between
leaves rows that are due; whoever works on them next finds by their state what was done already.
"""

from collections import Counter
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.due import announce
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_results import (
    EntitlementGranted,
    PrizeAwarded,
    PrizeForfeited,
    PrizeRewardRequested,
    PrizeWithheld,
)
from game.bundles.chain import Json
from game.contests.models import Contest
from game.entries.models import Entry
from game.entries.queries import population
from game.prizes import obstacles
from game.prizes.ids import award_id
from game.prizes.machine import AWARDS
from game.prizes.models import Award, Entitlement
from game.results import queries as results
from game.results.models import Result
from game.settings import Settings

AGAIN = timedelta(hours=1)
"""After so long a prize that is withheld is looked at again."""


async def plan(db: UnitOfWork, contest: Contest, result: Result) -> None:
    """Writes down who has won what by a final result. Repeating the call has no further effect."""
    said = [record.data for record in await results.records(db, result.id, "prize")]
    entries = {entry.blind_number: entry for entry in await population(db, contest.id)}
    agreeing = _large(said, db.settings(Settings))
    for each in said:
        entry = entries[each["entry"]]
        row = _row(contest, entry, each, "agreeing" if each["currency"] in agreeing else "due")
        if await db.scalar(insert(Award).values(row).on_conflict_do_nothing().returning(Award.id)):
            _tell_awarded(db, entry, row)
    announce(db, Award)


def _large(said: list[Json], settings: Settings) -> set[str]:
    """The currencies in which prizes come to more than one administrator may give."""
    totals: Counter[str] = Counter()
    for each in said:
        if each["currency"]:
            totals[each["currency"]] += each["minor"]
    return {currency for currency, minor in totals.items() if minor > settings.alone(currency)}


def _row(contest: Contest, entry: Entry, said: Json, state: str) -> Json:
    prize, now = contest.prize_table[said["item"]], clock.now()
    assert contest.ended_at is not None
    return {
        "id": award_id(contest.ended_at, contest.id, said["rank"], entry.livestock_id, said["item"]),
        "contest_id": contest.id,
        "entry_id": entry.id,
        "livestock_id": entry.livestock_id,
        "owner_id": entry.owner_id,
        "rank": said["rank"],
        "item": said["item"],
        "kind": prize.kind,
        "amount": said["minor"] or None,
        "currency": said["currency"],
        "what": prize.what,
        "percent": prize.percent,
        "state": state,
        "planned_at": now,
        "moved_at": now,
        "attempts": 0,
        "due_at": now if state == "due" else None,
    }


def _tell_awarded(db: UnitOfWork, entry: Entry, row: Json) -> None:
    told = {name: row[name] for name in ("contest_id", "livestock_id", "owner_id", "rank", "kind")}
    emit(db, PrizeAwarded(award_id=row["id"], **told))


async def agree(db: UnitOfWork, contest_id: UUID) -> int:
    """Has the prizes given that two administrators have agreed to. Returns how many."""
    values = {"state": AWARDS.follow("agree", "agreeing"), "due_at": clock.now(), "moved_at": clock.now()}
    waiting = update(Award).where(Award.contest_id == contest_id, Award.state == "agreeing").values(values)
    agreed = (await db.scalars(waiting.returning(Award.id))).all()
    announce(db, Award)
    return len(agreed)


async def hurry(db: UnitOfWork, contest_id: UUID) -> int:
    """Has prizes looked at now that would be given, or looked at again, later. Returns how many."""
    waiting = update(Award).where(Award.contest_id == contest_id, Award.state.in_(("due", "withheld")))
    found = (await db.scalars(waiting.values(due_at=clock.now(), attempts=0).returning(Award.id))).all()
    announce(db, Award)
    return len(found)


async def give(db: UnitOfWork, award_id: UUID) -> None:
    """Gives a prize, or withholds it while something stands against it. Repeating the call has no further effect."""
    award = await db.get_one(Award, award_id, with_for_update=True, populate_existing=True)
    if award.state not in ("due", "withheld"):
        return
    reason = await obstacles.of_award(db, award)
    if reason is None:
        _give(db, award)
    elif await obstacles.is_forfeited(db, award, reason):
        _forfeit(db, award, reason)
    else:
        _withhold(db, award, reason)


def _give(db: UnitOfWork, award: Award) -> None:
    now = clock.now()
    if award.money is None:
        award.become("grant", now=now)
        _grant(db, award)
        return
    award.become("request", now=now)
    emit(
        db,
        PrizeRewardRequested(
            reference_id=award.id,
            payee_id=award.owner_id,
            amount=award.money,
            description=f"Prize for rank {award.rank}",
            contest_id=award.contest_id,
            livestock_id=award.livestock_id,
            rank=award.rank,
        ),
    )


def _grant(db: UnitOfWork, award: Award) -> None:
    now = clock.now()
    expires_at = now + timedelta(days=db.settings(Settings).entitlement_days)
    db.add(Entitlement(id=award.id, owner_id=award.owner_id, granted_at=now, expires_at=expires_at))
    emit(
        db,
        EntitlementGranted(
            entitlement_id=award.id,
            contest_id=award.contest_id,
            owner_id=award.owner_id,
            kind=award.kind,
            what=award.what or "",
            expires_at=expires_at,
        ),
    )


def _withhold(db: UnitOfWork, award: Award, reason: str) -> None:
    """Withholds a prize, and tells so where the reason is another than before."""
    if award.reason != reason:
        emit(
            db,
            PrizeWithheld(award_id=award.id, contest_id=award.contest_id, owner_id=award.owner_id, reason=reason),
        )
    if award.state == "due":
        award.become("withhold", now=clock.now(), reason=reason)
    award.reason = reason
    award.make_due(clock.now() + AGAIN)


def _forfeit(db: UnitOfWork, award: Award, reason: str) -> None:
    award.become("forfeit", now=clock.now(), reason=reason)
    emit(
        db,
        PrizeForfeited(award_id=award.id, contest_id=award.contest_id, owner_id=award.owner_id, reason=reason),
    )


async def paid(db: UnitOfWork, award_id: UUID, transfer_id: UUID) -> None:
    """Notes that the wallet has paid a prize. Repeating the call has no further effect."""
    award = await db.get(Award, award_id, with_for_update=True, populate_existing=True)
    if award is not None and AWARDS.ends("pay", award.state):
        award.become("pay", now=clock.now())
        award.transfer_id = transfer_id


async def agreeing(db: UnitOfWork, contest_id: UUID) -> list[Award]:
    """Returns the prizes of a contest that wait for two administrators to agree."""
    query = select(Award).where(Award.contest_id == contest_id, Award.state == "agreeing").order_by(Award.id)
    return list(await db.scalars(query))
