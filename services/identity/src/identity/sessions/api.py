"""Sessions over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.errors import NotFound
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from identity.activity.caller import Caller
from identity.sessions import ending, queries, service
from identity.sessions.errors import InvalidRefreshToken
from identity.sessions.schemas import RefreshIn, SessionOut, TokensOut

router = APIRouter(prefix="/api/v1/auth")


@router.post("/refresh", responses=problems(InvalidRefreshToken))
async def refresh(body: RefreshIn, db: Statements, caller: Caller, context: InContext) -> TokensOut:
    """Exchanges a refresh token, once, for the next pair of tokens. A token that is used twice ends its session.

    For one minute a token returns the same next pair again: to another tab, or to a client that lost the answer.
    """
    return await service.refresh(db, refresh_token=body.refresh_token, client=caller, config=context.config)


@router.post("/logout", status_code=204)
async def logout(me: CurrentUser, db: Session, caller: Caller) -> None:
    """Ends the session. Its refresh token is void at once, its access token everywhere within seconds."""
    await ending.logout(db, me=me, client=caller)


@router.get("/sessions")
async def list_sessions(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[SessionOut]:
    """Lists where I am signed in, newest first."""
    return await queries.live(db, me=me, paging=paging)


@router.delete("/sessions/{session_id}", status_code=204, responses=problems(NotFound))
async def end(session_id: UUID, me: CurrentUser, db: Session, caller: Caller) -> None:
    """Ends one of my sessions. All services refuse its tokens within seconds."""
    await ending.end(db, me=me, session_id=session_id, client=caller)


@router.delete("/sessions", status_code=204)
async def end_other_sessions(me: CurrentUser, db: Session, caller: Caller) -> None:
    """Ends all my sessions except this one."""
    await ending.end_others(db, me=me, client=caller)
