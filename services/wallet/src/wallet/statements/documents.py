"""Statements as files."""

from importlib.resources import files
from typing import Literal

from fastapi import Response

from amigok_chassis import clock, typesetting
from amigok_chassis.spreadsheets import BOM, lines
from wallet.statements.schemas import Movement, Statement

COLUMNS = (
    "posted_at",
    "type",
    "purpose",
    "counterparty",
    "description",
    "reference_id",
    "transfer_id",
    "available_change",
    "held_change",
    "owed_change",
    "available_after",
    "currency",
)


async def made(statement: Statement, format: Literal["csv", "pdf"]) -> Response:
    """The file to download."""
    content, media_type = (
        (_csv(statement), "text/csv; charset=utf-8") if format == "csv" else (await _pdf(statement), "application/pdf")
    )
    name = f"statement-{statement.currency}-{statement.since:%Y%m%d}-{statement.until:%Y%m%d}.{format}"
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _csv(statement: Statement) -> bytes:
    return (BOM + lines([COLUMNS, *(_cells(line) for line in statement.lines)])).encode()


def _cells(line: Movement) -> list[object]:
    return [
        line.posted_at.isoformat(),
        line.type,
        line.purpose,
        line.counterparty,
        line.description,
        line.reference_id,
        line.transfer_id,
        line.available_change.amount,
        line.held_change.amount,
        line.owed_change.amount,
        line.available_after.amount,
        line.currency,
    ]


async def _pdf(statement: Statement) -> bytes:
    template = files("wallet.statements").joinpath("statement.typ").read_bytes()
    now = clock.now()
    return await typesetting.pdf(template, {**statement.model_dump(mode="json"), "made_at": now.isoformat()}, now=now)
