"""A log as a file. No transaction is open while it is made."""

from datetime import date, datetime
from importlib.resources import files
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import Response

from amigok_chassis import typesetting
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from stream.equipment_logs import queries, sheets
from stream.equipment_logs.schemas import EquipmentLogOut

_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


async def pdf(db: Database, by: Principal, farm_id: UUID, equipment_id: UUID, first: date, last: date) -> Response:
    """The log as a PDF. Raises what `queries.log` does."""
    log = await _log(db, by, farm_id, equipment_id, first, last)
    return Response(await typeset(log), media_type="application/pdf", headers=_headers(log, "pdf"))


async def csv(db: Database, by: Principal, farm_id: UUID, equipment_id: UUID, first: date, last: date) -> Response:
    """The log as CSV. Raises what `queries.log` does."""
    log = await _log(db, by, farm_id, equipment_id, first, last)
    return Response(sheets.csv(log), media_type="text/csv; charset=utf-8", headers=_headers(log, "csv"))


async def typeset(log: EquipmentLogOut) -> bytes:
    """The PDF. The same log always gives the same bytes."""
    template = files("stream.equipment_logs").joinpath("log.typ").read_bytes()
    return await typesetting.pdf(template, _data(log), now=log.generated_at)


async def _log(
    db: Database, by: Principal, farm_id: UUID, equipment_id: UUID, first: date, last: date
) -> EquipmentLogOut:
    async with db.reader() as session:
        return await queries.log(session, by, farm_id, equipment_id, first=first, last=last)


def _headers(log: EquipmentLogOut, kind: str) -> dict[str, str]:
    name = f"equipment-log-{log.first_day}-{str(log.equipment.id)[-6:]}.{kind}"
    return {"Content-Disposition": f'attachment; filename="{name}"', **_HEADERS}


def _data(log: EquipmentLogOut) -> object:
    zone = ZoneInfo(log.time_zone)
    data = log.model_dump(mode="json")
    data["generated_at"] = _shown(log.generated_at, zone)
    for excursion, row in zip(log.excursions, data["excursions"], strict=True):
        row |= _times(excursion.began_at, excursion.ended_at, zone)
    for gap, row in zip(log.gaps, data["gaps"], strict=True):
        row |= _times(gap.began_at, gap.ended_at, zone)
    return data


def _times(began_at: datetime, ended_at: datetime | None, zone: ZoneInfo) -> dict[str, str | None]:
    return {"began_at": _shown(began_at, zone), "ended_at": _shown(ended_at, zone)}


def _shown(moment: datetime | None, zone: ZoneInfo) -> str | None:
    return None if moment is None else f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"
