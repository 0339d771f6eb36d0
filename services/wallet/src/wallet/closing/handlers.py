"""Identity asks before it deletes somebody, and reports when it has."""

from amigok_chassis import audit
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeletionRequested, UserStandingChanged
from wallet.accounts.locks import ACCOUNTS
from wallet.closing import service


@on(UserDeletionRequested, locks=[ACCOUNTS.of("user_id")])
async def user_deletion_requested(db: UnitOfWork, event: UserDeletionRequested) -> None:
    await service.check(db, request_id=event.request_id, user_id=event.user_id)


@on(UserStandingChanged)
async def user_deleted(db: UnitOfWork, event: UserStandingChanged) -> None:
    """The money stays; personal data in the audit log is erased."""
    if event.status == "deleted":
        audit.forget(db, event.user_id)
