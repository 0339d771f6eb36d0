"""Photos that buyer and seller add to a complaint.

To add one: check who asks; remove metadata, in a thread; plan to erase the file and commit; put it, sealed, into the
storage; store the row and keep the file. After a crash in between, the file is erased as planned.
"""

import asyncio
from datetime import timedelta
from uuid import UUID

from sqlalchemy import and_, delete, func, or_, select

from amigok_chassis import clock, files
from amigok_chassis.auth import Principal
from amigok_chassis.context import Context
from amigok_chassis.errors import Unavailable
from amigok_chassis.ids import new_id
from amigok_chassis.pictures import without_metadata
from amigok_chassis.sealing import derive
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_chassis.uploads import PHOTOS, media_type
from marketplace.complaints import queries, service
from marketplace.complaints.errors import ComplaintNotFound, FileNotFound, TooManyFiles
from marketplace.complaints.models import Complaint, ComplaintFile
from marketplace.complaints.schemas import ComplaintFileOut
from marketplace.orders.models import Order
from marketplace.orders.queries import side_of

MOST = 10
"""The most photos that each side may add."""

_UPLOADING = timedelta(minutes=10)
"""How long an upload may take before its file is erased."""


async def add(context: Context, order_id: UUID, content: bytes, *, by: Principal) -> ComplaintFileOut:
    """Adds a JPEG or PNG to an open complaint of one's own order, without its metadata.

    Raises ComplaintNotFound, TooManyFiles, UnsupportedFile, BrokenPicture, TooManyPixels, Unavailable.
    """
    async with context.db.unit_of_work() as db:
        complaint, side = await _admit(db, order_id, by=by)
    kind, content = await asyncio.to_thread(_cleaned, content)
    file = ComplaintFile(id=new_id(), complaint_id=complaint.id, side=side, media_type=kind, size=len(content))
    async with context.db.unit_of_work() as db:
        await files.erase(db, file.key, at=clock.now() + _UPLOADING)
    await context.storage.put(file.key, content, secret=_secret(context.db.data_key))
    async with context.db.unit_of_work() as db:
        return await _show(db, order_id, file, by=by)


async def read(context: Context, order_id: UUID, file_id: UUID, *, reader: Principal) -> tuple[bytes, str]:
    """Returns a photo and its type to the parties and to administrators.

    Raises ComplaintNotFound, FileNotFound, NotFound, Unavailable.
    """
    async with context.db.unit_of_work() as db:
        await queries.visible(db, order_id, reader=reader)
        file = await db.get(ComplaintFile, file_id)
        about = None if file is None else await db.get_one(Complaint, file.complaint_id)
        if file is None or about is None or about.order_id != order_id:
            raise FileNotFound
    return await context.storage.get(file.key, secret=_secret(context.db.data_key)), file.media_type


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Erases the photos of somebody who is deleted."""
    of_buyer = and_(Order.buyer_id == user_id, ComplaintFile.side == "buyer")
    of_seller = and_(Order.seller_id == user_id, ComplaintFile.side == "seller")
    theirs = (
        select(ComplaintFile)
        .join(Complaint, Complaint.id == ComplaintFile.complaint_id)
        .join(Order, Order.id == Complaint.order_id)
        .where(or_(of_buyer, of_seller))
    )
    found = (await db.scalars(theirs)).all()
    await files.erase(db, *(file.key for file in found))
    await db.execute(delete(ComplaintFile).where(ComplaintFile.id.in_([file.id for file in found])))


async def _admit(db: UnitOfWork, order_id: UUID, *, by: Principal) -> tuple[Complaint, str]:
    order, complaint = await service.locked(db, order_id)
    side = side_of(order, by)
    if side not in ("buyer", "seller"):
        raise ComplaintNotFound
    count = select(func.count()).where(ComplaintFile.complaint_id == complaint.id, ComplaintFile.side == side)
    if (await db.scalar(count) or 0) >= MOST:
        raise TooManyFiles(f"Each side may add {MOST} photos at most.")
    return complaint, side


async def _show(db: UnitOfWork, order_id: UUID, file: ComplaintFile, *, by: Principal) -> ComplaintFileOut:
    complaint, _ = await _admit(db, order_id, by=by)
    if complaint.id != file.complaint_id:
        raise ComplaintNotFound
    if not await files.keep(db, file.key):
        raise Unavailable("The upload took too long; send it again.")
    file.added_at = clock.now()
    complaint.version += 1
    db.add(file)
    return ComplaintFileOut.model_validate(file)


def _cleaned(content: bytes) -> tuple[str, bytes]:
    """Returns the type of a photo, and its content without what cameras tell about people."""
    return media_type(content, PHOTOS), without_metadata(content)


def _secret(data_key: bytes) -> bytes:
    return derive(data_key, "evidence of complaints")
