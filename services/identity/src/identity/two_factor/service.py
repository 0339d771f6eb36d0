"""Sets two-factor authentication up with an authenticator app, and switches it off."""

from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.settings import Settings
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.caller import Client
from identity.activity.service import note
from identity.authenticators import service as authenticators
from identity.authenticators import totp
from identity.authenticators.models import PENDING_LIFETIME, Totp
from identity.mails import letters
from identity.mails import service as mails
from identity.passkeys.last import refuse_last
from identity.sessions.queries import owner
from identity.standing.credentials import factor_changed
from identity.two_factor import proofs
from identity.two_factor.errors import InvalidFactor, NothingToConfirm, TwoFactorDisabled, TwoFactorEnabled
from identity.two_factor.schemas import AppCode, EnableOut, RecoveryCodesOut, RecoveryProof, TwoFactorOut
from identity.users.models import User


async def enable(db: UnitOfWork, *, me: Principal) -> EnableOut:
    """A new secret for an authenticator app. It replaces one that was not confirmed. Raises TwoFactorEnabled."""
    user = await owner(db, me=me)
    if await authenticators.are_on(db, user.id):
        raise TwoFactorEnabled
    secret = totp.fresh()
    values = {"sealed": totp.seal(secret, user_id=user.id, key=db.data_key), "created_at": clock.now(), "last_step": 0}
    await db.execute(
        insert(Totp).values(user_id=user.id, **values).on_conflict_do_update(index_elements=["user_id"], set_=values)
    )
    uri = totp.uri(secret, account=user.email)
    return EnableOut(secret=totp.text(secret), otpauth_uri=uri, qr_svg=totp.qr_code(uri))


async def confirm(db: Database, *, me: Principal, code: str, client: Client, public_url: str) -> RecoveryCodesOut:
    """Switches two-factor authentication on with the app's first code, which is used up. Returns the recovery codes.

    Raises InvalidFactor, NothingToConfirm, TooManyAttempts.
    """
    now = clock.now()
    codes = None
    async with db.unit_of_work() as session:
        user = await owner(session, me=me)
        pending = await session.get(Totp, user.id)
        if pending is None or pending.confirmed_at is not None or pending.created_at + PENDING_LIFETIME <= now:
            raise NothingToConfirm
        if await authenticators.app_code_is_right(
            session, user=user, code=code, now=now, public_url=public_url, confirming=True
        ):
            pending.confirmed_at = now
            codes = await authenticators.renew_recovery_codes(session, user.id)
            await _tell(session, user, "two_factor_enabled", client=client, public_url=public_url)
    if codes is None:
        raise InvalidFactor
    return RecoveryCodesOut(recovery_codes=codes)


async def disable(
    db: Database, *, me: Principal, proof: AppCode | RecoveryProof, client: Client, config: Settings
) -> None:
    """Switches it off with a code. Passkeys stay.

    Raises InvalidFactor, LastFactor, TooManyAttempts, TwoFactorDisabled.
    """
    async with db.unit_of_work() as session:
        user = await _with_two_factors(session, me)
        await refuse_last(session, user, config=config)
        right = await proofs.proven(session, user=user, proof=proof, purpose="step_up", client=client, config=config)
        if right:
            await authenticators.forget(session, user.id)
            await _tell(session, user, "two_factor_disabled", client=client, public_url=config.public_url)
    if not right:
        raise InvalidFactor


async def _with_two_factors(db: UnitOfWork, me: Principal) -> User:
    user = await owner(db, me=me)
    if not await authenticators.are_on(db, user.id):
        raise TwoFactorDisabled
    return user


async def renew_recovery_codes(db: UnitOfWork, *, me: Principal, client: Client, public_url: str) -> RecoveryCodesOut:
    """Replaces all recovery codes by ten new ones. Raises TwoFactorDisabled."""
    user = await _with_two_factors(db, me)
    codes = await authenticators.renew_recovery_codes(db, user.id)
    await _tell(db, user, "recovery_codes_renewed", client=client, public_url=public_url)
    return RecoveryCodesOut(recovery_codes=codes)


async def status(db: UnitOfWork, *, me: Principal) -> TwoFactorOut:
    """Whether it is on and since when, and how many recovery codes are left."""
    row = await authenticators.confirmed(db, me.id)
    return TwoFactorOut(
        enabled=row is not None,
        enabled_at=row.confirmed_at if row else None,
        recovery_codes_left=await authenticators.recovery_codes_left(db, me.id),
    )


async def _tell(db: UnitOfWork, user: User, happened: str, *, client: Client, public_url: str) -> None:
    note(db, user_id=user.id, action=happened, client=client)
    mails.write(db, recipient=user.email, **letters.security_notice(public_url, happened=happened))
    await factor_changed(db, user, "second_factor", clock.now())
