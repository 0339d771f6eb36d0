"""Owners enter their animals, and take them out again before the contest starts."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import clock, standing
from amigok_chassis.auth import Principal, assurance
from amigok_chassis.outbox import emit
from amigok_chassis.rows import named_violations
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_contests import EntryRegistered
from amigok_herd import require_owner
from game.animals.locks import ANIMALS
from game.animals.models import Animal, Ownership
from game.contests import service as contests
from game.contests.errors import ContestNotFound
from game.contests.models import Contest
from game.entries import fees, service
from game.entries.eligibility import Candidate, reasons
from game.entries.errors import (
    AlreadyEntered,
    ContestHasChanged,
    EntryNotFound,
    NoPlaceLeft,
    NotEligible,
    RegistrationClosed,
    TooManyEntries,
)
from game.entries.machine import ENTRIES, FEES, LIVE
from game.entries.models import Entry
from game.entries.schemas import EntryIn

_VIOLATIONS = {"entries_live_key": AlreadyEntered}


async def register(db: UnitOfWork, contest_id: UUID, wanted: EntryIn, *, by: Principal) -> Entry:
    """Enters one's own animal, under the terms that one has seen.

    Raises AccountInactive, LivestockNotFound, ContestNotFound, RegistrationClosed, ContestHasChanged, NotEligible,
    TooManyEntries, NoPlaceLeft, AlreadyEntered.
    """
    owner = await standing.require_active(db, by.id)
    await ANIMALS.take(db, {wanted.livestock_id})
    animal: Animal = await require_owner(db, Animal, wanted.livestock_id, by.id)
    contest = await _open(db, contest_id, seen=wanted.contest_version)
    await _require_eligible(db, contest, animal, owner.kyc)
    await _require_place(db, contest, owner_id=by.id)
    entry = await _store(db, contest, animal.id, owner_id=by.id)
    fees.ask(db, entry, title=contest.title, starts_at=contest.starts_at, assurance=assurance(by))
    service.admit_if_ready(db, contest, entry)
    return entry


async def withdraw(db: UnitOfWork, contest_id: UUID, entry_id: UUID, *, owner_id: UUID) -> Entry:
    """Takes one's own entry out before the contest starts. Raises ContestNotFound, EntryNotFound, WrongState."""
    contest = await contests.locked(db, contest_id)
    entry = await db.get(Entry, entry_id, populate_existing=True)
    if entry is None or entry.contest_id != contest_id or entry.owner_id != owner_id:
        raise EntryNotFound
    service.withdraw(db, contest, entry, "withdrawn")
    return entry


async def _open(db: UnitOfWork, contest_id: UUID, *, seen: int) -> Contest:
    """The contest, locked. Raises ContestNotFound, RegistrationClosed, ContestHasChanged."""
    contest = await contests.locked(db, contest_id)
    if contest.opened_at is None:
        raise ContestNotFound
    if contest.state != "registration_open" or contest.registration_closes_at <= clock.now():
        raise RegistrationClosed
    if seen != contest.version:
        raise ContestHasChanged(version=contest.version)
    return contest


async def _require_eligible(db: UnitOfWork, contest: Contest, animal: Animal, kyc: str) -> None:
    who = Candidate(
        kyc=kyc,
        owned_since=await _owned_since(db, animal.id),
        **{name: getattr(animal, name) for name in Candidate.__dataclass_fields__ if hasattr(animal, name)},
    )
    rules = contest.terms.eligibility
    why = reasons(rules, who, starts_at=contest.starts_at, now=clock.now(), pays_cash=contest.pays_cash)
    if why:
        raise NotEligible(reasons=why)


async def _owned_since(db: UnitOfWork, livestock_id: UUID) -> datetime | None:
    """Since when the owner of now has had an animal."""
    known = select(Ownership.began_at).where(Ownership.livestock_id == livestock_id)
    since: datetime | None = await db.scalar(known.order_by(Ownership.version.desc()).limit(1))
    return since


async def _require_place(db: UnitOfWork, contest: Contest, *, owner_id: UUID) -> None:
    most = contest.terms.entries_per_user
    theirs = Entry.owner_id == owner_id, Entry.contest_id == contest.id, Entry.state.in_(LIVE)
    if (await db.scalar(select(func.count()).where(*theirs)) or 0) >= most:
        raise TooManyEntries(most=most)
    if contest.places_taken >= contest.places:
        raise NoPlaceLeft


async def _store(db: UnitOfWork, contest: Contest, livestock_id: UUID, *, owner_id: UUID) -> Entry:
    now = clock.now()
    entry = Entry(
        contest_id=contest.id,
        contest_version=contest.version,
        livestock_id=livestock_id,
        owner_id=owner_id,
        state=ENTRIES.follow("register", None),
        fee=contest.entry_fee,
        fee_currency=contest.fee_currency,
        fee_state=FEES.follow("ask", None) if contest.entry_fee else None,
        fee_moved_at=now if contest.entry_fee else None,
        registered_at=now,
        moved_at=now,
    )
    db.add(entry)
    with named_violations(_VIOLATIONS):
        await db.flush()
    contest.places_taken += 1
    _tell(db, contest, entry)
    return entry


def _tell(db: UnitOfWork, contest: Contest, entry: Entry) -> None:
    names = ("contest_id", "contest_version", "livestock_id", "owner_id", "registered_at")
    about = {name: getattr(entry, name) for name in names}
    emit(db, EntryRegistered(entry_id=entry.id, fee=contest.fee, **about))
