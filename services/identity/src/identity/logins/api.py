"""Logins over HTTP."""

from fastapi import APIRouter

from amigok_chassis.context import InContext
from amigok_chassis.db import Statements
from amigok_chassis.problems import problems
from amigok_chassis.wellformed import takes_any_password
from identity.activity.caller import Caller
from identity.logins import service
from identity.logins.errors import ChallengeOver, InvalidCredentials, SecondFactorRefused
from identity.logins.schemas import LoginIn, SecondFactorLogin, SecondFactorOut
from identity.passwords.errors import TooBusy
from identity.sessions.errors import AccountDeactivated
from identity.sessions.schemas import LoginOut
from identity.throttle.errors import TooManyAttempts

router = APIRouter(prefix="/api/v1/auth")


@router.post("/login", responses=problems(InvalidCredentials, AccountDeactivated, TooManyAttempts, TooBusy))
@takes_any_password
async def login(body: LoginIn, db: Statements, caller: Caller, context: InContext) -> LoginOut | SecondFactorOut:
    """Signs in, or asks for the second factor. In that case continue at `/auth/login/second-factor`.

    Send the `device_token` of the last login. Without it the device is new, and the owner gets a mail about it.
    """
    return await service.login(
        db,
        login=body.login,
        password=body.password.get_secret_value(),
        client=caller.on(body.device_token),
        config=context.config,
    )


@router.post(
    "/login/second-factor",
    responses=problems(ChallengeOver, SecondFactorRefused, AccountDeactivated, TooManyAttempts),
)
async def complete_login(body: SecondFactorLogin, db: Statements, caller: Caller, context: InContext) -> LoginOut:
    """Completes a login with its challenge and one of: a code of the app, a recovery code, a passkey's answer."""
    return await service.complete(db, answer=body, client=caller.on(body.device_token), config=context.config)
