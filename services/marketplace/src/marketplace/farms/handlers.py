"""The farm's events about farms."""

from amigok_chassis import newer
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import FarmChanged
from marketplace.farms.models import Farm


@on(FarmChanged)
async def farm_changed(db: UnitOfWork, event: FarmChanged) -> None:
    told = {"name": event.name, "latitude": event.latitude, "longitude": event.longitude}
    await newer.keep(db, Farm, {"id": event.farm_id, "version": event.aggregate_version} | told)
