"""Second factors over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser, RecentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session, Statements
from identity.activity.caller import Caller
from identity.sessions.schemas import AccessOut
from identity.two_factor import service, step_up
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

router = APIRouter(prefix="/api/v1/auth", tags=["second factors"])


@router.get("/2fa")
async def show(me: CurrentUser, db: Reader) -> TwoFactorOut:
    """Returns whether two-factor authentication is on, and how many recovery codes are left."""
    return await service.status(db, me=me)


@router.post("/2fa/enable")
async def enable(me: RecentUser, db: Session) -> EnableOut:
    """Returns a secret for an authenticator app. Confirm it with a code of the app within an hour.

    403 `step_up_required`; 409 `two_factor_enabled`.
    """
    return await service.enable(db, me=me)


@router.post("/2fa/verify")
async def verify(
    body: AppCode, me: CurrentUser, db: Statements, caller: Caller, context: InContext
) -> RecoveryCodesOut:
    """Confirms the app with its first code and switches two-factor authentication on. Returns ten recovery codes, once.

    422 `invalid_factor`; 409 `two_factor_not_requested`; 429 `too_many_attempts`.
    """
    return await service.confirm(db, me=me, code=body.code, client=caller, public_url=context.config.public_url)


@router.post("/2fa/disable", status_code=204)
async def disable(
    body: AppCode | RecoveryProof, me: RecentUser, db: Statements, caller: Caller, context: InContext
) -> None:
    """Switches two-factor authentication off. It takes a code of the app or a recovery code.

    403 `step_up_required`; 409 `two_factor_disabled`, `last_factor`; 422 `invalid_factor`; 429 `too_many_attempts`.
    """
    await service.disable(db, me=me, proof=body, client=caller, config=context.config)


@router.post("/2fa/recovery-codes")
async def renew_recovery_codes(me: RecentUser, db: Session, caller: Caller, context: InContext) -> RecoveryCodesOut:
    """Returns ten new recovery codes, once. The old ones are void.

    403 `step_up_required`; 409 `two_factor_disabled`.
    """
    return await service.renew_recovery_codes(db, me=me, client=caller, public_url=context.config.public_url)


@router.post("/step-up/options")
async def step_up_options(me: CurrentUser, db: Session, context: InContext) -> StepUpOptions:
    """Returns the methods by which the session's user can prove again who they are."""
    return await step_up.options(db, me=me, config=context.config)


@router.post("/step-up")
async def prove_again(
    body: SecondFactor | PasswordProof, me: CurrentUser, db: Statements, caller: Caller, context: InContext
) -> AccessOut:
    """Proves again who the user is. Returns an access token with a new `auth_time`; the refresh token stays.

    422 `invalid_factor`; 403 `second_factor_required` for a password when the account has a second factor;
    429 `too_many_attempts`.
    """
    return await step_up.prove(db, me=me, proof=body, client=caller, config=context.config)
