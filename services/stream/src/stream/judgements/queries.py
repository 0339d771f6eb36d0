"""What waits to be judged."""

from datetime import timedelta

from sqlalchemy import func, select

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from stream.sensors.models import Sensor

PATIENCE = timedelta(minutes=5)


async def stuck(db: UnitOfWork) -> int:
    """Counts the sensors with unjudged readings, the newest of which are older than some minutes."""
    old = Sensor.unjudged_from.is_not(None), Sensor.last_recorded_at < clock.now() - PATIENCE
    return await db.scalar(select(func.count()).where(*old)) or 0
