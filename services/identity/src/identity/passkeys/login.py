"""Signing in with a passkey alone: it stays in a device that verifies its user, and so is both factors."""

from sqlalchemy import select

from amigok_chassis.db import Database
from identity import sessions
from identity.activity.service import Client
from identity.models import User
from identity.passkeys import service
from identity.passkeys.errors import InvalidPasskey, PasskeyRefused
from identity.passkeys.schemas import Assertion
from identity.schemas import LoginOut
from identity.site import Site

METHODS = ("hwk", "mfa")


async def login(db: Database, *, assertion: Assertion, client: Client, site: Site) -> LoginOut:
    """Opens a session of the user whose passkey has answered a challenge for logins. Raises PasskeyRefused."""
    opened = None
    async with db.unit_of_work() as session:
        try:
            user_id = await service.owner_of(session, assertion)
        except InvalidPasskey as error:
            raise PasskeyRefused from error
        user = await session.scalar(select(User).where(User.id == user_id).with_for_update(key_share=True))
        if user is not None and await service.proves(
            session, assertion=assertion, purpose="login", user_id=user.id, site=site
        ):
            opened = await sessions.open_session(session, user=user, methods=METHODS, client=client, site=site)
    if opened is None:
        raise PasskeyRefused
    return opened
