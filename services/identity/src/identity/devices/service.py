"""Lists and ends a user's own sessions."""

from uuid import UUID

import structlog
from sqlalchemy import select, update

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.errors import NotFound
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from identity import accounts, sessions
from identity.activity.service import Client, note
from identity.devices.names import device
from identity.devices.schemas import SessionOut
from identity.known_devices import service as known_devices
from identity.models import Session

log = structlog.get_logger()


async def show(db: UnitOfWork, *, me: Principal, paging: Paging) -> Page[SessionOut]:
    """The user's live sessions, the newest first."""
    live = select(Session).where(
        Session.user_id == me.id, Session.revoked_at.is_(None), Session.expires_at > clock.now()
    )
    rows, following = await paginate(db, live, paging, key=(Session.id,))
    return Page(items=[_shown(row, me) for row in rows], next_cursor=following)


def _shown(session: Session, me: Principal) -> SessionOut:
    return SessionOut(
        id=session.id,
        device=device(session.user_agent),
        address=session.address,
        opened_at=session.created_at,
        last_used_at=session.last_used_at or session.created_at,
        ends_at=session.expires_at,
        current=str(session.id) == me.session_id,
    )


async def end(db: UnitOfWork, *, me: Principal, session_id: UUID, client: Client) -> None:
    """Revokes one of the user's live sessions and forgets its device, unless it is the one that asks.

    Raises Unauthenticated; NotFound, for others' as well.
    """
    await accounts.owner(db, me=me)
    ended = await db.scalar(
        update(Session)
        .where(
            Session.id == session_id,
            Session.user_id == me.id,
            Session.revoked_at.is_(None),
            Session.expires_at > clock.now(),
        )
        .values(revoked_at=clock.now())
        .returning(Session.id)
    )
    if ended is None:
        raise NotFound
    await known_devices.forget_one(db, session_id=session_id, but=UUID(me.session_id))
    note(db, user_id=me.id, action="session_ended", client=client, session_id=str(session_id))
    log.info("session.revoked", session_id=session_id, user_id=me.id)


async def end_others(db: UnitOfWork, *, me: Principal, client: Client) -> None:
    """Revokes all of the user's sessions but the one that asks, and forgets other devices. Raises Unauthenticated."""
    await accounts.owner(db, me=me)
    if await sessions.start_over(db, user_id=me.id, but=UUID(me.session_id)):
        note(db, user_id=me.id, action="other_sessions_ended", client=client)
