"""Entries over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from amigok_chassis.auth import Administrator, CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.standing import AccountInactive
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import LivestockNotFound, OwnAnimal
from game.contests.errors import ContestNotFound
from game.entries import admitting, queries, registering
from game.entries.errors import (
    AlreadyEntered,
    ContestHasChanged,
    EntryNotFound,
    FeePending,
    NoPlaceLeft,
    NotEligible,
    RegistrationClosed,
    TooManyEntries,
)
from game.entries.schemas import EntryIn, EntryOut, MyEntryOut, ParticipantOut, State

router = APIRouter(prefix="/api/v1")

InState = Annotated[State | None, Query(description="Only those in this state")]

_DECIDED = (ContestNotFound, EntryNotFound, OwnAnimal, WrongState)


@router.post(
    "/contests/{contest_id}/register",
    status_code=201,
    response_model=EntryOut,
    responses=problems(
        AccountInactive,
        LivestockNotFound,
        ContestNotFound,
        RegistrationClosed,
        ContestHasChanged,
        NotEligible,
        TooManyEntries,
        NoPlaceLeft,
        AlreadyEntered,
    ),
)
async def enter_contest(contest_id: UUID, body: EntryIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Enters your animal in a contest, under the terms that you have seen.

    A fee is held in your wallet until the contest starts. Contests with cash prizes are for verified persons (KYC).
    """

    async def use_case(db: UnitOfWork) -> EntryOut:
        return EntryOut.of(await registering.register(db, contest_id, body, by=me))

    return await once.commit(use_case)


@router.post(
    "/contests/{contest_id}/entries/{entry_id}/withdraw",
    responses=problems(ContestNotFound, EntryNotFound, WrongState),
)
async def withdraw_entry(contest_id: UUID, entry_id: UUID, me: CurrentUser, db: Session) -> EntryOut:
    """Takes your animal out of a contest that has not started. What is held for it is yours again."""
    return EntryOut.of(await registering.withdraw(db, contest_id, entry_id, owner_id=me.id))


@router.get("/my-contests")
async def list_my_contests(me: CurrentUser, db: Reader, page: PageRequest) -> Page[MyEntryOut]:
    """Lists what you have entered, newest first."""
    return await queries.mine(db, page, owner_id=me.id)


@router.get("/admin/contests/{contest_id}/participants", responses=problems(ContestNotFound))
async def list_participants(
    contest_id: UUID, admin: Administrator, db: Reader, page: PageRequest, state: InState = None
) -> Page[ParticipantOut]:
    """Lists the entries of a contest, oldest first."""
    return await queries.participants(db, page, contest_id, state=state)


@router.post("/admin/contests/{contest_id}/participants/{entry_id}/admit", responses=problems(*_DECIDED, FeePending))
async def admit_participant(contest_id: UUID, entry_id: UUID, admin: Administrator, db: Session) -> ParticipantOut:
    """Admits an entry, where the rules leave it to administrators."""
    return ParticipantOut.of(await admitting.admit(db, contest_id, entry_id, by=admin.id))


@router.post("/admin/contests/{contest_id}/participants/{entry_id}/refuse", responses=problems(*_DECIDED))
async def refuse_participant(contest_id: UUID, entry_id: UUID, admin: Administrator, db: Session) -> ParticipantOut:
    """Refuses an entry before the contest starts. What is held for it is its owner's again."""
    return ParticipantOut.of(await admitting.refuse(db, contest_id, entry_id, by=admin.id))
