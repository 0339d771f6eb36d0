"""What time triggers."""

from sqlalchemy import delete, select, update

from amigok_chassis import clock, files
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.kyc.models import Document, Submission, object_key

BATCH = 100


@every(60)
async def remove_documents(db: UnitOfWork) -> None:
    """Removes documents that were never submitted or were kept long enough, and personal data with them."""
    now = clock.now()
    over = select(Submission.id).where(Submission.erase_after <= now).limit(BATCH)
    erased = update(Submission).where(Submission.id.in_(over)).values(sealed=None, number_digest=None, erase_after=None)
    await db.execute(erased.execution_options(synchronize_session=False))
    due = select(Document.id).where(Document.remove_after <= now).limit(BATCH).with_for_update(skip_locked=True)
    removed = await db.scalars(delete(Document).where(Document.id.in_(due)).returning(Document.id))
    await files.erase(db, *map(object_key, removed))
