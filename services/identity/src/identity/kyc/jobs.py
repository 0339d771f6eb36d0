"""What time triggers."""

from sqlalchemy import delete, select, update

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.service import task
from identity.kyc.models import Document, Submission

BATCH = 100


@task(60)
async def remove_documents(context: Context) -> None:
    """Removes documents that never came to a submission or are kept long enough, and what was said with them.

    Removing an object twice does no harm, so replicas need not agree; a document's row goes after its object.
    """
    now = clock.now()
    due = select(Submission.id).where(Submission.erase_after <= now).limit(BATCH)
    async with context.db.unit_of_work() as db:
        await db.execute(
            update(Submission)
            .where(Submission.id.in_(due))
            .values(sealed=None, number_digest=None, erase_after=None)
            .execution_options(synchronize_session=False)
        )
    async with context.db.unit_of_work() as db:
        documents = (await db.scalars(select(Document).where(Document.remove_after <= now).limit(BATCH))).all()
    for document in documents:
        await context.storage.delete(document.key)
        async with context.db.unit_of_work() as db:
            await db.execute(delete(Document).where(Document.id == document.id))
