"""Deletes a person: deactivates the account, asks every service that may hold something of theirs, then decides.

While services are asked, the account is deactivated, so that nothing new begins after an answer. The services to ask
are those for which the contracts have an answer.
"""

from uuid import UUID

import structlog

from amigok_chassis import audit, clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.deletion import DeletionChecked
from amigok_contracts.identity import UserDeletionRequested
from identity.administrators.service import found, keep_an_administrator
from identity.administrators.status import deactivate, reactivate
from identity.deletions.answers import ASKED
from identity.deletions.errors import OwnAccount
from identity.deletions.forgetting import forget
from identity.deletions.machine import DELETIONS
from identity.deletions.models import Deletion
from identity.deletions.queries import newest
from identity.invitations.service import nobodys_password
from identity.users.models import User

log = structlog.get_logger()

REASON = "the account is to be deleted"


async def request(db: UnitOfWork, user_id: UUID, *, by: UUID) -> Deletion:
    """Begins to delete a user. While that is under way, or once it is done, repeating the call returns the same.

    A user who is unknown to all services is forgotten at once. Raises UserNotFound, OwnAccount, LastAdministrator.
    """
    password_hash = await nobodys_password()
    user = await found(db, user_id, by=by)
    known = await newest(db, user_id)
    if known is not None and (known.is_open or user.status == "deleted"):
        audit.unchanged()
        return known
    if user.id == by:
        raise OwnAccount
    await keep_an_administrator(db, user)
    deletion = Deletion(
        id=new_id(),
        user_id=user.id,
        requested_by=by,
        requested_at=clock.now(),
        was_active=user.is_active,
        answers={},
        state=DELETIONS.follow("request", None),
    )
    db.add(deletion)
    audit.record(db, "user.deletion_requested", subject_id=user.id, after={"deletion_id": deletion.id})
    if user.standing_version == 0:
        await _finish(db, deletion, user, password_hash)
        return deletion
    if user.is_active:
        await deactivate(db, user, reason=REASON)
    emit(db, UserDeletionRequested(user_id=user.id, request_id=deletion.id))
    return deletion


async def answered(db: UnitOfWork, answer: DeletionChecked, *, service: str) -> None:
    """Records a service's answer. With the last answer the person is forgotten, or the deletion is refused."""
    deletion = await db.get(Deletion, answer.request_id, with_for_update=True, populate_existing=True)
    if deletion is None or not deletion.is_open:
        return
    deletion.answered(service, answer.obstacles)
    if ASKED - set(deletion.answers):
        return
    user = await db.get_one(User, deletion.user_id, with_for_update={"key_share": True}, populate_existing=True)
    if deletion.obstacles:
        await _refuse(db, deletion, user)
    else:
        await _finish(db, deletion, user, await nobodys_password())


async def _refuse(db: UnitOfWork, deletion: Deletion, user: User) -> None:
    deletion.end("refuse", clock.now())
    log.info("deletion.refused", user_id=user.id, obstacles=deletion.obstacles)
    if deletion.was_active:
        await reactivate(db, user)
    audit.record(db, "user.deletion_refused", subject_id=user.id, after={"obstacles": deletion.obstacles})


async def _finish(db: UnitOfWork, deletion: Deletion, user: User, password_hash: str) -> None:
    deletion.end("finish", clock.now())
    await forget(db, user, by=deletion.requested_by, password_hash=password_hash)
