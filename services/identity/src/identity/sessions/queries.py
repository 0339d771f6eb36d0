"""Reads sessions and their users."""

from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.errors import Unauthenticated
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from identity.sessions.models import Session
from identity.sessions.names import device
from identity.sessions.schemas import SessionOut
from identity.users.models import User


async def profile(db: UnitOfWork, *, me: Principal) -> User:
    """The user of a live session. Raises Unauthenticated."""
    return await _present(db, me, select(User))


async def owner(db: UnitOfWork, *, me: Principal) -> User:
    """The same, locked, so that changes of one account happen one by one. Raises Unauthenticated."""
    return await _present(db, me, select(User).with_for_update(of=User, key_share=True))


async def _present(db: UnitOfWork, me: Principal, users: Select[User]) -> User:
    user: User | None = await db.scalar(
        users.join(Session, Session.user_id == User.id)
        .where(Session.id == UUID(me.session_id), is_live(), User.id == me.id)
        .execution_options(populate_existing=True)
    )
    if user is None:
        raise Unauthenticated("The session was ended.")
    return user


def is_live() -> ColumnElement[bool]:
    """The condition that a session has not ended."""
    return Session.revoked_at.is_(None) & (Session.expires_at > clock.now())


async def live(db: UnitOfWork, *, me: Principal, paging: Paging) -> Page[SessionOut]:
    """The user's live sessions, newest first. Raises InvalidCursor."""
    mine = select(Session).where(Session.user_id == me.id, is_live())
    rows, following = await paginate(db, mine, paging, key=(Session.id,))
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
