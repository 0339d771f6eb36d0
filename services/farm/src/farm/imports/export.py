"""Exports CSV in chunks, so that no transaction lasts as long as a slow reader."""

from collections.abc import AsyncIterator
from uuid import UUID

from sqlalchemy import select, tuple_

from amigok_chassis.db import Database
from amigok_chassis.spreadsheets import BOM, lines
from farm.imports import cells, sheet
from farm.imports.models import RowError
from farm.livestock.models import Livestock
from farm.livestock.queries import with_names

CHUNK = 1_000


async def animals(db: Database, *, decimal_comma: bool) -> AsyncIterator[str]:
    """Yields all animals with the columns of an import, first registered first.

    With decimal commas, spreadsheets expect semicolons between cells.
    """
    delimiter = ";" if decimal_comma else ","
    yield BOM + lines([sheet.COLUMNS], delimiter=delimiter)
    after = UUID(int=0)
    while True:
        query = select(Livestock).options(*with_names()).where(Livestock.id > after).order_by(Livestock.id).limit(CHUNK)
        async with db.unit_of_work() as session:
            chunk = (await session.scalars(query)).all()
        if not chunk:
            return
        rows = (sheet.cells(animal).values() for animal in chunk)
        yield lines(([cells.exported(cell, decimal_comma) for cell in row] for row in rows), delimiter=delimiter)
        after = chunk[-1].id


async def errors(db: Database, import_id: UUID) -> AsyncIterator[str]:
    """Yields the report of an import, first row first."""
    yield BOM + lines([("row", "column", "code", "reason")])
    key = tuple_(RowError.number, RowError.position)
    after = (0, 0)
    while True:
        query = select(RowError).where(RowError.import_id == import_id, key > after)
        async with db.unit_of_work() as session:
            chunk = (await session.scalars(query.order_by(RowError.number, RowError.position).limit(CHUNK))).all()
        if not chunk:
            return
        yield lines((each.number, each.column_name, each.code, each.reason) for each in chunk)
        after = (chunk[-1].number, chunk[-1].position)
