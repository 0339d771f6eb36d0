"""Signs in with a passkey alone. It is two factors in one, because its device verifies the user."""

from sqlalchemy import select

from amigok_chassis.db import Database
from amigok_chassis.settings import Settings
from identity.activity.caller import Client
from identity.passkeys import service
from identity.passkeys.errors import InvalidPasskey, PasskeyRefused
from identity.passkeys.schemas import Assertion
from identity.sessions import service as sessions
from identity.sessions.schemas import LoginOut
from identity.users.models import User

METHODS = ("hwk", "mfa")


async def login(db: Database, *, assertion: Assertion, client: Client, config: Settings) -> LoginOut:
    """Opens a session for the user whose passkey has answered a login challenge. Raises PasskeyRefused."""
    opened = None
    async with db.unit_of_work() as session:
        try:
            user_id = await service.owner_of(session, assertion)
        except InvalidPasskey as error:
            raise PasskeyRefused from error
        user = await session.scalar(select(User).where(User.id == user_id).with_for_update(key_share=True))
        if user is not None and await service.proves(
            session, assertion=assertion, purpose="login", user_id=user.id, config=config
        ):
            opened = await sessions.open_session(session, user=user, methods=METHODS, client=client, config=config)
    if opened is None:
        raise PasskeyRefused
    return opened
