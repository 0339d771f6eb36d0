"""What time triggers."""

from datetime import timedelta

from sqlalchemy import delete, select

from amigok_chassis import clock
from amigok_chassis.housekeeping import BATCH
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from notification.addresses.models import StoredAddress

AFTER = timedelta(days=7)


@every(3600)
async def forget_dead_devices(db: UnitOfWork) -> None:
    """Deletes addresses of devices to which nothing has been sent for a week, because they are gone."""
    gone = StoredAddress.channel.in_(["web_push", "fcm"]), StoredAddress.dead_at < clock.now() - AFTER
    some = select(StoredAddress.id).where(*gone).limit(BATCH)
    await db.execute(delete(StoredAddress).where(StoredAddress.id.in_(some)))
