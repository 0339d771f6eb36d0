"""Ends sessions."""

from uuid import UUID

import structlog
from sqlalchemy import ColumnElement, Select, select, true, update

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.due import announce
from amigok_chassis.errors import NotFound
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.caller import Client
from identity.activity.service import note
from identity.devices import service as devices
from identity.sessions.models import Session
from identity.sessions.queries import is_live, owner

log = structlog.get_logger()


async def logout(db: UnitOfWork, *, me: Principal, client: Client) -> None:
    """Revokes the session of the access token. Repeating the call has no further effect."""
    session_id = UUID(me.session_id)
    which = (Session.id == session_id) & (Session.user_id == me.id) & Session.revoked_at.is_(None)
    if await _revoke(db, which):
        note(db, user_id=me.id, action="logout", client=client)
    log.info("session.revoked", session_id=session_id, user_id=me.id)


async def end(db: UnitOfWork, *, me: Principal, session_id: UUID, client: Client) -> None:
    """Revokes one of the user's live sessions, and forgets its device unless it is the device of this request.

    Raises Unauthenticated; NotFound, also for other people's sessions.
    """
    await owner(db, me=me)
    if not await _revoke(db, (Session.id == session_id) & (Session.user_id == me.id) & is_live()):
        raise NotFound
    await devices.forget_these(db, _device_of(session_id), but=_device_of(UUID(me.session_id)))
    note(db, user_id=me.id, action="session_ended", client=client, session_id=str(session_id))
    log.info("session.revoked", session_id=session_id, user_id=me.id)


async def end_others(db: UnitOfWork, *, me: Principal, client: Client) -> None:
    """Revokes all of the user's sessions except the current one, and forgets other devices. Raises Unauthenticated."""
    await owner(db, me=me)
    if await start_over(db, user_id=me.id, but=UUID(me.session_id)):
        note(db, user_id=me.id, action="other_sessions_ended", client=client)


async def end_all(db: UnitOfWork, *, user_id: UUID, but: UUID | None = None) -> int:
    """Revokes all sessions of a user, or all except one. Returns how many.

    If the caller has locked the user's row before, no session slips through: a login under way waits, and then sees
    what has changed.
    """
    count = await _revoke(db, (Session.user_id == user_id) & is_live() & (Session.id != but if but else true()))
    log.info("sessions.revoked", user_id=user_id, count=count)
    return count


async def start_over(db: UnitOfWork, *, user_id: UUID, but: UUID | None = None) -> int:
    """Revokes sessions as `end_all` does, and forgets the devices of current and former ones. The user is locked.

    For users who may have shared the account with somebody: that person's device is a new one from now on.
    """
    ended = await end_all(db, user_id=user_id, but=but)
    await devices.forget(db, user_id=user_id, but=_device_of(but) if but else None)
    return ended


async def forget_devices(db: UnitOfWork, *, user_id: UUID) -> None:
    """Forgets from where and with what a user was signed in."""
    await db.execute(update(Session).where(Session.user_id == user_id).values(address=None, user_agent=None))


async def _revoke(db: UnitOfWork, which: ColumnElement[bool]) -> int:
    now = clock.now()
    revoked = update(Session).where(which).values(revoked_at=now, due_at=now, attempts=0)
    ended = await db.scalars(revoked.returning(Session.id))
    announce(db, Session)
    return len(ended.all())


def _device_of(session_id: UUID) -> Select[UUID | None]:
    return select(Session.device_id).where(Session.id == session_id, Session.device_id.is_not(None))
