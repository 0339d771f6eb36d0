"""Photos and documents of care.

To add one: check who asks; remove metadata, in a thread; plan to erase the file and commit; put it, sealed, into the
storage; store the row and keep the file. After a crash in between, the file is erased as planned.
"""

import asyncio
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import audit, clock, files
from amigok_chassis.context import Context
from amigok_chassis.db import Database
from amigok_chassis.errors import Unavailable
from amigok_chassis.ids import new_id
from amigok_chassis.pictures import without_metadata
from amigok_chassis.sealing import derive
from amigok_chassis.storage import Storage
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_chassis.uploads import PHOTOS, media_type
from care.reports.errors import TooManyFiles
from care.reports.models import CareFile
from care.reports.schemas import CareFileOut
from care.requests import service

MOST = 20
"""The most files that a request may have."""

UPLOADING = timedelta(minutes=10)
"""How long an upload may take before its file is erased."""


async def add(db: Database, storage: Storage, request_id: UUID, content: bytes, *, by: UUID) -> CareFileOut:
    """Adds a PDF, JPEG or PNG to care that is in progress, pictures without their metadata.

    The file is not read for people who may not add it. Raises RequestNotFound, WrongState, OwnAnimal, TooManyFiles,
    UnsupportedFile, BrokenPicture, TooManyPixels, Unavailable.
    """
    async with db.unit_of_work() as session:
        await _admit(session, request_id, by=by)
        audit.unchanged()
    kind, content = await asyncio.to_thread(_cleaned, content)
    file = CareFile(id=new_id(), request_id=request_id, media_type=kind, size=len(content), added_by=by)
    async with db.unit_of_work() as session:
        await files.erase(session, file.key, at=clock.now() + UPLOADING)
    await storage.put(file.key, content, secret=_secret(db.data_key))
    async with db.unit_of_work() as session:
        return await _show(session, file)


def _cleaned(content: bytes) -> tuple[str, bytes]:
    """Returns the type of a file, and its content without what cameras tell about people."""
    kind = media_type(content)
    return kind, without_metadata(content) if kind in PHOTOS else content


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
