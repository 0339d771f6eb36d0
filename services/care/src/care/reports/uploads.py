"""Photos and documents of care.

To add one: check who asks; plan to erase the file and commit; put it, sealed, into the storage; store the row and keep
the file. After a crash in between, the file is erased as planned.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import audit, clock, files
from amigok_chassis.context import Context
from amigok_chassis.db import Database
from amigok_chassis.errors import Unavailable
from amigok_chassis.ids import new_id
from amigok_chassis.sealing import derive
from amigok_chassis.storage import Storage
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_chassis.uploads import media_type
from care.reports.errors import TooManyFiles
from care.reports.models import CareFile
from care.reports.schemas import CareFileOut
from care.requests import service

MOST = 20
"""The most files that a request may have."""

UPLOADING = timedelta(minutes=10)
"""How long an upload may take before its file is erased."""


async def add(db: Database, storage: Storage, request_id: UUID, content: bytes, *, by: UUID) -> CareFileOut:
    """Adds a PDF, JPEG or PNG to care that is in progress.

    The file is not read for people who may not add it. Raises RequestNotFound, WrongState, TooManyFiles,
    UnsupportedFile, Unavailable.
    """
    async with db.unit_of_work() as session:
        await _admit(session, request_id, by=by)
        audit.unchanged()
    file = CareFile(id=new_id(), request_id=request_id, media_type=media_type(content), size=len(content), added_by=by)
    async with db.unit_of_work() as session:
        await files.erase(session, file.key, at=clock.now() + UPLOADING)
    await storage.put(file.key, content, secret=_secret(db.data_key))
    async with db.unit_of_work() as session:
        return await _show(session, file)


async def content_of(context: Context, file: CareFile) -> bytes:
    """Returns what is in a file. Raises NotFound, Unavailable."""
    return await context.storage.get(file.key, secret=_secret(context.db.data_key))


async def _admit(db: UnitOfWork, request_id: UUID, *, by: UUID) -> None:
    await service.require_in_progress(db, request_id, by)
    count = await db.scalar(select(func.count()).where(CareFile.request_id == request_id))
    if (count or 0) >= MOST:
        raise TooManyFiles(f"A request has at most {MOST} files.")


async def _show(db: UnitOfWork, file: CareFile) -> CareFileOut:
    await _admit(db, file.request_id, by=file.added_by)
    if not await files.keep(db, file.key):
        raise Unavailable("The upload took too long; send it again.")
    file.added_at = clock.now()
    db.add(file)
    audit.record(db, "care.file_added", subject_id=file.request_id, after={"file_id": file.id})
    return CareFileOut.of(file)


def _secret(data_key: bytes) -> bytes:
    return derive(data_key, "care files")
