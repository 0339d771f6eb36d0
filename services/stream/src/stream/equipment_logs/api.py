"""Logs over HTTP."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import Field

from amigok_chassis.db import Reader, Statements
from amigok_chassis.problems import problems
from amigok_chassis.spreadsheets import RESPONSES
from amigok_chassis.values import IsoDate
from amigok_herd import OtherFarm
from stream.equipment.errors import EquipmentNotFound, FarmNotFound
from stream.equipment.guards import FarmWorker
from stream.equipment_logs import documents, queries
from stream.equipment_logs.errors import PeriodOutOfRange
from stream.equipment_logs.schemas import EquipmentLogOut

router = APIRouter(prefix="/api/v1/farms/{farm_id}/equipment/{equipment_id}")

Day = Annotated[IsoDate, Field(ge=date(2000, 1, 1), lt=date(2100, 1, 1)), Query(description="In the farm's time zone")]
_PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}
_REFUSED = problems(OtherFarm, FarmNotFound, EquipmentNotFound, PeriodOutOfRange)


@router.get("/log", responses=_REFUSED)
async def read_equipment_log(
    farm_id: UUID, equipment_id: UUID, first_day: Day, last_day: Day, me: FarmWorker, db: Reader
) -> EquipmentLogOut:
    """Returns day by day how cold equipment was, its excursions, and when nothing was measured. At most 92 days."""
    return await queries.log(db, me, farm_id, equipment_id, first=first_day, last=last_day)


@router.get("/log.csv", response_class=Response, responses=RESPONSES | _REFUSED)
async def download_equipment_log_csv(
    farm_id: UUID, equipment_id: UUID, first_day: Day, last_day: Day, me: FarmWorker, db: Statements
) -> Response:
    """Downloads the log of equipment as CSV for spreadsheets."""
    return await documents.csv(db, me, farm_id, equipment_id, first_day, last_day)


@router.get("/log.pdf", response_class=Response, responses=_PDF | _REFUSED)
async def download_equipment_log_pdf(
    farm_id: UUID, equipment_id: UUID, first_day: Day, last_day: Day, me: FarmWorker, db: Statements
) -> Response:
    """Downloads the log of equipment as a PDF to print."""
    return await documents.pdf(db, me, farm_id, equipment_id, first_day, last_day)
