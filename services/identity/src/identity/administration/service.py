"""What administrators do to accounts. Each change has an event, an audit entry, and a line in the person's log."""

import secrets
from uuid import UUID

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserRegistered, UserRoleChanged
from identity.addresses import service as addresses
from identity.administration.errors import DeletionUnderWay, EmailTaken, UserDeactivated
from identity.administrators.records import picture, state_of, tell
from identity.administrators.service import locked, only_administrators
from identity.administrators.status import deactivate, reactivate
from identity.deletions.queries import under_way
from identity.invitations import service as invitations
from identity.resets import links
from identity.sessions import ending
from identity.standing import credentials
from identity.users.errors import UsernameTaken
from identity.users.models import User
from identity.users.service import claimed, username_is_held
from identity.verifications import service as verifications


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

    An account that somebody registered for the address without verifying it is taken over.
    Raises EmailTaken, UsernameTaken, Unauthenticated.
    """
    password_hash = await invitations.nobodys_password()
    await only_administrators(db, by)
    if username is not None and await username_is_held(db, username):
        raise UsernameTaken
    username, now = username or f"user_{secrets.token_hex(6)}", clock.now()
    user, is_new = await claimed(
        db,
        email=email,
        now=now,
        username=username,
        full_name=full_name,
        role=role,
        password_hash=password_hash,
    )
    if not is_new and not user.is_claim:
        raise EmailTaken
    before = {} if is_new else picture(user)
    user.choose(username=username, full_name=full_name, role=role, password_hash=password_hash)
    user.email, user.notes, user.created_by, user.created_at = email, notes, by, now
    if is_new:
        emit(db, UserRegistered(user_id=user.id, role=role))
    else:
        user.version += 1
        emit(db, UserRoleChanged(**state_of(user)))
        await verifications.void(db, user)
    await invitations.send(db, user, public_url=public_url)
    tell(db, user, "user.created", by=by, before=before)
    return user


async def update(
    db: UnitOfWork, user_id: UUID, *, by: UUID, version: int, full_name: str | None, notes: str | None
) -> User:
    """Changes the name and the notes of a user. Raises UserNotFound, UserDeleted, VersionConflict."""
    user = await locked(db, user_id, by=by)
    refuse_other_version(version, user.version)
    before = picture(user)
    user.full_name, user.notes = full_name, notes
    if picture(user) == before:
        audit.unchanged()
        return user
    user.version += 1
    tell(db, user, "user.updated", by=by, before=before)
    return user


async def change_status(db: UnitOfWork, user_id: UUID, *, by: UUID, status: str, reason: str | None = None) -> User:
    """Deactivates a user for a reason, or lets them in again with the password they had.

    Raises UserNotFound, UserDeleted, LastAdministrator; DeletionUnderWay while services are asked.
    """
    user = await locked(db, user_id, by=by)
    if await under_way(db, user_id):
        raise DeletionUnderWay
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


async def reset_password(db: UnitOfWork, user_id: UUID, *, by: UUID, public_url: str) -> None:
    """Ends all sessions and mails a link to choose a password. Until then no password works.

    A person who has not followed an invitation gets another. Raises UserNotFound, UserDeleted, UserDeactivated.
    """
    password_hash = await invitations.nobodys_password()
    user = await locked(db, user_id, by=by)
    if not user.is_active:
        raise UserDeactivated
    user.change_password(password_hash, clock.now())
    await credentials.changed(db, user, "password")
    await links.void(db, user)
    await addresses.void(db, user)
    await ending.start_over(db, user_id=user.id)
    await invitations.send(db, user, public_url=public_url)
    tell(db, user, "user.password_reset", by=by)
