"""What administrators do with submissions. Nobody decides on their own, each is decided once, and all is audited."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, update

from amigok_chassis import audit, clock, transit
from amigok_chassis.db import Database
from amigok_chassis.errors import NotFound
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Paging, paginate
from amigok_chassis.storage import Storage
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import KycApproved, KycRejected
from identity.activity.service import note
from identity.kyc import letters
from identity.kyc import person as people
from identity.kyc.errors import OwnSubmission
from identity.kyc.machine import moved
from identity.kyc.models import Document, Submission
from identity.kyc.schemas import DocumentOut, ReviewOut, SubmissionOut
from identity.kyc.service import applicant
from identity.mails import service as mails
from identity.standing import service as standing
from identity.users.models import User

WARNINGS = 20


async def queue(db: UnitOfWork, *, status: str, paging: Paging) -> tuple[list[Submission], str | None]:
    """A page of the submissions with a status, oldest first."""
    wanted = select(Submission).where(Submission.status == status)
    return await paginate(db, wanted, paging, key=[Submission.id], descending=False)


async def show(db: UnitOfWork, submission_id: UUID, *, by: UUID) -> ReviewOut:
    """A submission with its personal data. Raises NotFound, OwnSubmission."""
    submission = await _submission(db, submission_id, by)
    documents = await db.scalars(select(Document).where(Document.submission_id == submission.id).order_by(Document.id))
    review = ReviewOut(
        **SubmissionOut.model_validate(submission).model_dump(),
        person=person_of(submission, db.data_key),
        documents=[DocumentOut.model_validate(document) for document in documents],
        same_document=list(await _same_document(db, submission)),
    )
    _record(db, "kyc.viewed", submission)
    return review


def person_of(submission: Submission, secret: bytes) -> people.Person | None:
    """The person in the submission, as long as that is kept."""
    if submission.sealed is None:
        return None
    return people.opened(submission.sealed, secret, user_id=submission.user_id, submission_id=submission.id)


async def _same_document(db: UnitOfWork, submission: Submission) -> Sequence[UUID]:
    if submission.number_digest is None:
        return []
    others = (
        select(Submission.user_id)
        .where(Submission.number_digest == submission.number_digest, Submission.user_id != submission.user_id)
        .distinct()
        .limit(WARNINGS)
    )
    return (await db.scalars(others)).all()


async def read(
    db: Database, storage: Storage, submission_id: UUID, document_id: UUID, *, by: UUID
) -> tuple[Document, bytes]:
    """A document and its content. The access is recorded first. Raises NotFound, OwnSubmission, Unavailable."""
    async with db.unit_of_work() as session:
        submission = await _submission(session, submission_id, by)
        document = await session.get(Document, document_id)
        if document is None or document.submission_id != submission.id:
            raise NotFound
        _record(session, "kyc.document_viewed", submission, document_id=document.id)
    return document, await storage.get(document.key, secret=people.storage_key(db.data_key))


async def approve(db: UnitOfWork, submission_id: UUID, *, by: UUID, public_url: str) -> Submission:
    """Approves the submission. Raises NotFound, OwnSubmission, KycClosed."""
    submission, user = await _decide(db, submission_id, by, step="approve")
    emit(db, approved(db, submission))
    await standing.announce(db, user)
    mails.write(db, recipient=user.email, **letters.approved(public_url))
    return submission


def approved(db: UnitOfWork, submission: Submission) -> KycApproved:
    """The event of an approved submission. Only services with the fleet key can read the legal name in it."""
    person = person_of(submission, db.data_key)
    name = person and transit.seal(db.fleet_key, person.legal_name, bound=f"kyc name {submission.user_id}")
    return KycApproved(user_id=submission.user_id, submission_id=submission.id, sealed_name=name)


async def reject(db: UnitOfWork, submission_id: UUID, *, by: UUID, reason: str, public_url: str) -> Submission:
    """Rejects the submission; the user may send another. Raises NotFound, OwnSubmission, KycClosed."""
    submission, user = await _decide(db, submission_id, by, step="reject", reason=reason)
    await db.execute(
        update(Document).where(Document.submission_id == submission.id).values(remove_after=submission.erase_after)
    )
    emit(db, KycRejected(user_id=user.id, submission_id=submission.id))
    await standing.announce(db, user)
    mails.write(db, recipient=user.email, **letters.rejected(public_url))
    return submission


async def _decide(
    db: UnitOfWork, submission_id: UUID, by: UUID, *, step: str, reason: str | None = None
) -> tuple[Submission, User]:
    submission = await _submission(db, submission_id, by)
    user = await applicant(db, submission.user_id)
    await db.refresh(submission)
    status = moved("pending", step)
    submission.decide(status, by=by, now=clock.now(), reason=reason)
    user.kyc_status = moved(user.kyc_status, step)
    note(db, user_id=user.id, action=f"kyc_{status}", submission_id=str(submission.id))
    _record(db, f"kyc.{status}", submission, before={"kyc_status": "pending"}, kyc_status=status)
    return submission, user


async def _submission(db: UnitOfWork, submission_id: UUID, by: UUID) -> Submission:
    submission = await db.get(Submission, submission_id)
    if submission is None:
        raise NotFound
    if submission.user_id == by:
        raise OwnSubmission
    return submission


def _record(
    db: UnitOfWork, action: str, submission: Submission, *, before: dict[str, str] | None = None, **after: object
) -> None:
    told = {"submission_id": submission.id, **after}
    audit.record(db, action, subject_id=submission.user_id, before=before, after=told)
