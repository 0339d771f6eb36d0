"""Reads the log."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from amigok_chassis.audit.models import AuditEntry
from amigok_chassis.audit.schemas import AuditEntryOut
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork


async def entries(
    db: UnitOfWork,
    paging: Paging,
    *,
    actor_id: UUID | None,
    subject_id: UUID | None,
    action: str | None,
    since: datetime | None,
    until: datetime | None,
) -> Page[AuditEntryOut]:
    """The log, newest first; from `since`, before `until`. Raises InvalidCursor."""
    query = select(AuditEntry).options(joinedload(AuditEntry.personal))
    for column, value in (
        (AuditEntry.actor_id, actor_id),
        (AuditEntry.subject_id, subject_id),
        (AuditEntry.action, action),
    ):
        if value is not None:
            query = query.where(column == value)
    if since is not None:
        query = query.where(AuditEntry.at >= since)
    if until is not None:
        query = query.where(AuditEntry.at < until)
    rows, cursor = await paginate(db, query, paging, key=[AuditEntry.number])
    return Page(items=[AuditEntryOut.of(row) for row in rows], next_cursor=cursor)
