"""Keeps the log of what administrators do, and proves that it is whole."""

from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from identity.audit.models import BEGINNING, AuditEntry

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7305011)")


async def record(
    db: AsyncSession,
    *,
    actor_id: UUID,
    action: str,
    subject_id: UUID,
    address: str,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Adds an entry in the transaction of what it tells. Values are JSON and hold no secrets and no documents."""
    await db.execute(_ONE_AT_A_TIME)
    last = await db.scalar(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1))
    entry = AuditEntry(
        number=last.number + 1 if last else 1,
        at=clock.now(),
        actor_id=actor_id,
        action=action,
        subject_id=subject_id,
        address=address,
        before=before or {},
        after=after or {},
    )
    entry.digest = entry.sealed(last.digest if last else BEGINNING)
    db.add(entry)
    await db.flush()
