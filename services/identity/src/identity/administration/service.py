"""What administrators do to accounts: each change with its event, its audit entry and a line for the person."""

import secrets
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import delete, func, select, text

from amigok_chassis import audit, clock
from amigok_chassis.errors import Unauthenticated
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import (
    UserDeactivated,
    UserReactivated,
    UserRegistered,
    UserRoleChanged,
)
from identity import accounts, credentials, locks, sessions
from identity.activity import service as activity
from identity.addresses import service as addresses
from identity.administration import errors, invitations
from identity.deletions.models import Deletion
from identity.errors import UsernameTaken
from identity.models import User, Verification
from identity.resets import links
from identity.standing import service as standing

log = structlog.get_logger()

_ONE_AT_A_TIME = text(f"SELECT pg_advisory_xact_lock({locks.ADMINISTRATORS})")
"""The lock that the database takes as well when somebody stops being an administrator."""

_SHOWN = ("email", "username", "full_name", "role", "status", "status_reason", "notes")
_PERSONAL = {"email", "username", "full_name", "status_reason", "notes"}


async def create(
    db: UnitOfWork,
    *,
    by: UUID,
    email: str,
    role: str,
    username: str | None,
    full_name: str | None,
    notes: str | None,
    public_url: str,
) -> User:
    """Makes an account and invites the owner of the address to it.

    One that somebody registered for the address without proving it is taken over. Raises EmailTaken, UsernameTaken.
    """
    password_hash = await invitations.nobodys_password()
    await only_administrators(db, by)
    if username is not None and await _is_held(db, username):
        raise UsernameTaken
    username, now = username or f"user_{secrets.token_hex(6)}", clock.now()
    user, is_new = await accounts.claimed(
        db,
        email=email,
        now=now,
        username=username,
        full_name=full_name,
        role=role,
        password_hash=password_hash,
    )
    if not is_new and not user.is_claim:
        raise errors.EmailTaken
    before = {} if is_new else picture(user)
    user.choose(username=username, full_name=full_name, role=role, password_hash=password_hash)
    user.email, user.notes, user.created_by, user.created_at = email, notes, by, now
    if is_new:
        emit(db, UserRegistered(user_id=user.id, role=role))
    else:
        user.version += 1
        emit(db, UserRoleChanged(**state_of(user)))
        await db.execute(delete(Verification).where(Verification.user_id == user.id))
    await invitations.send(db, user, public_url=public_url)
    tell(db, user, "user.created", by=by, before=before)
    return user


async def _is_held(db: UnitOfWork, username: str) -> bool:
    held = select(User.id).where(func.lower(User.username) == func.lower(username), User.email_verified_at.is_not(None))
    return await db.scalar(held) is not None


async def update(
    db: UnitOfWork, user_id: UUID, *, by: UUID, version: int, full_name: str | None, notes: str | None
) -> User:
    """Changes what is told about a user. Raises UserNotFound, UserDeleted, VersionConflict."""
    user = await locked(db, user_id, by=by)
    if user.version != version:
        raise errors.VersionConflict(version=user.version)
    before = picture(user)
    user.full_name, user.notes = full_name, notes
    if picture(user) == before:
        audit.unchanged()
        return user
    user.version += 1
    tell(db, user, "user.updated", by=by, before=before)
    return user


async def change_status(db: UnitOfWork, user_id: UUID, *, by: UUID, status: str, reason: str | None = None) -> User:
    """Deactivates a user for a reason, or lets one in again with the password they had.

    Raises UserNotFound, UserDeleted, LastAdministrator; DeletionUnderWay while services are asked.
    """
    user = await locked(db, user_id, by=by)
    if await under_way(db, user_id):
        raise errors.DeletionUnderWay
    if user.status == status:
        audit.unchanged()
        return user
    before = picture(user)
    if status == "active":
        await reactivate(db, user)
        tell(db, user, "user.reactivated", by=by, before=before)
    else:
        await deactivate(db, user, reason=reason)
        tell(db, user, "user.deactivated", by=by, before=before)
    return user


async def reactivate(db: UnitOfWork, user: User) -> None:
    """Lets the user in again."""
    user.become("active")
    emit(db, UserReactivated(**state_of(user)))
    await standing.announce(db, user)


async def deactivate(db: UnitOfWork, user: User, *, reason: str | None) -> None:
    """Shuts the user out: no session, no link, no login."""
    await keep_an_administrator(db, user)
    user.become("deactivated", reason)
    emit(db, UserDeactivated(**state_of(user)))
    await standing.announce(db, user)
    await sessions.end_all(db, user_id=user.id)
    await invitations.withdraw(db, user)


async def reset_password(db: UnitOfWork, user_id: UUID, *, by: UUID, public_url: str) -> None:
    """Ends all sessions and mails a link to choose a password; until then there is none that works.

    Whoever has not followed an invitation gets another. Raises UserNotFound, UserDeleted, UserDeactivated.
    """
    password_hash = await invitations.nobodys_password()
    user = await locked(db, user_id, by=by)
    if not user.is_active:
        raise errors.UserDeactivated
    user.change_password(password_hash, clock.now())
    await credentials.changed(db, user, "password")
    await links.void(db, user)
    await addresses.void(db, user)
    await sessions.start_over(db, user_id=user.id)
    await invitations.send(db, user, public_url=public_url)
    tell(db, user, "user.password_reset", by=by)


async def under_way(db: UnitOfWork, user_id: UUID) -> bool:
    """Whether services are being asked if the user may be deleted."""
    return await db.scalar(select(Deletion.id).where(Deletion.user_id == user_id, Deletion.is_open)) is not None


async def only_administrators(db: UnitOfWork, by: UUID) -> None:
    """Waits for other administrators' changes. Raises Unauthenticated when one of them took the role away."""
    await db.execute(_ONE_AT_A_TIME)
    actor = await db.get(User, by)
    if actor is None or not actor.administers:
        raise Unauthenticated("You do not administer any more.")


async def found(db: UnitOfWork, user_id: UUID, *, by: UUID) -> User:
    """The user, locked, for an administrator. Raises UserNotFound, Unauthenticated."""
    await only_administrators(db, by)
    user = await db.get(User, user_id, with_for_update={"key_share": True}, populate_existing=True)
    if user is None:
        raise errors.UserNotFound
    return user


async def locked(db: UnitOfWork, user_id: UUID, *, by: UUID) -> User:
    """The user, locked: whoever signs in meanwhile waits. Raises UserNotFound, UserDeleted."""
    user = await found(db, user_id, by=by)
    if user.status == "deleted":
        raise errors.UserDeleted
    return user


async def keep_an_administrator(db: UnitOfWork, user: User) -> None:
    """Raises LastAdministrator when nobody but this user administers."""
    if not user.administers:
        return
    others = select(User.id).where(
        User.role == "admin", User.status == "active", User.email_verified_at.is_not(None), User.id != user.id
    )
    if await db.scalar(others.limit(1)) is None:
        raise errors.LastAdministrator


def state_of(user: User) -> dict[str, Any]:
    return {"user_id": user.id, "role": user.role, "status": user.status}


def picture(user: User) -> dict[str, Any]:
    return audit.picture(user, *_SHOWN)


def tell(db: UnitOfWork, user: User, action: str, *, by: UUID, before: dict[str, Any] | None = None) -> None:
    """Puts what changed into the audit log, and that something did into the person's own log."""
    record(db, user, action, by=by, before=before)
    activity.note(db, user_id=user.id, action=action.removeprefix("user."))


def record(db: UnitOfWork, user: User, action: str, *, by: UUID, before: dict[str, Any] | None) -> None:
    after = None if before is None else picture(user)
    audit.record(db, action, subject_id=user.id, before=before, after=after, personal=_PERSONAL)
    log.info(action, user_id=user.id, actor_id=by)
