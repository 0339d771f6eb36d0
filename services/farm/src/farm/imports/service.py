"""Accepts files and reports their progress."""

import asyncio
from hashlib import sha256
from uuid import UUID

import structlog
from sqlalchemy import insert, select
from sqlalchemy.dialects.postgresql import insert as upsert

from amigok_chassis import audit, clock
from amigok_chassis.due import announce
from amigok_chassis.ids import new_id
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from farm.imports import sheet
from farm.imports.errors import ImportNotFound
from farm.imports.models import LivestockImport, RowError, WaitingRow
from farm.imports.schemas import ImportOut, RowErrorOut

log = structlog.get_logger()


async def accept(db: UnitOfWork, content: bytes, *, requested_by: UUID, dry_run: bool) -> ImportOut:
    """Stores a file for import. If the administrator has sent the same file and it is running, returns that import.

    Raises what `sheet.read` raises.
    """
    rows = await asyncio.to_thread(sheet.read, content)
    file = {"requested_by": requested_by, "digest": sha256(content).digest(), "dry_run": dry_run}
    while True:
        if (created := await _begin(db, len(rows), file)) is not None:
            await db.execute(insert(WaitingRow), [_waiting(created, row) for row in rows])
            audit.record(db, "import.accepted", subject_id=created, after={"rows": len(rows), "dry_run": dry_run})
            log.info("import.accepted", import_id=str(created), rows=len(rows), dry_run=dry_run)
            return await show(db, created)
        running = select(LivestockImport).filter_by(**file).where(LivestockImport.finished_at.is_(None))
        if (found := await db.scalar(running)) is not None:
            audit.unchanged()
            return ImportOut.model_validate(found)


async def _begin(db: UnitOfWork, total: int, file: dict[str, object]) -> UUID | None:
    """Returns the id of the new import, or None if this file is running. Waits for a concurrent upload of it."""
    now = clock.now()
    announce(db, LivestockImport)
    return await db.scalar(
        upsert(LivestockImport)
        .values(id=new_id(), total=total, created_at=now, due_at=now, **file)
        .on_conflict_do_nothing()
        .returning(LivestockImport.id)
    )


def _waiting(import_id: UUID, row: sheet.Row) -> dict[str, object]:
    flaws = [[flaw.column, flaw.code, flaw.reason] for flaw in row.flaws]
    return {"import_id": import_id, "number": row.number, "cells": row.cells, "flaws": flaws}


async def show(db: UnitOfWork, import_id: UUID) -> ImportOut:
    """Returns the progress of an import. Raises ImportNotFound."""
    found = await db.get(LivestockImport, import_id)
    if found is None:
        raise ImportNotFound
    return ImportOut.model_validate(found)


async def errors(db: UnitOfWork, paging: Paging, import_id: UUID) -> Page[RowErrorOut]:
    """Returns what was wrong with the rows that were refused so far, first row first. Raises ImportNotFound."""
    await show(db, import_id)
    query = select(RowError).where(RowError.import_id == import_id)
    key = [RowError.number, RowError.position]
    rows, cursor = await paginate(db, query, paging, key=key, descending=False)
    return Page(items=[_out(row) for row in rows], next_cursor=cursor)


def _out(error: RowError) -> RowErrorOut:
    return RowErrorOut(row=error.number, column=error.column_name, code=error.code, reason=error.reason)
