"""What time triggers."""

from amigok_chassis import housekeeping
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from notification.notices.models import Notice
from notification.settings import Settings


@every(60)
async def forget_notices(db: UnitOfWork) -> None:
    """Deletes old notices, in bounded batches."""
    await housekeeping.forget(db, Notice.created_at, older_than=db.settings(Settings).kept_for)
