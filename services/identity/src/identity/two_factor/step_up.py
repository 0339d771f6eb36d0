"""Proves again, within a session, who its user is."""

from typing import Literal
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.errors import SecondFactorRequired, Unauthenticated
from amigok_chassis.settings import Settings
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.caller import Client
from identity.activity.service import note
from identity.authenticators import service as authenticators
from identity.passkeys import service as passkeys
from identity.passwords import service as passwords
from identity.sessions import service as sessions
from identity.sessions.models import Session
from identity.sessions.queries import profile
from identity.sessions.schemas import AccessOut
from identity.throttle import service as throttle
from identity.two_factor import proofs
from identity.two_factor.errors import InvalidFactor
from identity.two_factor.schemas import Method, PasswordProof, SecondFactor, StepUpOptions
from identity.users.models import User


async def options(db: UnitOfWork, *, me: Principal, config: Settings) -> StepUpOptions:
    """The methods by which the user can step up, with a challenge for a passkey. Raises Unauthenticated."""
    user = await profile(db, me=me)
    known = await passkeys.all_of(db, user.id)
    ways: list[Method | Literal["password"]]
    if await authenticators.are_on(db, user.id):
        ways = [*await proofs.methods(db, user.id, known)]
    else:
        ways = ["password", "passkey"] if known else ["password"]
    asked = None
    if known:
        asked = await passkeys.request_options(db, purpose="step_up", user_id=user.id, known=known, config=config)
    return StepUpOptions(methods=ways, passkey_options=asked)


async def prove(
    db: Database, *, me: Principal, proof: SecondFactor | PasswordProof, client: Client, config: Settings
) -> AccessOut:
    """A new access token for a session whose user has proved again who they are. The refresh token stays.

    The password is enough only if the account has no second factor. Attempts are counted by session, so that a thief
    of one session does not hinder the user in another.
    Raises InvalidFactor, SecondFactorRequired, TooManyAttempts, Unauthenticated.
    """
    counters = throttle.of_session(db.data_key, me.session_id)
    await throttle.attempt(db, counters)
    verified = await _with_right_password(db, me, proof) if isinstance(proof, PasswordProof) else None
    token = None
    async with db.unit_of_work() as session:
        user, opened = await _live(session, me)
        if isinstance(proof, PasswordProof):
            if await authenticators.are_on(session, user.id):
                raise SecondFactorRequired("The password is not enough: this account has a second factor.")
            methods = frozenset({"pwd"} if verified == user.password_hash else ())
        else:
            methods = await proofs.proven(
                session, user=user, proof=proof, purpose="step_up", client=client, config=config
            )
        if methods:
            now = clock.now()
            opened.prove(methods, now)
            token = await sessions.access(session, user=user, session=opened, now=now, config=config)
            note(session, user_id=user.id, action="stepped_up", client=client)
    if token is None:
        raise InvalidFactor
    await throttle.forgive(db, counters)
    return token


async def _with_right_password(db: Database, me: Principal, proof: PasswordProof) -> str | None:
    """The hash that the password fits. No transaction is open meanwhile, because hashing takes long."""
    async with db.unit_of_work() as session:
        user = await profile(session, me=me)
    right = await passwords.matches(user.password_hash, proof.password.get_secret_value())
    return user.password_hash if right else None


async def _live(db: UnitOfWork, me: Principal) -> tuple[User, Session]:
    """The user, locked against changes, and the session, locked. Raises Unauthenticated when it has ended."""
    user = await db.scalar(select(User).where(User.id == me.id).with_for_update(key_share=True))
    opened = await db.scalar(
        select(Session).where(Session.id == UUID(me.session_id), Session.user_id == me.id).with_for_update()
    )
    if user is None or opened is None or not opened.is_live(clock.now()):
        raise Unauthenticated("The session was ended.")
    return user, opened
