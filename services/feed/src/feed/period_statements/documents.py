"""The PDF of a statement, made when it is asked for. No transaction is open while it is typeset."""

from importlib.resources import files
from uuid import UUID

from fastapi import Response

from amigok_chassis import typesetting
from amigok_chassis.db import Database
from feed.period_statements import queries
from feed.period_statements.schemas import StatementOut
from feed.periods.calendar import local, zone

_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


async def pdf(db: Database, period_id: UUID, *, owner_id: UUID) -> Response:
    """Returns an owner's statement as a download. Raises StatementNotFound."""
    async with db.unit_of_work() as session:
        statement = await queries.one(session, period_id, owner_id=owner_id)
    content = await typeset(statement)
    name = f"feed-statement-{statement.starts_at:%Y-%m-%d}-{str(period_id)[-6:]}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', **_HEADERS}
    return Response(content, media_type="application/pdf", headers=headers)


async def typeset(statement: StatementOut) -> bytes:
    """Returns the PDF. The same statement always gives the same bytes."""
    template = files("feed.period_statements").joinpath("statement.typ").read_bytes()
    tz = zone(statement.time_zone)
    shown = {
        "from": f"{local(statement.starts_at, tz):%Y-%m-%d %H:%M}",
        "until": f"{local(statement.closed_at or statement.ends_at, tz):%Y-%m-%d %H:%M}",
    }
    data = statement.model_dump(mode="json") | {"shown": shown}
    return await typesetting.pdf(template, data, now=statement.closed_at or statement.starts_at)
