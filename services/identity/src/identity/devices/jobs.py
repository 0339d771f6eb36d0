"""What time triggers."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.devices.models import KnownDevice


@every(300)
async def forget_devices(db: UnitOfWork) -> None:
    """Forgets devices that were not used for a year, in bounded batches."""
    await housekeeping.forget(db, KnownDevice.last_used_at, older_than=timedelta(days=365))
