"""The audit log over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.values import IsoDateTime
from identity.audit import service
from identity.audit.schemas import AuditEntryOut

router = APIRouter(prefix="/api/v1/admin", tags=["identity"], dependencies=[Depends(requires("admin"))])

Action = Annotated[str | None, Query(max_length=60, pattern=r"^[a-z0-9_.]+$", description="Such as `user.created`")]


@router.get("/audit-log")
async def list_audit_entries(
    page: PageRequest,
    db: Reader,
    actor_id: UUID | None = None,
    subject_id: UUID | None = None,
    action: Action = None,
    since: IsoDateTime | None = None,
    until: IsoDateTime | None = None,
) -> Page[AuditEntryOut]:
    """What administrators did, newest first; from `since` on, before `until`. 422 `invalid_cursor`."""
    return await service.entries(
        db, page, actor_id=actor_id, subject_id=subject_id, action=action, since=since, until=until
    )
