"""Adds, lists, renames and removes passkeys, and verifies what they sign."""

import secrets
from uuid import UUID

import structlog
from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from webauthn.helpers.structs import AuthenticatorTransport

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.errors import NotFound
from amigok_chassis.ids import new_id
from amigok_chassis.pagination import Paging, paginate
from amigok_chassis.settings import Settings
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.caller import Client
from identity.activity.service import note
from identity.digests import digest
from identity.mails import letters
from identity.mails import service as mails
from identity.passkeys.errors import InvalidPasskey, PasskeyKnown, TooManyPasskeys
from identity.passkeys.last import refuse_last
from identity.passkeys.models import CHALLENGE_LIFETIME, MOST, Passkey, PasskeyChallenge
from identity.passkeys.relying_party import Options, RelyingParty, challenge_of, decoded
from identity.passkeys.schemas import Assertion, Attestation
from identity.sessions.queries import owner, profile
from identity.settings import Settings as Own
from identity.standing.credentials import factor_changed
from identity.users.models import User

log = structlog.get_logger()

CHALLENGE_BYTES = 32
_TRANSPORTS = {each.value for each in AuthenticatorTransport}


def _site(db: UnitOfWork, config: Settings) -> RelyingParty:
    return RelyingParty.of(db.settings(Own), config.public_url)


async def challenge(db: UnitOfWork, *, purpose: str, user_id: UUID | None = None) -> bytes:
    """A new challenge for one purpose."""
    made = secrets.token_bytes(CHALLENGE_BYTES)
    expires_at = clock.now() + CHALLENGE_LIFETIME
    db.add(PasskeyChallenge(digest=_digest(made), purpose=purpose, user_id=user_id, expires_at=expires_at))
    return made


def _digest(challenge: bytes) -> bytes:
    return digest(challenge.hex())


async def _take(db: UnitOfWork, client_data: str, *, purpose: str, user_id: UUID | None) -> bytes:
    """The challenge that is answered, which is used up. Raises InvalidPasskey."""
    answered = challenge_of(client_data)
    taken = await db.scalar(
        delete(PasskeyChallenge)
        .where(
            PasskeyChallenge.digest == _digest(answered),
            PasskeyChallenge.purpose == purpose,
            PasskeyChallenge.user_id.is_not_distinct_from(user_id),
            PasskeyChallenge.expires_at > clock.now(),
        )
        .returning(PasskeyChallenge.digest)
    )
    if taken is None:
        raise InvalidPasskey
    return answered


async def all_of(db: UnitOfWork, user_id: UUID) -> list[Passkey]:
    """All passkeys of a user; there are only a few."""
    return list(await db.scalars(select(Passkey).where(Passkey.user_id == user_id).order_by(Passkey.id)))


async def request_options(
    db: UnitOfWork, *, purpose: str, config: Settings, user_id: UUID | None = None, known: list[Passkey]
) -> Options:
    """What a browser needs to ask for a signature of one of the known passkeys, or of any if there are none."""
    made = await challenge(db, purpose=purpose, user_id=user_id)
    return _site(db, config).request_options(challenge=made, known=known)


async def creation_options(db: UnitOfWork, *, me: Principal, config: Settings) -> Options:
    """What a browser needs to make a passkey. Raises Unauthenticated, TooManyPasskeys."""
    user = await profile(db, me=me)
    known = await all_of(db, user.id)
    if len(known) >= MOST:
        raise TooManyPasskeys
    made = await challenge(db, purpose="register", user_id=user.id)
    return _site(db, config).creation_options(challenge=made, user_id=user.id, name=user.email, known=known)


async def register(
    db: Database, *, me: Principal, name: str, credential: Attestation, client: Client, config: Settings
) -> Passkey:
    """Adds the passkey that a device has made. Raises InvalidPasskey, PasskeyKnown, TooManyPasskeys."""
    async with db.unit_of_work() as session:
        made_for = await _take(session, credential.response.client_data_json, purpose="register", user_id=me.id)
        site = _site(session, config)
    made = site.registered(credential.json_object(), challenge=made_for)
    now = clock.now()
    async with db.unit_of_work() as session:
        user = await owner(session, me=me)
        await _refuse_one_too_many(session, user.id)
        passkey = Passkey(
            id=new_id(),
            user_id=user.id,
            credential_id=made.credential_id,
            public_key=made.credential_public_key,
            sign_count=made.sign_count,
            name=name,
            created_at=now,
            transports=sorted(_TRANSPORTS.intersection(credential.response.transports)),
        )
        session.add(passkey)
        try:
            await session.flush()
        except IntegrityError as error:
            raise PasskeyKnown from error
        await _tell(session, user, action="passkey_added", passkey=passkey, client=client, config=config)
    return passkey


async def _refuse_one_too_many(db: UnitOfWork, user_id: UUID) -> None:
    """The user is locked, so the count cannot change. Raises TooManyPasskeys."""
    if (await db.scalar(select(func.count()).where(Passkey.user_id == user_id)) or 0) >= MOST:
        raise TooManyPasskeys


async def page(db: UnitOfWork, *, me: Principal, paging: Paging) -> tuple[list[Passkey], str | None]:
    """A page of the user's passkeys, newest first."""
    return await paginate(db, select(Passkey).where(Passkey.user_id == me.id), paging, key=[Passkey.id])


async def rename(db: UnitOfWork, *, me: Principal, passkey_id: UUID, name: str) -> Passkey:
    """Renames one of the user's passkeys. Raises NotFound."""
    passkey = await _own(db, me.id, passkey_id)
    passkey.name = name
    return passkey


async def remove(db: UnitOfWork, *, me: Principal, passkey_id: UUID, client: Client, config: Settings) -> None:
    """Removes one of the user's passkeys. The user can still sign in with the password.

    Raises LastFactor, NotFound, Unauthenticated.
    """
    user = await owner(db, me=me)
    passkey = await _own(db, user.id, passkey_id)
    await refuse_last(db, user, config=config)
    await db.delete(passkey)
    await _tell(db, user, action="passkey_removed", passkey=passkey, client=client, config=config)


async def _own(db: UnitOfWork, user_id: UUID, passkey_id: UUID) -> Passkey:
    passkey = await db.scalar(
        select(Passkey).where(Passkey.id == passkey_id, Passkey.user_id == user_id).with_for_update()
    )
    if passkey is None:
        raise NotFound
    return passkey


async def _tell(db: UnitOfWork, user: User, *, action: str, passkey: Passkey, client: Client, config: Settings) -> None:
    note(db, user_id=user.id, action=action, client=client, passkey_id=str(passkey.id))
    mails.write(db, recipient=user.email, **letters.security_notice(config.public_url, happened=action))
    await factor_changed(db, user, "passkey", clock.now())


async def owner_of(db: UnitOfWork, assertion: Assertion) -> UUID | None:
    """The owner of the passkey that the assertion names, not verified yet. Raises InvalidPasskey."""
    return await db.scalar(select(Passkey.user_id).where(Passkey.credential_id == decoded(assertion.raw_id)))


async def proves(db: UnitOfWork, *, assertion: Assertion, purpose: str, user_id: UUID, config: Settings) -> bool:
    """Whether a passkey of this user has answered a challenge for this purpose, which is used up."""
    asked = None if purpose == "login" else user_id
    try:
        made_for = await _take(db, assertion.response.client_data_json, purpose=purpose, user_id=asked)
        passkey = await _asked(db, assertion, user_id)
        proof = _site(db, config).asserted(assertion.json_object(), challenge=made_for, passkey=passkey)
    except InvalidPasskey as error:
        log.warning("passkey.refused", user_id=user_id, purpose=purpose, reason=str(error.__cause__)[:200])
        return False
    passkey.used(sign_count=proof.new_sign_count, now=clock.now())
    return True


async def _asked(db: UnitOfWork, assertion: Assertion, user_id: UUID) -> Passkey:
    """The passkey of an assertion, locked, so that its count of signatures only grows. Raises InvalidPasskey."""
    handle = assertion.response.user_handle
    if handle and decoded(handle) != user_id.bytes:
        raise InvalidPasskey
    passkey = await db.scalar(
        select(Passkey)
        .where(Passkey.credential_id == decoded(assertion.raw_id), Passkey.user_id == user_id)
        .with_for_update()
    )
    if passkey is None:
        raise InvalidPasskey
    return passkey
