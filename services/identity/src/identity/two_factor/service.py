"""Two-factor authentication: set up with an authenticator app, confirmed by a code of it, switched off."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import UnitOfWork
from identity import accounts, letters, mails
from identity.activity import service as activity
from identity.models import User
from identity.site import Site
from identity.two_factor import factors, last, totp
from identity.two_factor.errors import InvalidFactor, NothingToConfirm, TwoFactorDisabled, TwoFactorEnabled
from identity.two_factor.models import PENDING_LIFETIME, RecoveryCode, Totp
from identity.two_factor.schemas import AppCode, EnableOut, RecoveryCodesOut, RecoveryProof, TwoFactorOut


async def enable(db: UnitOfWork, *, me: Principal, site: Site) -> EnableOut:
    """A new secret for an authenticator app, instead of one that was not confirmed. Raises TwoFactorEnabled."""
    user = await accounts.owner(db, me=me)
    if await factors.are_on(db, user.id):
        raise TwoFactorEnabled
    secret = totp.fresh()
    values = {"sealed": totp.seal(secret, user_id=user.id, key=site.secret), "created_at": clock.now(), "last_step": 0}
    await db.execute(
        insert(Totp).values(user_id=user.id, **values).on_conflict_do_update(index_elements=["user_id"], set_=values)
    )
    uri = totp.uri(secret, account=user.email)
    return EnableOut(secret=totp.text(secret), otpauth_uri=uri, qr_svg=totp.qr_code(uri))


async def confirm(db: Database, *, me: Principal, code: str, client: activity.Client, site: Site) -> RecoveryCodesOut:
    """Switches two-factor authentication on by the app's first code, which it uses up; answers the recovery codes.

    Raises InvalidFactor, NothingToConfirm, TooManyAttempts.
    """
    now = clock.now()
    codes = None
    async with db.unit_of_work() as session:
        user = await accounts.owner(session, me=me)
        pending = await session.get(Totp, user.id)
        if pending is None or pending.confirmed_at is not None or pending.created_at + PENDING_LIFETIME <= now:
            raise NothingToConfirm
        if await factors.app_code_is_right(session, user=user, code=code, now=now, site=site, confirming=True):
            pending.confirmed_at = now
            codes = await factors.renew_recovery_codes(session, user.id, secret=site.secret)
            await _tell(session, user, "two_factor_enabled", client=client, site=site)
    if codes is None:
        raise InvalidFactor
    return RecoveryCodesOut(recovery_codes=codes)


async def disable(
    db: Database, *, me: Principal, proof: AppCode | RecoveryProof, client: activity.Client, site: Site
) -> None:
    """Switches it off, against a code. Passkeys stay.

    Raises InvalidFactor, LastFactor, TooManyAttempts, TwoFactorDisabled.
    """
    async with db.unit_of_work() as session:
        user = await _with_two_factors(session, me)
        await last.refuse_last(session, user, site=site)
        right = await factors.proven(session, user=user, proof=proof, purpose="step_up", client=client, site=site)
        if right:
            await _forget(session, user.id)
            await _tell(session, user, "two_factor_disabled", client=client, site=site)
    if not right:
        raise InvalidFactor


async def _with_two_factors(db: UnitOfWork, me: Principal) -> User:
    user = await accounts.owner(db, me=me)
    if not await factors.are_on(db, user.id):
        raise TwoFactorDisabled
    return user


async def _forget(db: UnitOfWork, user_id: UUID) -> None:
    await db.execute(delete(Totp).where(Totp.user_id == user_id))
    await db.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))


async def renew_recovery_codes(
    db: UnitOfWork, *, me: Principal, client: activity.Client, site: Site
) -> RecoveryCodesOut:
    """Ten new recovery codes instead of all there were. Raises TwoFactorDisabled."""
    user = await _with_two_factors(db, me)
    codes = await factors.renew_recovery_codes(db, user.id, secret=site.secret)
    await _tell(db, user, "recovery_codes_renewed", client=client, site=site)
    return RecoveryCodesOut(recovery_codes=codes)


async def status(db: UnitOfWork, *, me: Principal) -> TwoFactorOut:
    """Whether it is on, since when, and how many recovery codes are left."""
    row = await factors.confirmed(db, me.id)
    return TwoFactorOut(
        enabled=row is not None,
        enabled_at=row.confirmed_at if row else None,
        recovery_codes_left=await factors.recovery_codes_left(db, me.id),
    )


async def _tell(db: UnitOfWork, user: User, happened: str, *, client: activity.Client, site: Site) -> None:
    activity.note(db, user_id=user.id, action=happened, client=client)
    mails.write(db, recipient=user.email, **letters.security_notice(site.public_url, happened=happened))
    await accounts.factor_changed(db, user, "second_factor", clock.now())
