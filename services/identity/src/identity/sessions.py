"""Signing in, staying in, signing out."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import structlog
from redis.asyncio import Redis
from sqlalchemy import Row, func, select, true, update

from amigok_chassis import clock, control
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from identity import keys, passwords, throttle, tokens
from identity.activity.service import Client, note
from identity.digests import digest
from identity.errors import AccountDeactivated, InvalidCredentials, InvalidRefreshToken
from identity.known_devices import service as known_devices
from identity.known_devices.models import KnownDevice
from identity.models import Session, User
from identity.refresh_tokens import service as refresh_tokens
from identity.refresh_tokens.models import RefreshToken
from identity.schemas import AccessOut, LoginOut, Profile, TokensOut
from identity.site import Site
from identity.two_factor import challenges
from identity.two_factor.schemas import SecondFactorOut

log = structlog.get_logger()

ANNOUNCED_AT_ONCE = 500

_UNANNOUNCED = """
SELECT id, revoked_at FROM sessions WHERE revoked_at IS NOT NULL AND announced_at IS NULL
ORDER BY revoked_at LIMIT $1
"""
_ANNOUNCED = "UPDATE sessions SET announced_at = $1 WHERE id = ANY($2)"


async def login(db: Database, *, login: str, password: str, client: Client, site: Site) -> LoginOut | SecondFactorOut:
    """Opens a session for an e-mail address or username and its password, or asks for the second factor.

    An unknown user and a wrong password look the same and take as long. So does an address that nobody has verified,
    even with its password: else who registers with an address would learn by that whether it has an account. That an
    account is deactivated is told only to who knows the password.
    Raises InvalidCredentials, AccountDeactivated, TooManyAttempts, TooBusy.
    """
    passwords.refuse_when_busy()
    async with db.unit_of_work() as session:
        user, device_id = await _find(session, login, client.device_token)
    counters = throttle.of_login(site.secret, login, address=client.address, device_id=device_id)
    await throttle.attempt(db, counters)
    right = await passwords.matches(user.password_hash if user else None, password)
    if user is None or not right:
        raise InvalidCredentials
    await throttle.forgive(db, counters)
    renewed = await passwords.hashed(password) if passwords.is_outdated(user.password_hash) else None
    async with db.unit_of_work() as session:
        user = await _still_let_in(session, user, password)
        if renewed:
            await session.execute(
                update(User)
                .where(User.id == user.id, User.password_hash == user.password_hash)
                .values(password_hash=renewed)
            )
        asked = await challenges.asked(session, user=user, password_hash=renewed or user.password_hash, site=site)
        return asked or await open_session(session, user=user, methods=["pwd"], client=client, site=site)


async def open_session(db: UnitOfWork, *, user: User, methods: Iterable[str], client: Client, site: Site) -> LoginOut:
    """A session of somebody who has proved who they are by these methods (RFC 8176): where all sessions begin.

    The user is locked. Raises AccountDeactivated.
    """
    if not user.is_active:
        raise AccountDeactivated
    now = clock.now()
    device, device_token = await known_devices.recognised(db, user=user, client=client, public_url=site.public_url)
    opened = Session(id=new_id(), user_id=user.id, device_id=device.id, created_at=now)
    opened.prove(methods, now)
    opened.use(now, address=client.address, user_agent=client.user_agent)
    user.last_login_at = now
    db.add(opened)
    note(db, user_id=user.id, action="login", client=client, methods=" ".join(opened.amr))
    await db.flush()
    issued = await access(db, user=user, session=opened, now=now, site=site)
    log.info("session.opened", user_id=user.id, session_id=opened.id)
    return LoginOut(
        **issued.model_dump(),
        refresh_token=refresh_tokens.begin(db, session_id=opened.id, now=now),
        device_token=device_token,
        user=Profile.model_validate(user),
    )


async def _find(session: UnitOfWork, login: str, device_token: str | None) -> tuple[User | None, UUID | None]:
    """The verified user of an address or a username, and the known device whose token it is, by one query.

    The login is folded here, as the throttle does it: no other spelling finds the same user.
    """
    name = User.email if "@" in login else User.username
    found = await session.execute(
        select(User, KnownDevice.id)
        .outerjoin(KnownDevice, known_devices.is_it(device_token or "", User.id))
        .where(func.lower(name) == login.casefold(), User.email_verified_at.is_not(None))
    )
    row = found.first()
    return (row[0], row[1]) if row else (None, None)


async def _still_let_in(db: UnitOfWork, user: User, password: str) -> User:
    """The user as of now, locked: what takes a role or the account away ends the session that opens here as well.

    Raises InvalidCredentials when the password that was right is no longer, AccountDeactivated.
    """
    present = await db.get(User, user.id, with_for_update={"key_share": True})
    if present is None:
        raise InvalidCredentials
    unchanged = present.password_hash == user.password_hash
    if not unchanged and not await passwords.matches(present.password_hash, password):
        raise InvalidCredentials
    if not present.is_active:
        raise AccountDeactivated
    return present


async def access(db: UnitOfWork, *, user: User, session: Session, now: datetime, site: Site) -> AccessOut:
    """An access token of a session as it is now."""
    key = await keys.signing_key(db, site.secret)
    return AccessOut(
        access_token=tokens.issue(
            key,
            user=user,
            session=session,
            device_since=await known_devices.known_since(db, session),
            issuer=site.issuer,
            now=now,
        ),
        expires_in=int(tokens.LIFETIME.total_seconds()),
    )


async def refresh(db: Database, *, refresh_token: str, client: Client, site: Site) -> TokensOut:
    """The next pair of a session; the token that got it is used up.

    A used token that comes again means that two have it, and which of them is the thief cannot be told: the session
    is revoked. But for a minute it may be another tab, or somebody who has lost the answer: all who bring it get the
    same. Who shares a token with a thief goes on to share it, and one of them comes too late, soon or at a later
    refresh. Raises InvalidRefreshToken.
    """
    now = clock.now()
    pair = None
    async with db.unit_of_work() as session:
        found = await _session_of(session, refresh_token)
        if found is not None and found[1].is_live(now) and found[2].is_active:
            link, opened, user = found
            following = await refresh_tokens.trade(session, refresh_token, link, secret=site.secret, now=now)
            if following is None:
                opened.revoke(now)
                note(session, user_id=user.id, action="refresh_reused", client=client)
                log.warning("session.refresh_reused", session_id=opened.id, user_id=user.id)
            else:
                opened.use(now, address=client.address, user_agent=client.user_agent)
                issued = await access(session, user=user, session=opened, now=now, site=site)
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


async def logout(db: UnitOfWork, *, me: Principal, client: Client) -> None:
    """Revokes the session that the access token belongs to; once more does nothing."""
    ended = await db.scalar(
        update(Session)
        .where(Session.id == UUID(me.session_id), Session.user_id == me.id, Session.revoked_at.is_(None))
        .values(revoked_at=clock.now())
        .returning(Session.id)
    )
    if ended is not None:
        note(db, user_id=me.id, action="logout", client=client)
    log.info("session.revoked", session_id=me.session_id, user_id=me.id)


async def end_all(db: UnitOfWork, *, user_id: UUID, but: UUID | None = None) -> int:
    """Revokes all sessions of a user, or all but one. Returns how many.

    Who has locked the user's row before leaves no gap: a login that is under way waits, and sees what has changed.
    """
    ended = await db.scalars(
        update(Session)
        .where(Session.user_id == user_id, Session.revoked_at.is_(None), Session.expires_at > clock.now())
        .where(Session.id != but if but else true())
        .values(revoked_at=clock.now())
        .returning(Session.id)
    )
    count = len(ended.all())
    log.info("sessions.revoked", user_id=user_id, count=count)
    return count


async def start_over(db: UnitOfWork, *, user_id: UUID, but: UUID | None = None) -> int:
    """Revokes as `end_all`, and forgets the devices of those sessions and of former ones: the user is locked.

    For whoever may have shared the account with somebody: from now on that one's device is new again.
    """
    ended = await end_all(db, user_id=user_id, but=but)
    await known_devices.forget(db, user_id=user_id, but=but)
    return ended


async def forget_devices(db: UnitOfWork, *, user_id: UUID) -> None:
    """Forgets from where and with what a user was signed in."""
    await db.execute(update(Session).where(Session.user_id == user_id).values(address=None, user_agent=None))


async def announce(db: Database, redis: Redis) -> None:
    """Tells all services which sessions were revoked, until Redis has taken it."""
    rows = await db.fetch(_UNANNOUNCED, ANNOUNCED_AT_ONCE)
    if not rows:
        return
    until = max(row["revoked_at"] for row in rows) + tokens.LIFETIME
    await control.revoke(redis, [str(row["id"]) for row in rows], until=until.timestamp())
    await db.fetch(_ANNOUNCED, clock.now(), [row["id"] for row in rows])
