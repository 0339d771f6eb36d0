"""What administrators do to accounts: each change with its event, its audit entry and a line for the person."""

import secrets
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import Column, delete, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import audit, clock
from amigok_chassis.errors import Unauthenticated
from amigok_chassis.outbox import emit
from amigok_contracts.identity import (
    UserDeactivated,
    UserDeleted,
    UserReactivated,
    UserRegistered,
    UserRoleChanged,
)
from identity import accounts, credentials, locks, sessions
from identity.account_requests.models import AccountRequest
from identity.activity import service as activity
from identity.addresses import service as addresses
from identity.administration import errors, invitations
from identity.errors import UsernameTaken
from identity.kyc import service as kyc
from identity.mails import Mail
from identity.models import Base, User, Verification
from identity.resets import links
from identity.sms.models import Sms

log = structlog.get_logger()

_ONE_AT_A_TIME = text(f"SELECT pg_advisory_xact_lock({locks.ADMINISTRATORS})")
"""The lock that the database takes as well when somebody stops being an administrator."""

_SHOWN = ("email", "username", "full_name", "role", "status", "status_reason", "notes")
_PERSONAL = {"email", "username", "full_name", "status_reason", "notes"}


async def create(
    db: AsyncSession,
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
    await _only(db, by)
    if username is not None and await _is_held(db, username):
        raise UsernameTaken
    username, now = username or f"user_{secrets.token_hex(6)}", clock.now()
    user, is_new = await accounts.claimed(
        db, email=email, now=now,
        username=username, full_name=full_name, role=role, password_hash=password_hash,
    )  # fmt: skip
    if not is_new and not user.is_claim:
        raise errors.EmailTaken
    before = {} if is_new else _picture(user)
    user.choose(username=username, full_name=full_name, role=role, password_hash=password_hash)
    user.email, user.notes, user.created_by, user.created_at = email, notes, by, now
    if is_new:
        emit(db, UserRegistered(user_id=user.id, role=role))
    else:
        user.version += 1
        emit(db, UserRoleChanged(**_state(user)))
        await db.execute(delete(Verification).where(Verification.user_id == user.id))
    await invitations.send(db, user, public_url=public_url)
    _told(db, user, "user.created", by=by, before=before)
    return user


async def _is_held(db: AsyncSession, username: str) -> bool:
    held = select(User.id).where(func.lower(User.username) == func.lower(username), User.email_verified_at.is_not(None))
    return await db.scalar(held) is not None


async def update(
    db: AsyncSession, user_id: UUID, *, by: UUID, version: int, full_name: str | None, notes: str | None
) -> User:
    """Changes what is told about a user. Raises UserNotFound, UserDeleted, VersionConflict."""
    user = await _locked(db, user_id, by=by)
    if user.version != version:
        raise errors.VersionConflict(version=user.version)
    before = _picture(user)
    user.full_name, user.notes = full_name, notes
    if _picture(user) == before:
        audit.unchanged()
        return user
    user.version += 1
    _told(db, user, "user.updated", by=by, before=before)
    return user


async def change_role(db: AsyncSession, user_id: UUID, *, by: UUID, role: str) -> User:
    """Gives another role; sessions with the old one end. Raises as `update`; UserUnverified, LastAdministrator."""
    user = await _locked(db, user_id, by=by)
    if user.role == role:
        audit.unchanged()
        return user
    if user.is_claim:
        raise errors.UserUnverified
    await _keep_an_administrator(db, user)
    before = _picture(user)
    user.role = role
    user.version += 1
    emit(db, UserRoleChanged(**_state(user)))
    await sessions.end_all(db, user_id=user.id)
    _told(db, user, "user.role_changed", by=by, before=before)
    return user


async def change_status(db: AsyncSession, user_id: UUID, *, by: UUID, status: str, reason: str | None = None) -> User:
    """Deactivates a user for a reason, or lets one in again with the password they had.

    Raises UserNotFound, UserDeleted, LastAdministrator.
    """
    user = await _locked(db, user_id, by=by)
    if user.status == status:
        audit.unchanged()
        return user
    before = _picture(user)
    if status == "active":
        user.become("active")
        emit(db, UserReactivated(**_state(user)))
        _told(db, user, "user.reactivated", by=by, before=before)
    else:
        await _deactivate(db, user, reason=reason)
        _told(db, user, "user.deactivated", by=by, before=before)
    return user


async def _deactivate(db: AsyncSession, user: User, *, reason: str | None) -> None:
    """Shuts the user out: no session, no link, no login."""
    await _keep_an_administrator(db, user)
    user.become("deactivated", reason)
    emit(db, UserDeactivated(**_state(user)))
    await sessions.end_all(db, user_id=user.id)
    await invitations.withdraw(db, user)


async def reset_password(db: AsyncSession, user_id: UUID, *, by: UUID, public_url: str) -> None:
    """Ends all sessions and mails a link to choose a password; until then there is none that works.

    Whoever has not followed an invitation gets another. Raises UserNotFound, UserDeleted, UserDeactivated.
    """
    password_hash = await invitations.nobodys_password()
    user = await _locked(db, user_id, by=by)
    if not user.is_active:
        raise errors.UserDeactivated
    user.change_password(password_hash, clock.now())
    credentials.changed(db, user, "password")
    await links.void(db, user)
    await addresses.void(db, user)
    await sessions.start_over(db, user_id=user.id)
    await invitations.send(db, user, public_url=public_url)
    _told(db, user, "user.password_reset", by=by)


async def delete_user(db: AsyncSession, user_id: UUID, *, by: UUID) -> None:
    """Forgets the person: address and username are free again, the id stays. A second time does nothing.

    Raises UserNotFound, OwnAccount, LastAdministrator.
    """
    password_hash = await invitations.nobodys_password()
    user = await _found(db, user_id, by=by)
    if user.status == "deleted":
        audit.unchanged()
        return
    if user.id == by:
        raise errors.OwnAccount
    await _keep_an_administrator(db, user)
    before, email, phone = _picture(user), user.email, user.phone
    await kyc.close(db, user)
    user.anonymise(password_hash)
    emit(db, UserDeleted(**_state(user)))
    await sessions.end_all(db, user_id=user.id)
    await invitations.withdraw(db, user)
    _record(db, user, audit.DELETION, by=by, before=before)
    await _erase(db, user, email=email, phone=phone)


async def _erase(db: AsyncSession, user: User, *, email: str, phone: str | None) -> None:
    """Deletes what else is known of a person, in every noun."""
    for belonging in _belongings():
        await db.execute(delete(belonging.table).where(belonging == user.id))
    await sessions.forget_devices(db, user_id=user.id)
    await db.execute(delete(Mail).where(func.lower(Mail.recipient) == func.lower(email)))
    await db.execute(delete(AccountRequest).where(func.lower(AccountRequest.email) == func.lower(email)))
    await db.execute(delete(Sms).where(Sms.recipient == phone))
    audit.forget(db, user.id)


def _belongings() -> list[Column[Any]]:
    """What would go with a user's row goes when the user does; sessions stay, for their end has to be announced."""
    return [
        key.parent
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.references(User.metadata.tables["users"]) and key.ondelete == "CASCADE" and table.name != "sessions"
    ]


async def _only(db: AsyncSession, by: UUID) -> None:
    """Waits for other administrators' changes. Raises Unauthenticated when one of them took the role away."""
    await db.execute(_ONE_AT_A_TIME)
    actor = await db.get(User, by)
    if actor is None or not actor.administers:
        raise Unauthenticated("You do not administer any more.")


async def _found(db: AsyncSession, user_id: UUID, *, by: UUID) -> User:
    await _only(db, by)
    user = await db.get(User, user_id, with_for_update={"key_share": True}, populate_existing=True)
    if user is None:
        raise errors.UserNotFound
    return user


async def _locked(db: AsyncSession, user_id: UUID, *, by: UUID) -> User:
    """The user, locked: whoever signs in meanwhile waits. Raises UserNotFound, UserDeleted."""
    user = await _found(db, user_id, by=by)
    if user.status == "deleted":
        raise errors.UserDeleted
    return user


async def _keep_an_administrator(db: AsyncSession, user: User) -> None:
    """Raises LastAdministrator when nobody but this user administers."""
    if not user.administers:
        return
    others = select(User.id).where(
        User.role == "admin", User.status == "active", User.email_verified_at.is_not(None), User.id != user.id
    )
    if await db.scalar(others.limit(1)) is None:
        raise errors.LastAdministrator


def _state(user: User) -> dict[str, Any]:
    return {"user_id": user.id, "aggregate_version": user.version, "role": user.role, "status": user.status}


def _picture(user: User) -> dict[str, Any]:
    return audit.picture(user, *_SHOWN)


def _told(db: AsyncSession, user: User, action: str, *, by: UUID, before: dict[str, Any] | None = None) -> None:
    """Puts what changed into the audit log, and that something did into the person's own log."""
    _record(db, user, action, by=by, before=before)
    activity.note(db, user_id=user.id, action=action.removeprefix("user."))


def _record(db: AsyncSession, user: User, action: str, *, by: UUID, before: dict[str, Any] | None) -> None:
    after = None if before is None else _picture(user)
    audit.record(db, action, subject_id=user.id, before=before, after=after, personal=_PERSONAL)
    log.info(action, user_id=user.id, actor_id=by)
