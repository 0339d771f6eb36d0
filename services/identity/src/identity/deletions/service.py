"""Deleting a person: deactivate, ask every service that may hold something of theirs, then forget or refuse.

While services are asked the account is deactivated, so that nothing new begins after an answer. The services to ask
are those of which the contracts have an answer (`DeletionChecked`).
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import structlog
from sqlalchemy import func, select

from amigok_chassis import audit, clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event, all_events
from amigok_contracts.deletion import DeletionChecked
from amigok_contracts.identity import UserDeletionRequested
from identity.administration import errors, invitations
from identity.administration.service import deactivate, found, keep_an_administrator, reactivate
from identity.deletions.forgetting import forget
from identity.deletions.models import Deletion
from identity.models import User

log = structlog.get_logger()

STUCK_AFTER = timedelta(minutes=10)
REASON = "the account is to be deleted"


def answers() -> Sequence[type[Event]]:
    """The events by which services answer, one a service."""
    return [event for event in all_events() if issubclass(event, DeletionChecked)]


def asked() -> set[str]:
    """The names of the services that are asked."""
    return {event.type.split(".")[0] for event in answers()}


async def request(db: UnitOfWork, user_id: UUID, *, by: UUID) -> Deletion:
    """Begins to delete a user; while that is under way, or when it is done, the same answer again.

    Whom no service was ever told of is forgotten at once. Raises UserNotFound, OwnAccount, LastAdministrator.
    """
    password_hash = await invitations.nobodys_password()
    user = await found(db, user_id, by=by)
    known = await newest(db, user_id)
    if known is not None and (known.is_open or user.status == "deleted"):
        audit.unchanged()
        return known
    if user.id == by:
        raise errors.OwnAccount
    await keep_an_administrator(db, user)
    deletion = Deletion(
        id=new_id(),
        user_id=user.id,
        requested_by=by,
        requested_at=clock.now(),
        was_active=user.is_active,
        answers={},
        state="checking",
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
    """Takes what a service says; with the last answer the person is forgotten, or stays."""
    deletion = await db.get(Deletion, answer.request_id, with_for_update=True, populate_existing=True)
    if deletion is None or not deletion.is_open:
        return
    deletion.answered(service, answer.obstacles)
    if asked() - set(deletion.answers):
        return
    user = await db.get_one(User, deletion.user_id, with_for_update={"key_share": True}, populate_existing=True)
    if deletion.obstacles:
        await _refuse(db, deletion, user)
    else:
        await _finish(db, deletion, user, await invitations.nobodys_password())


async def newest(db: UnitOfWork, user_id: UUID) -> Deletion | None:
    """The last wish to delete a user."""
    query = select(Deletion).where(Deletion.user_id == user_id).order_by(Deletion.id.desc()).limit(1)
    return await db.scalar(query)


async def read(db: UnitOfWork, user_id: UUID) -> Deletion:
    """Raises NeverDeleted."""
    deletion = await newest(db, user_id)
    if deletion is None:
        raise errors.NeverDeleted
    return deletion


async def stuck(db: UnitOfWork) -> int:
    """How many wait for an answer longer than they should."""
    late = Deletion.requested_at < clock.now() - STUCK_AFTER
    return await db.scalar(select(func.count()).select_from(Deletion).where(Deletion.is_open, late)) or 0


async def _refuse(db: UnitOfWork, deletion: Deletion, user: User) -> None:
    deletion.end("refused", clock.now())
    log.info("deletion.refused", user_id=user.id, obstacles=deletion.obstacles)
    if deletion.was_active:
        await reactivate(db, user)
    audit.record(db, "user.deletion_refused", subject_id=user.id, after={"obstacles": deletion.obstacles})


async def _finish(db: UnitOfWork, deletion: Deletion, user: User, password_hash: str) -> None:
    deletion.end("done", clock.now())
    await forget(db, user, by=deletion.requested_by, password_hash=password_hash)
