"""What identity publishes about users."""

from amigok_chassis import audit
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted, UserDeletionRequested
from payment.users import service


@on(UserDeletionRequested)
async def user_deletion_requested(db: UnitOfWork, event: UserDeletionRequested) -> None:
    await service.check_deletion(db, event.user_id, request_id=event.request_id)


@on(UserDeleted)
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    """Erases the user from the audit log. Other nouns erase what they store themselves."""
    audit.forget(db, event.user_id)
