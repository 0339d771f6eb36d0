"""The second half of a login, and proving once more in a session who its user is."""

from typing import Literal
from uuid import UUID

import structlog
from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.errors import SecondFactorRequired, Unauthenticated
from amigok_chassis.unit_of_work import UnitOfWork
from identity import accounts, passwords, sessions, throttle
from identity.activity import service as activity
from identity.models import Session, User
from identity.passkeys import service as passkeys
from identity.schemas import AccessOut, LoginOut
from identity.site import Site
from identity.two_factor import challenges, factors
from identity.two_factor.errors import InvalidFactor, SecondFactorRefused
from identity.two_factor.schemas import Method, PasswordProof, SecondFactor, SecondFactorLogin, StepUpOptions

log = structlog.get_logger()


async def complete(db: Database, *, answer: SecondFactorLogin, client: activity.Client, site: Site) -> LoginOut:
    """Opens the session of a login whose second factor is proved.

    A challenge opens one session; five wrong proofs end it. Raises ChallengeOver, SecondFactorRefused, TooManyAttempts.
    """
    opened = None
    async with db.unit_of_work() as session:
        challenge, user = await challenges.open_one(session, answer.challenge, site=site, now=clock.now())
        methods = await factors.proven(
            session, user=user, proof=answer, purpose="second_factor", client=client, site=site
        )
        if methods:
            await session.delete(challenge)
            opened = await sessions.open_session(
                session, user=user, methods={"pwd", *methods}, client=client, site=site
            )
        else:
            challenge.wrong += 1
            log.info("second_factor.refused", user_id=user.id)
    if opened is None:
        raise SecondFactorRefused
    return opened


async def step_up_options(db: UnitOfWork, *, me: Principal, site: Site) -> StepUpOptions:
    """By what the user can step up, with a challenge for a passkey. Raises Unauthenticated."""
    user = await accounts.profile(db, me=me)
    known = await passkeys.all_of(db, user.id)
    ways: list[Method | Literal["password"]]
    if await factors.are_on(db, user.id):
        ways = [*await factors.methods(db, user.id, known)]
    else:
        ways = ["password", "passkey"] if known else ["password"]
    options = None
    if known:
        options = await passkeys.request_options(db, purpose="step_up", user_id=user.id, known=known, site=site)
    return StepUpOptions(methods=ways, passkey_options=options)


async def step_up(
    db: Database, *, me: Principal, proof: SecondFactor | PasswordProof, client: activity.Client, site: Site
) -> AccessOut:
    """A new access token for a session whose user has proved once more who they are; its refresh token stays.

    The password suffices only where there is no second factor. The limit is one of the session, so that whoever has
    stolen it cannot hinder its user in another.
    Raises InvalidFactor, SecondFactorRequired, TooManyAttempts, Unauthenticated.
    """
    counters = throttle.of_session(site.secret, me.session_id)
    await throttle.attempt(db, counters)
    verified = await _with_right_password(db, me, proof) if isinstance(proof, PasswordProof) else None
    token = None
    async with db.unit_of_work() as session:
        user, opened = await _live(session, me)
        if isinstance(proof, PasswordProof):
            if await factors.are_on(session, user.id):
                raise SecondFactorRequired("The password does not suffice: this account has a second factor.")
            methods = frozenset({"pwd"} if verified == user.password_hash else ())
        else:
            methods = await factors.proven(session, user=user, proof=proof, purpose="step_up", client=client, site=site)
        if methods:
            now = clock.now()
            opened.prove(methods, now)
            token = await sessions.access(session, user=user, session=opened, now=now, site=site)
            activity.note(session, user_id=user.id, action="stepped_up", client=client)
    if token is None:
        raise InvalidFactor
    await throttle.forgive(db, counters)
    return token


async def _with_right_password(db: Database, me: Principal, proof: PasswordProof) -> str | None:
    """The hash that the password fits; found with no transaction open, for it takes long."""
    async with db.unit_of_work() as session:
        user = await accounts.profile(session, me=me)
    right = await passwords.matches(user.password_hash, proof.password.get_secret_value())
    return user.password_hash if right else None


async def _live(db: UnitOfWork, me: Principal) -> tuple[User, Session]:
    """The user, locked against change, and the session, locked. Raises Unauthenticated when it has ended."""
    user = await db.scalar(select(User).where(User.id == me.id).with_for_update(key_share=True))
    opened = await db.scalar(
        select(Session).where(Session.id == UUID(me.session_id), Session.user_id == me.id).with_for_update()
    )
    if user is None or opened is None or not opened.is_live(clock.now()):
        raise Unauthenticated("The session was ended.")
    return user, opened
