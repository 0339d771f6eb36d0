"""Labels over HTTP."""

from typing import Any

from fastapi import APIRouter, Depends, Response

from amigok_chassis import clock
from amigok_chassis.auth import requires
from amigok_chassis.context import InContext
from amigok_chassis.db import Statements
from amigok_chassis.problems import problems
from farm.farms.errors import FarmNotFound
from farm.labels import service
from farm.labels.errors import NothingToPrint, SomeNotFound, TooManyLabels
from farm.labels.schemas import LabelsIn
from farm.labels.typesetting import typeset

admin = APIRouter(prefix="/api/v1/admin/livestock", dependencies=[Depends(requires("admin"))])

_PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}

_DOWNLOAD = {"Content-Disposition": 'attachment; filename="labels.pdf"'}


@admin.post(
    "/labels",
    response_class=Response,
    responses=_PDF | problems(FarmNotFound, SomeNotFound, NothingToPrint, TooManyLabels),
)
async def print_labels(body: LabelsIn, context: InContext, db: Statements) -> Response:
    """Prints labels with QR codes as PDF, for up to 500 animals or for all in a farm."""
    public_url = context.config.public_url
    async with db.unit_of_work() as session:
        labels = await service.choose(
            session, livestock_ids=body.livestock_ids, farm_id=body.farm_id, public_url=public_url
        )
    pdf = await typeset(labels, body.format, now=clock.now())
    return Response(pdf, media_type="application/pdf", headers=_DOWNLOAD)
