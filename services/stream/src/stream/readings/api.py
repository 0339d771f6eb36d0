"""Readings over HTTP: devices send them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import Administrator
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from stream.devices.login import CurrentDevice
from stream.readings import refusals, service
from stream.readings.schemas import ReadingsIn, ReadingsOut, RefusedOut

LARGEST = 393_216
"""Bytes of a request with a thousand readings, also before it is known which device sends them."""

router = APIRouter(prefix="/api/v1")


@router.post("/jetson/sensor-readings", max_body_size=LARGEST)
async def send_sensor_readings(body: ReadingsIn, device: CurrentDevice, context: InContext) -> ReadingsOut:
    """Takes in what a device's sensors measured. A sensor comes into being with its first reading.

    One reading that is refused keeps none of the others out. Sending them again has no further effect.
    """
    return await service.record_of(context, device, body.readings)


@router.get("/admin/refused-readings")
async def list_refused_readings(
    admin: Administrator, db: Reader, page: PageRequest, device_id: Annotated[UUID | None, Query()] = None
) -> Page[RefusedOut]:
    """Lists what devices have sent and was not stored, newest first: the first of each batch, for two weeks."""
    return await refusals.list_of(db, device_id, page)
