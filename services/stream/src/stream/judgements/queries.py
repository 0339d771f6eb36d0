"""What waits to be judged."""

from datetime import timedelta

from sqlalchemy import func, select

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from stream.judgements.models import Judgement
from stream.sensors.models import Sensor

PATIENCE = timedelta(minutes=5)


async def stuck(db: UnitOfWork) -> int:
    """Counts the sensors with readings from some minutes ago that nobody has judged, or that nobody can judge."""
    before = clock.now() - PATIENCE
    unseen = select(func.count()).where(Sensor.unjudged_from.is_not(None), Sensor.last_recorded_at < before)
    failed = select(func.count()).where(Judgement.due_from < before, Judgement.due_until.is_not(None))
    return (await db.scalar(unseen) or 0) + (await db.scalar(failed) or 0)
