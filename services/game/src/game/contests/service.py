"""The terms of contests, written by administrators. Once somebody has entered a contest, they stay as they are."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_chassis.rows import among, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_contests import ContestChanged, ContestOpened
from game.contests.errors import ContestEntered, ContestNotFound, TimesPassed, UnknownInRules
from game.contests.machine import CONTESTS
from game.contests.models import Contest
from game.contests.rules import Eligibility
from game.contests.schemas import ContestChange, ContestIn, Terms
from game.farms.models import Breed, Farm, LivestockType

_AUDITED = ("state", "title", "type", "entry_fee", "fee_currency", "starts_at", "ends_at", "rules", "prizes")


async def create(db: UnitOfWork, wanted: ContestIn, *, by: UUID) -> Contest:
    """Adds a draft. Raises TimesPassed, UnknownInRules."""
    await _require_sense(db, wanted)
    contest = Contest(
        state=CONTESTS.follow("create", None),
        version=1,
        created_at=clock.now(),
        created_by=by,
        places_taken=0,
        **wanted.values(),
    )
    schedule(contest)
    db.add(contest)
    await db.flush()
    audit.record(db, "contest.added", subject_id=contest.id, after=picture(contest))
    return contest


async def change(db: UnitOfWork, contest_id: UUID, wanted: ContestChange) -> Contest:
    """Replaces the terms of a draft, or of a contest that nobody has entered yet.

    Raises ContestNotFound, VersionConflict, ContestEntered, TimesPassed, UnknownInRules.
    """
    contest = await locked(db, contest_id)
    refuse_other_version(wanted.version, contest.version)
    if contest.state not in ("draft", "registration_open") or contest.places_taken:
        raise ContestEntered
    await _require_sense(db, wanted)
    before = picture(contest)
    for name, value in wanted.values().items():
        setattr(contest, name, value)
    contest.version += 1
    schedule(contest)
    if contest.state == "registration_open":
        emit(db, ContestChanged(**terms(contest)))
    audit.record(db, "contest.changed", subject_id=contest.id, before=before, after=picture(contest))
    return contest


async def locked(db: UnitOfWork, contest_id: UUID) -> Contest:
    """Returns a contest with its row locked. Raises ContestNotFound."""
    found = await db.get(Contest, contest_id, with_for_update={"key_share": True}, populate_existing=True)
    if found is None:
        raise ContestNotFound
    return found


def schedule(contest: Contest) -> None:
    """Notes when the clock moves a contest next."""
    times = {
        "draft": contest.registration_opens_at,
        "registration_open": contest.starts_at,
        "active": contest.ends_at,
    }
    contest.due_at, contest.attempts = times.get(contest.state), 0


def open_registration(db: UnitOfWork, contest: Contest) -> None:
    """Lets owners enter their animals; the row is locked. Raises WrongState."""
    contest.become("open")
    contest.opened_at = clock.now()
    schedule(contest)
    emit(db, ContestOpened(**terms(contest)))


def terms(contest: Contest) -> dict[str, Any]:
    """What events tell of the terms of a contest."""
    names = ("title", "registration_closes_at", "starts_at", "ends_at")
    told = {name: getattr(contest, name) for name in names}
    about = {"contest_id": contest.id, "contest_version": contest.version, "contest_type": contest.type}
    return told | about | {"entry_fee": contest.fee}


def picture(contest: Contest) -> audit.Values:
    """What the audit log tells of a contest."""
    return audit.picture(contest, *_AUDITED)


async def _require_sense(db: UnitOfWork, wanted: Terms) -> None:
    """Raises TimesPassed, UnknownInRules."""
    if wanted.registration_closes_at <= clock.now():
        raise TimesPassed
    eligible = wanted.rules.eligibility
    if unknown := await _unknown(db, eligible):
        raise UnknownInRules(names=unknown)


async def _unknown(db: UnitOfWork, eligible: Eligibility) -> list[str]:
    """What of the names of types, breeds and farms nobody knows."""
    named = ((LivestockType, eligible.livestock_type_ids), (Breed, eligible.breed_ids), (Farm, eligible.farm_ids))
    unknown: set[UUID] = set()
    for table, ids in named:
        known = set(await db.scalars(select(table.id).where(among(table.id, ids)))) if ids else set()
        unknown |= set(ids) - known
    return sorted(map(str, unknown))
