"""The audit log over HTTP: every service with a database has one, at a path with its name."""

from functools import cache
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.audit import queries
from amigok_chassis.audit.schemas import AuditEntryOut
from amigok_chassis.auth import requires
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.values import IsoDateTime

Action = Annotated[str | None, Query(max_length=60, pattern=r"^[a-z0-9_.]+$", description="Such as `user.created`")]


async def list_audit_entries(
    page: PageRequest,
    db: Reader,
    actor_id: UUID | None = None,
    subject_id: UUID | None = None,
    action: Action = None,
    since: IsoDateTime | None = None,
    until: IsoDateTime | None = None,
) -> Page[AuditEntryOut]:
    """Lists what people did by their role, newest first, from `since` to before `until`."""
    return await queries.entries(
        db, page, actor_id=actor_id, subject_id=subject_id, action=action, since=since, until=until
    )


@cache
def router(service: str) -> APIRouter:
    """The routes of a service's audit log, for administrators."""
    door = APIRouter(prefix=f"/api/v1/admin/{service}", dependencies=[Depends(requires("admin"))])
    door.get("/audit-log")(list_audit_entries)
    return door
