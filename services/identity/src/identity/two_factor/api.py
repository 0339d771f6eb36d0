"""The HTTP door of second factors."""

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser, RecentUser
from amigok_chassis.db import Reader, Session, Statements
from identity.requests import Caller, Here
from identity.schemas import AccessOut, LoginOut
from identity.two_factor import login, service
from identity.two_factor.schemas import (
    AppCode,
    EnableOut,
    PasswordProof,
    RecoveryCodesOut,
    RecoveryProof,
    SecondFactor,
    SecondFactorLogin,
    StepUpOptions,
    TwoFactorOut,
)

router = APIRouter(prefix="/api/v1/auth", tags=["second factors"])


@router.get("/2fa")
async def show(me: CurrentUser, db: Reader) -> TwoFactorOut:
    """Whether two-factor authentication is on, and how many recovery codes are left."""
    return await service.status(db, me=me)


@router.post("/2fa/enable")
async def enable(me: RecentUser, db: Session, here: Here) -> EnableOut:
    """A secret for an authenticator app. It is confirmed with a code of the app, within an hour.

    403 `step_up_required`; 409 `two_factor_enabled`.
    """
    return await service.enable(db, me=me, site=here)


@router.post("/2fa/verify")
async def verify(body: AppCode, me: CurrentUser, db: Statements, caller: Caller, here: Here) -> RecoveryCodesOut:
    """Confirms the app with its first code and switches two-factor authentication on. Shows ten recovery codes, once.

    422 `invalid_factor`; 409 `two_factor_not_requested`; 429 `too_many_attempts`.
    """
    return await service.confirm(db, me=me, code=body.code, client=caller, site=here)


@router.post("/2fa/disable", status_code=204)
async def disable(body: AppCode | RecoveryProof, me: RecentUser, db: Statements, caller: Caller, here: Here) -> None:
    """Switches two-factor authentication off, against a code of the app or a recovery code.

    403 `step_up_required`; 409 `two_factor_disabled`, `last_factor`; 422 `invalid_factor`; 429 `too_many_attempts`.
    """
    await service.disable(db, me=me, proof=body, client=caller, site=here)


@router.post("/2fa/recovery-codes")
async def renew_recovery_codes(me: RecentUser, db: Session, caller: Caller, here: Here) -> RecoveryCodesOut:
    """Ten new recovery codes, shown once; the old ones are void.

    403 `step_up_required`; 409 `two_factor_disabled`.
    """
    return await service.renew_recovery_codes(db, me=me, client=caller, site=here)


@router.post("/login/second-factor")
async def complete_login(body: SecondFactorLogin, db: Statements, caller: Caller, here: Here) -> LoginOut:
    """Completes a login by its challenge and one of: a code of the app, a recovery code, the answer of a passkey.

    401 `invalid_second_factor`; 401 `invalid_challenge`, after five minutes or five wrong proofs; 429
    `too_many_attempts`.
    """
    return await login.complete(db, answer=body, client=caller.on(body.device_token), site=here)


@router.post("/step-up/options")
async def step_up_options(me: CurrentUser, db: Session, here: Here) -> StepUpOptions:
    """By what the session's user can be proved again."""
    return await login.step_up_options(db, me=me, site=here)


@router.post("/step-up")
async def step_up(
    body: SecondFactor | PasswordProof, me: CurrentUser, db: Statements, caller: Caller, here: Here
) -> AccessOut:
    """Proves again who the user is, and answers an access token with the new `auth_time`; the refresh token stays.

    422 `invalid_factor`; 403 `second_factor_required` for a password where there is a second factor; 429
    `too_many_attempts`.
    """
    return await login.step_up(db, me=me, proof=body, client=caller, site=here)
