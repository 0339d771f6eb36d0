"""Reports of care over HTTP."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response, UploadFile

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.errors import NotFound, Unavailable
from amigok_chassis.machine import WrongState
from amigok_chassis.pictures import BrokenPicture, TooManyPixels
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_chassis.uploads import DOCUMENTS, UPLOAD_BYTES, UnsupportedFile
from amigok_herd import OwnAnimal
from care.people.roles import Veterinarian
from care.procedures.errors import UnknownService
from care.reports import documents, queries, service, uploads
from care.reports.errors import FileNotFound, FollowUpOutOfRange, ReportMissing, ReportNotFound, TooManyFiles
from care.reports.schemas import CareCompletionIn, CareFileOut, CareReportIn, CareReportOut
from care.requests.errors import OtherCurrency, RequestNotFound
from care.requests.queries import shown
from care.requests.schemas import CareRequestOut

router = APIRouter(prefix="/api/v1")

_BAD_FILES = (UnsupportedFile, BrokenPicture, TooManyPixels)
_FILE: dict[int | str, dict[str, Any]] = {200: {"content": {kind: {} for kind in DOCUMENTS}, "description": "The file"}}
_PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Disposition": "attachment",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


@router.put(
    "/vet/care-requests/{request_id}/report",
    responses=problems(RequestNotFound, WrongState, OwnAnimal, UnknownService, FollowUpOutOfRange),
)
async def write_care_report(request_id: UUID, body: CareReportIn, vet: Veterinarian, db: Session) -> CareRequestOut:
    """Writes what you have found and done; you may replace it until the care is completed."""
    return await shown(db, await service.write(db, request_id, body, by=vet.id))


@router.post(
    "/vet/care-requests/{request_id}/files",
    status_code=201,
    max_body_size=UPLOAD_BYTES,
    form_limits={"max_files": 1, "max_fields": 0},
    responses=problems(RequestNotFound, WrongState, OwnAnimal, TooManyFiles, *_BAD_FILES, Unavailable),
)
async def add_care_file(
    request_id: UUID, file: UploadFile, vet: Veterinarian, db: Statements, context: InContext
) -> CareFileOut:
    """Adds a PDF, JPEG or PNG to care that you have in progress."""
    return await uploads.add(db, context.storage, request_id, await file.read(), by=vet.id)


@router.post(
    "/vet/care-requests/{request_id}/complete",
    responses=problems(RequestNotFound, OwnAnimal, WrongState, VersionConflict, OtherCurrency, ReportMissing),
)
async def complete_care(request_id: UUID, body: CareCompletionIn, vet: Veterinarian, db: Session) -> CareRequestOut:
    """Completes the care. What it came to is taken from what is held; beyond what was allowed the owner is asked."""
    return await shown(db, await service.complete(db, request_id, body, by=vet.id))


@router.get("/care-requests/{request_id}/report", responses=problems(RequestNotFound, ReportNotFound))
async def read_care_report(request_id: UUID, me: CurrentUser, db: Reader) -> CareReportOut:
    """Returns what was found and done."""
    return await queries.show(db, request_id, viewer=me)


@router.get(
    "/care-requests/{request_id}/report.pdf",
    response_class=Response,
    responses=_PDF | problems(RequestNotFound, ReportNotFound, Unavailable),
)
async def download_care_report(request_id: UUID, me: CurrentUser, context: InContext) -> Response:
    """Returns the report of completed care as PDF."""
    return await documents.read(context, request_id, viewer=me)


@router.get(
    "/care-requests/{request_id}/files/{file_id}",
    response_class=Response,
    responses=_FILE | problems(RequestNotFound, FileNotFound, NotFound, Unavailable),
)
async def read_care_file(
    request_id: UUID, file_id: UUID, me: CurrentUser, db: Statements, context: InContext
) -> Response:
    """Returns a photo or document of the care."""
    async with db.unit_of_work() as session:
        file = await queries.file_of(session, request_id, file_id, viewer=me)
    return Response(await uploads.content_of(context, file), media_type=file.media_type, headers=_HEADERS)
