"""What time triggers."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.models import Activity


@every(300)
async def forget_activities(db: UnitOfWork) -> None:
    """Deletes activities after a year, in bounded batches."""
    await housekeeping.forget(db, Activity.at, older_than=timedelta(days=365))
