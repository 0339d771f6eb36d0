"""Records what administrators do: in the audit log, in the person's own log, and in events."""

from typing import Any
from uuid import UUID

import structlog

from amigok_chassis import audit
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.service import note
from identity.users.models import User

log = structlog.get_logger()

_SHOWN = ("email", "username", "full_name", "role", "status", "status_reason", "notes")
_PERSONAL = {"email", "username", "full_name", "status_reason", "notes"}


def state_of(user: User) -> dict[str, Any]:
    """The fields that events about a user carry."""
    return {"user_id": user.id, "role": user.role, "status": user.status}


def picture(user: User) -> dict[str, Any]:
    """The values that the audit log shows."""
    return audit.picture(user, *_SHOWN)


def tell(db: UnitOfWork, user: User, action: str, *, by: UUID, before: dict[str, Any] | None = None) -> None:
    """Records a change in the audit log, and that it happened in the person's own log."""
    record(db, user, action, by=by, before=before)
    note(db, user_id=user.id, action=action.removeprefix("user."))


def record(db: UnitOfWork, user: User, action: str, *, by: UUID, before: dict[str, Any] | None) -> None:
    """Records a change in the audit log."""
    after = None if before is None else picture(user)
    audit.record(db, action, subject_id=user.id, before=before, after=after, personal=_PERSONAL)
    log.info(action, user_id=user.id, actor_id=by)
