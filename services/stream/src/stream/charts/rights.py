"""Who sees what a sensor measures, and since when."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import works_at
from stream.animals.models import Animal
from stream.farms.models import Farm
from stream.intervals.models import Interval
from stream.sensor_types.models import SensorType
from stream.sensors.errors import SensorNotFound
from stream.sensors.models import Sensor


async def require_sensor(db: UnitOfWork, by: Principal, sensor_id: UUID) -> tuple[Sensor, datetime | None]:
    """A sensor, and since when this user sees it; None: always.

    Staff of its farm and administrators see all. Owners see what is shown to owners in the area in which an animal of
    theirs is now, from the day on that it is theirs. Raises SensorNotFound, whether or not there is such a sensor.
    """
    sensor = await db.get(Sensor, sensor_id)
    if sensor is None:
        raise SensorNotFound
    if by.role == "admin" or (by.role == "farm_staff" and await works_at(db, Farm, by.id, sensor.farm_id)):
        return sensor, None
    since = await _owner_since(db, by.id, sensor)
    if since is None:
        raise SensorNotFound
    return sensor, since


async def _owner_since(db: UnitOfWork, user_id: UUID, sensor: Sensor) -> datetime | None:
    """Since when they own an animal that is in the sensor's area, the longest of several."""
    theirs = select(func.min(func.lower(Interval.during))).join(Animal, Animal.id == Interval.livestock_id)
    theirs = theirs.join(SensorType, SensorType.name == sensor.type).where(
        SensorType.shown_to_owners,
        Interval.owner_id == user_id,
        Interval.during.contains(clock.now()),
        Animal.owner_id == user_id,
        Animal.gone.is_(None),
        Animal.farm_id == sensor.farm_id,
        Animal.area_id == sensor.area_id,
    )
    since: datetime | None = await db.scalar(theirs)
    return since
