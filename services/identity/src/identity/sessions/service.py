"""Opens sessions, and issues their tokens."""

from collections.abc import Iterable
from datetime import datetime

import structlog
from prometheus_client import Counter
from sqlalchemy import Row, select

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.settings import Settings
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.caller import Client
from identity.activity.service import note
from identity.devices import service as devices
from identity.digests import digest
from identity.keys import service as keys
from identity.keys.models import TOKEN_LIFETIME
from identity.refresh_tokens import service as refresh_tokens
from identity.refresh_tokens.models import RefreshToken
from identity.sessions import tokens
from identity.sessions.errors import AccountDeactivated, InvalidRefreshToken
from identity.sessions.models import Session
from identity.sessions.schemas import AccessOut, LoginOut, TokensOut
from identity.users.models import User
from identity.users.schemas import Profile

log = structlog.get_logger()

REFRESH_REUSED = Counter("amigok_refresh_reused", "Sessions that were ended because a refresh token came a second time")


async def open_session(
    db: UnitOfWork, *, user: User, methods: Iterable[str], client: Client, config: Settings
) -> LoginOut:
    """Opens a session for a locked user who has proved who they are by these methods (RFC 8176).

    Every session begins here. Raises AccountDeactivated.
    """
    if not user.is_active:
        raise AccountDeactivated
    now = clock.now()
    device, device_token = await devices.recognised(db, user=user, client=client, public_url=config.public_url)
    opened = Session(id=new_id(), user_id=user.id, device_id=device.id, created_at=now)
    opened.prove(methods, now)
    opened.use(now, address=client.address, user_agent=client.user_agent)
    user.last_login_at = now
    db.add(opened)
    note(db, user_id=user.id, action="login", client=client, methods=" ".join(opened.amr))
    await db.flush()
    issued = await access(db, user=user, session=opened, now=now, config=config)
    log.info("session.opened", user_id=user.id, session_id=opened.id)
    return LoginOut(
        **issued.model_dump(),
        refresh_token=refresh_tokens.begin(db, session_id=opened.id, now=now),
        device_token=device_token,
        user=Profile.model_validate(user),
    )


async def access(db: UnitOfWork, *, user: User, session: Session, now: datetime, config: Settings) -> AccessOut:
    """An access token for the session as it is now."""
    return AccessOut(
        access_token=tokens.issue(
            await keys.signing_key(db),
            user=user,
            session=session,
            device_since=await devices.known_since(db, session.device_id),
            issuer=config.token_issuer,
            now=now,
        ),
        expires_in=int(TOKEN_LIFETIME.total_seconds()),
    )


async def refresh(db: Database, *, refresh_token: str, client: Client, config: Settings) -> TokensOut:
    """The next pair of tokens of a session. The token that gets it is used up.

    If a used token comes again, two people have it, and nobody can tell which of them is the thief, so the session is
    revoked. But for a minute it may be another tab, or a client that lost the answer: everybody who sends it gets the
    same pair. If a thief shares a token with its owner, one of the two comes too late sooner or later.
    Raises InvalidRefreshToken.
    """
    now = clock.now()
    pair = None
    async with db.unit_of_work() as session:
        found = await _session_of(session, refresh_token)
        if found is not None and found[1].is_live(now) and found[2].is_active:
            link, opened, user = found
            following = await refresh_tokens.exchange(session, refresh_token, link, now=now)
            if following is None:
                opened.revoke(now)
                note(session, user_id=user.id, action="refresh_reused", client=client)
                REFRESH_REUSED.inc()
                log.warning("session.refresh_reused", session_id=opened.id, user_id=user.id)
            else:
                opened.use(now, address=client.address, user_agent=client.user_agent)
                issued = await access(session, user=user, session=opened, now=now, config=config)
                pair = TokensOut(**issued.model_dump(), refresh_token=following)
    if pair is None:
        raise InvalidRefreshToken
    return pair


async def _session_of(db: UnitOfWork, refresh_token: str) -> Row[RefreshToken, Session, User] | None:
    """The token's row and its session, both locked, and their user."""
    found = await db.execute(
        select(RefreshToken, Session, User)
        .join(Session, Session.id == RefreshToken.session_id)
        .join(User, User.id == Session.user_id)
        .where(RefreshToken.digest == digest(refresh_token))
        .with_for_update(of=(RefreshToken, Session))
    )
    return found.first()
