"""Proofs of identity over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Response

from amigok_chassis.auth import Administrator, CurrentUser, RecentAdministrator
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.errors import NotFound
from amigok_chassis.locations import follow
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.uploads import DOCUMENTS, UPLOAD_BYTES, UnsupportedFile
from identity.activity.caller import Caller
from identity.kyc import reviews, service
from identity.kyc.errors import DocumentsMissing, EmailUnverified, KycClosed, OwnSubmission, Underage, UploadsUnfinished
from identity.kyc.models import KINDS
from identity.kyc.schemas import RejectIn, ReviewOut, StatusOut, SubmissionOut, SubmissionStatus, SubmitIn

router = APIRouter(prefix="/api/v1/auth/kyc")
admin = APIRouter(prefix="/api/v1/admin/kyc")


_DOCUMENT: dict[int | str, dict[str, Any]] = {
    200: {"content": {kind: {} for kind in DOCUMENTS}, "description": "The file"}
}


async def _reviewer(me: RecentAdministrator) -> UUID:
    return me.id


RecentReviewer = Annotated[UUID, Depends(_reviewer)]
"""An administrator who has recently proved who they are."""


@router.post(
    "/submit",
    status_code=202,
    max_body_size=UPLOAD_BYTES,
    form_limits={"max_files": len(KINDS), "max_fields": 10, "max_part_size": 4096},
    responses=problems(EmailUnverified, KycClosed, UploadsUnfinished, UnsupportedFile, DocumentsMissing, Underage),
)
@follow("/api/v1/auth/kyc/status")
async def submit(
    me: CurrentUser,
    body: Annotated[SubmitIn, Form(media_type="multipart/form-data")],
    db: Statements,
    context: InContext,
    caller: Caller,
) -> StatusOut:
    """Submits documents that prove who I am. The type of a file is taken from its content."""
    return await service.submit(
        db,
        context.storage,
        user_id=me.id,
        person=body.person(),
        files=await body.files(),
        client=caller,
    )


@router.get("/status")
async def read_kyc_status(me: CurrentUser, db: Reader) -> StatusOut:
    """Returns the status of my proof of identity."""
    return await service.status(db, user_id=me.id)


@admin.get("")
async def list_submissions(
    me: Administrator, db: Reader, paging: PageRequest, status: SubmissionStatus = "pending"
) -> Page[SubmissionOut]:
    """Lists the submissions with a status, oldest first."""
    rows, after = await reviews.queue(db, status=status, paging=paging)
    return Page(items=[SubmissionOut.model_validate(row) for row in rows], next_cursor=after)


@admin.get("/{submission_id}", responses=problems(OwnSubmission, NotFound))
async def read_submission(submission_id: UUID, reviewer: RecentReviewer, db: Session, response: Response) -> ReviewOut:
    """Returns a submission with its personal data. The audit log records the access."""
    response.headers["Cache-Control"] = "no-store"
    return await reviews.show(db, submission_id, by=reviewer)


@admin.get(
    "/{submission_id}/documents/{document_id}",
    response_class=Response,
    responses=_DOCUMENT | problems(OwnSubmission, NotFound),
)
async def read_document(
    submission_id: UUID, document_id: UUID, reviewer: RecentReviewer, db: Statements, context: InContext
) -> Response:
    """Returns a document of a submission as a download. The audit log records the access."""
    document, data = await reviews.read(db, context.storage, submission_id, document_id, by=reviewer)
    name = f"{document.kind}-{document.id}.{document.media_type.partition('/')[2]}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "no-store",
    }
    return Response(data, media_type=document.media_type, headers=headers)


@admin.post("/{submission_id}/approve", responses=problems(OwnSubmission, NotFound, KycClosed))
async def approve(submission_id: UUID, reviewer: RecentReviewer, db: Session, context: InContext) -> SubmissionOut:
    """Approves a submission: the person is who they say."""
    return SubmissionOut.model_validate(
        await reviews.approve(db, submission_id, by=reviewer, public_url=context.config.public_url)
    )


@admin.post("/{submission_id}/reject", responses=problems(OwnSubmission, NotFound, KycClosed))
async def reject(
    submission_id: UUID, body: RejectIn, reviewer: RecentReviewer, db: Session, context: InContext
) -> SubmissionOut:
    """Rejects a submission with a reason that the user reads. The user may submit again."""
    return SubmissionOut.model_validate(
        await reviews.reject(db, submission_id, by=reviewer, reason=body.reason, public_url=context.config.public_url)
    )
