"""Judging over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response

from amigok_chassis.auth import Administrator, CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import NotFound
from amigok_chassis.problems import problems
from amigok_chassis.standing import AccountInactive
from game.contests.errors import ContestNotFound
from game.judges.errors import ConflictOfInterest, JudgeNotFound, NotJudged
from game.judging import queries, service
from game.judging.errors import (
    CommitmentMismatch,
    CommitTooLate,
    EntryNotShown,
    InvalidMarks,
    NotCommitted,
    NotJudgingYet,
    NotRevealedYet,
    RevealTooEarly,
    RevealTooLate,
)
from game.judging.schemas import BlindEntryOut, CommitmentIn, JudgeIn, RevealedOut, RevealIn, SheetOut
from game.pictures.api import PICTURE, sent

router = APIRouter(prefix="/api/v1/judging/{contest_id}")
admin = APIRouter(prefix="/api/v1/admin/contests")

_WHO = (ContestNotFound, NotJudged, JudgeNotFound, ConflictOfInterest, AccountInactive, NotJudgingYet)
_REVEAL = (RevealTooEarly, RevealTooLate, NotCommitted, CommitmentMismatch, InvalidMarks)

Number = Annotated[int, Path(ge=1, le=10_000)]


@router.get("/entries", responses=problems(*_WHO))
async def list_blind_entries(contest_id: UUID, me: CurrentUser, db: Reader) -> list[BlindEntryOut]:
    """Lists the entries that you judge, in an order of your own, without names and owners."""
    return await queries.entries(db, contest_id, me.id)


@router.get(
    "/entries/{position}/photos/{number}",
    response_class=Response,
    responses=PICTURE | problems(*_WHO, EntryNotShown, NotFound),
)
async def read_blind_photo(
    contest_id: UUID, position: Number, number: Number, me: CurrentUser, db: Reader, context: InContext
) -> Response:
    """Returns a picture of an entry that you judge."""
    return await sent(context, await queries.photo(db, contest_id, position, number, me.id))


@router.put("/commitment", responses=problems(*_WHO, CommitTooLate))
async def commit_marks(contest_id: UUID, body: CommitmentIn, me: CurrentUser, db: Session) -> SheetOut:
    """Commits you to your marks without telling them. Until the time is over another commitment takes its place."""
    return SheetOut.model_validate(await service.commit(db, contest_id, body.digest, by=me.id))


@router.post("/reveal", responses=problems(*_WHO, *_REVEAL))
async def reveal_marks(contest_id: UUID, body: RevealIn, me: CurrentUser, db: Session) -> SheetOut:
    """Tells the marks that you have committed to, once all judges have committed or the time to do so is over."""
    return SheetOut.model_validate(await service.reveal(db, contest_id, body.nonce, body.marks, by=me.id))


@router.get("/marks", responses=problems(JudgeNotFound, NotRevealedYet))
async def list_revealed_marks(contest_id: UUID, me: CurrentUser, db: Reader) -> list[RevealedOut]:
    """Lists the marks of all judges of a contest that you judge, once none come any more."""
    return await queries.revealed(db, contest_id, me.id)


@admin.post("/{contest_id}/judge", responses=problems(*_WHO, CommitTooLate, *_REVEAL))
async def judge_contest(contest_id: UUID, body: JudgeIn, me: Administrator, db: Session) -> SheetOut:
    """Commits to or reveals the marks of an administrator who judges the contest, as every other judge does."""
    return SheetOut.model_validate(await service.take(db, contest_id, body, by=me.id))
