"""The use of antimicrobials over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader
from amigok_chassis.spreadsheets import RESPONSES
from care.antimicrobials import queries
from care.antimicrobials.schemas import FarmUseOut

router = APIRouter(prefix="/api/v1/vet", dependencies=[Depends(requires("admin", "veterinarian"))])

Year = Annotated[int, Query(ge=2000, le=2098)]
Quarter = Annotated[int, Query(ge=1, le=4)]


@router.get("/antimicrobial-use")
async def read_antimicrobial_use(farm_id: UUID, year: Year, quarter: Quarter, db: Reader) -> FarmUseOut:
    """Says how much of antimicrobials was given at a farm in a quarter, by class and for each kilogram of animal."""
    return await queries.use_of_farm(db, farm_id, year=year, quarter=quarter)


@router.get("/antimicrobial-use/export", response_class=Response, responses=RESPONSES)
async def export_antimicrobial_use(year: Year, quarter: Quarter, db: Reader) -> Response:
    """Downloads how much was given at all farms in a quarter, as CSV for spreadsheets."""
    name = f"antimicrobials-{year}-q{quarter}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(
        await queries.sheet(db, year=year, quarter=quarter), headers=headers, media_type="text/csv; charset=utf-8"
    )
