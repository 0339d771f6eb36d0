"""What time triggers about photos."""

from sqlalchemy import delete, select

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.service import task
from farm.photos.models import Photo

BATCH = 100


@task(60)
async def remove_photos(context: Context) -> None:
    """Deletes removed photos, and photos whose picture never arrived.

    Deleting a picture twice does no harm, so replicas need not agree. A row is deleted after its picture.
    """
    async with context.db.unit_of_work() as db:
        due = select(Photo).where(Photo.remove_after <= clock.now()).order_by(Photo.remove_after).limit(BATCH)
        photos = (await db.scalars(due)).all()
    for photo in photos:
        await context.storage.delete(photo.key)
        async with context.db.unit_of_work() as db:
            await db.execute(delete(Photo).where(Photo.id == photo.id))
