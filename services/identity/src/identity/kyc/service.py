"""Submits documents: reserves their rows, commits, stores the files, then submits them in one transaction.

A process that dies in between leaves documents without a submission; `remove_documents` removes them.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy import case, func, select, update

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.errors import Unauthenticated, Unavailable
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.storage import Storage
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_chassis.uploads import media_type
from amigok_contracts.identity import KycSubmitted
from identity.activity.caller import Client
from identity.activity.service import note
from identity.kyc import person as people
from identity.kyc.errors import EmailUnverified, UploadsUnfinished
from identity.kyc.machine import PROOFS, moved
from identity.kyc.models import CLOSED_KEPT, KINDS, UPLOADING, Document, Submission
from identity.kyc.person import Person
from identity.kyc.schemas import StatusOut
from identity.standing import service as standing
from identity.users.models import User

log = structlog.get_logger()

UNFINISHED = 4 * len(KINDS)
"""How many documents without a submission a user may leave behind in an hour."""

MARGIN = timedelta(minutes=1)
"""A document that will be removed this soon is not submitted any more, because clocks of two machines differ."""


async def submit(
    db: Database,
    storage: Storage,
    *,
    user_id: UUID,
    person: Person,
    files: dict[str, bytes],
    client: Client,
) -> StatusOut:
    """Submits a person and their documents (content by kind) for review.

    Raises Underage, DocumentsMissing, UnsupportedFile, EmailUnverified, KycClosed, UploadsUnfinished, Unavailable.
    """
    people.refuse_minor(person, clock.now().date())
    people.refuse_incomplete(person, files)
    types = {kind: media_type(data) for kind, data in files.items()}
    async with db.unit_of_work() as session:
        documents = await reserve(session, user_id, [(kind, types[kind], len(files[kind])) for kind in files])
    for document in documents:
        await storage.put(document.key, files[document.kind], secret=people.storage_key(db.data_key))
    async with db.unit_of_work() as session:
        await finish(session, user_id, documents, person, client=client)
        return await status(session, user_id=user_id)


async def reserve(db: UnitOfWork, user_id: UUID, files: Sequence[tuple[str, str, int]]) -> list[Document]:
    """Makes rows for documents (kind, media type, bytes) that are stored next. Unless submitted, they go in an hour.

    Raises EmailUnverified, KycClosed, UploadsUnfinished.
    """
    user = await applicant(db, user_id)
    if not user.email_verified:
        raise EmailUnverified
    moved(user.kyc_status, "submit")
    unfinished = select(func.count()).where(Document.user_id == user_id, Document.submission_id.is_(None))
    if (await db.scalar(unfinished) or 0) + len(files) > UNFINISHED:
        raise UploadsUnfinished
    now = clock.now()
    documents = [
        Document(
            id=new_id(),
            user_id=user_id,
            kind=kind,
            media_type=type,
            size=size,
            created_at=now,
            remove_after=now + UPLOADING,
        )
        for kind, type, size in files
    ]
    db.add_all(documents)
    await db.flush()
    return documents


async def finish(
    db: UnitOfWork, user_id: UUID, documents: Sequence[Document], person: Person, *, client: Client
) -> None:
    """Submits a person with documents that have been stored. Raises KycClosed, Unavailable."""
    user = await applicant(db, user_id)
    user.kyc_status = moved(user.kyc_status, "submit")
    now, submission_id = clock.now(), new_id()
    submission = Submission(
        id=submission_id,
        user_id=user.id,
        status="pending",
        submitted_at=now,
        sealed=people.sealed(person, db.data_key, user_id=user.id, submission_id=submission_id),
        number_digest=people.number_digest(person, db.data_key),
    )
    db.add(submission)
    await db.flush()
    await _attach(db, documents, submission, now=now)
    emit(db, KycSubmitted(user_id=user.id, submission_id=submission.id))
    await standing.announce(db, user)
    note(db, user_id=user.id, action="kyc_submitted", client=client, submission_id=str(submission.id))
    log.info("kyc.submitted", user_id=user.id, submission_id=submission.id)


async def _attach(db: UnitOfWork, documents: Sequence[Document], submission: Submission, *, now: datetime) -> None:
    """Attaches the documents to the submission, unless they are about to be removed. Raises Unavailable."""
    attached = await db.scalars(
        update(Document)
        .where(
            Document.id.in_([document.id for document in documents]),
            Document.submission_id.is_(None),
            Document.remove_after > now + MARGIN,
        )
        .values(submission_id=submission.id, remove_after=None)
        .returning(Document.id)
    )
    if len(attached.all()) != len(documents):
        raise Unavailable("The upload took too long; send it again.")


async def applicant(db: UnitOfWork, user_id: UUID) -> User:
    """The user, locked against other changes of the KYC status. Raises Unauthenticated."""
    user = await db.get(User, user_id, with_for_update={"key_share": True}, populate_existing=True)
    if user is None:
        raise Unauthenticated
    return user


async def status(db: UnitOfWork, *, user_id: UUID) -> StatusOut:
    """The status of the user's proof of identity. Raises Unauthenticated."""
    user = await db.get(User, user_id)
    if user is None:
        raise Unauthenticated
    newest = await db.scalar(
        select(Submission).where(Submission.user_id == user_id).order_by(Submission.id.desc()).limit(1)
    )
    can_submit = bool(PROOFS.ends("submit", user.kyc_status))
    out = StatusOut.model_validate({"status": user.kyc_status, "can_submit": can_submit})
    if newest is not None and newest.status == user.kyc_status:
        out.submitted_at, out.decided_at, out.reason = newest.submitted_at, newest.decided_at, newest.reason
    return out


async def close(db: UnitOfWork, user: User) -> None:
    """Ends the proof of a deleted account, whose user is locked.

    A pending submission is withdrawn. An approved one is kept as long as rules against money laundering require. All
    others are erased.
    """
    now = clock.now()
    if user.kyc_status == "pending":
        user.kyc_status = moved(user.kyc_status, "withdraw")
    mine = Submission.user_id == user.id
    await db.execute(
        update(Submission).where(mine, Submission.status == "pending").values(status="withdrawn", decided_at=now)
    )
    end = case((Submission.status == "approved", now + CLOSED_KEPT), else_=now)
    await db.execute(update(Submission).where(mine, Submission.sealed.is_not(None)).values(erase_after=end))
    await db.execute(
        update(Document)
        .where(Document.user_id == user.id, Document.submission_id == Submission.id)
        .values(remove_after=end)
        .execution_options(synchronize_session=False)
    )
