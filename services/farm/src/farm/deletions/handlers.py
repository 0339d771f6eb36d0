"""What identity publishes about the deletion of users. Each noun erases its own texts."""

import structlog

from amigok_chassis import audit
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted, UserDeletionRequested
from farm.deletions import service

log = structlog.get_logger()


@on(UserDeletionRequested)
async def deletion_requested(db: UnitOfWork, event: UserDeletionRequested) -> None:
    """Answers whether anything here prevents the deletion."""
    await service.check(db, request_id=event.request_id, user_id=event.user_id)


@on(UserDeleted)
async def forget_in_audit_log(db: UnitOfWork, event: UserDeleted) -> None:
    """Erases what the audit log has of a deleted user's texts."""
    audit.forget(db, event.user_id)
    log.info("user.forgotten", user_id=str(event.user_id))
