"""Second factors over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser, RecentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.errors import SecondFactorRequired
from amigok_chassis.problems import problems
from identity.activity.caller import Caller
from identity.passkeys.errors import LastFactor
from identity.passwords.errors import TooBusy
from identity.sessions.schemas import AccessOut
from identity.throttle.errors import TooManyAttempts
from identity.two_factor import service, step_up
from identity.two_factor.errors import InvalidFactor, NothingToConfirm, TwoFactorDisabled, TwoFactorEnabled
from identity.two_factor.schemas import (
    AppCode,
    EnableOut,
    PasswordProof,
    RecoveryCodesOut,
    RecoveryProof,
    SecondFactor,
    StepUpOptions,
    TwoFactorOut,
)

router = APIRouter(prefix="/api/v1/auth")


@router.get("/2fa")
async def show(me: CurrentUser, db: Reader) -> TwoFactorOut:
    """Returns whether two-factor authentication is on, and how many recovery codes are left."""
    return await service.status(db, me=me)


@router.post("/2fa/enable", responses=problems(TwoFactorEnabled))
async def enable(me: RecentUser, db: Session) -> EnableOut:
    """Returns a secret for an authenticator app. Confirm it with a code of the app within an hour."""
    return await service.enable(db, me=me)


@router.post("/2fa/verify", responses=problems(NothingToConfirm, InvalidFactor, TooManyAttempts))
async def verify(
    body: AppCode, me: CurrentUser, db: Statements, caller: Caller, context: InContext
) -> RecoveryCodesOut:
    """Confirms the app with its first code and switches two-factor authentication on.

    Returns ten recovery codes, once.
    """
    return await service.confirm(db, me=me, code=body.code, client=caller, public_url=context.config.public_url)


@router.post(
    "/2fa/disable", status_code=204, responses=problems(LastFactor, TwoFactorDisabled, InvalidFactor, TooManyAttempts)
)
async def disable(
    body: AppCode | RecoveryProof, me: RecentUser, db: Statements, caller: Caller, context: InContext
) -> None:
    """Switches two-factor authentication off. It takes a code of the app or a recovery code."""
    await service.disable(db, me=me, proof=body, client=caller, config=context.config)


@router.post("/2fa/recovery-codes", responses=problems(TwoFactorDisabled))
async def renew_recovery_codes(me: RecentUser, db: Session, caller: Caller, context: InContext) -> RecoveryCodesOut:
    """Returns ten new recovery codes, once. The old ones are void."""
    return await service.renew_recovery_codes(db, me=me, client=caller, public_url=context.config.public_url)


@router.post("/step-up/options")
async def step_up_options(me: CurrentUser, db: Session, context: InContext) -> StepUpOptions:
    """Returns the methods by which the session's user can prove again who they are."""
    return await step_up.options(db, me=me, config=context.config)


@router.post("/step-up", responses=problems(SecondFactorRequired, InvalidFactor, TooManyAttempts, TooBusy))
async def prove_again(
    body: SecondFactor | PasswordProof, me: CurrentUser, db: Statements, caller: Caller, context: InContext
) -> AccessOut:
    """Proves again who the user is. Returns an access token with a new `auth_time`; the refresh token stays."""
    return await step_up.prove(db, me=me, proof=body, client=caller, config=context.config)
