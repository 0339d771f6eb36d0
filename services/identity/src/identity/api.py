"""The HTTP door."""

from fastapi import APIRouter, Response

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.wellformed import takes_any_password
from identity import accounts, keys, sessions
from identity.requests import Caller, Here
from identity.schemas import (
    CodeProof,
    Jwk,
    JwksOut,
    LoginIn,
    LoginOut,
    Profile,
    RefreshIn,
    RegisterIn,
    RegisterOut,
    TokenProof,
    TokensOut,
    VerifiedOut,
)
from identity.two_factor.schemas import SecondFactorOut

router = APIRouter(prefix="/api/v1", tags=["identity"])
well_known = APIRouter(tags=["identity"])


@router.post("/auth/register", status_code=202)
async def register(body: RegisterIn, db: Statements) -> RegisterOut:
    """Asks for an account. The answer is the same for every address; its owner gets a mail that tells more.

    422 `weak_password`; 409 `username_taken`; 503 `too_busy`.
    """
    await accounts.register(db, **body.model_dump(exclude={"password"}), password=body.password.get_secret_value())
    return RegisterOut()


@router.post("/auth/verify-email")
async def verify_email(body: TokenProof | CodeProof, db: Statements, context: InContext) -> VerifiedOut:
    """Proves the address with the token of the mail's link, or with the address and the code of the newest mail.

    422 `invalid_verification`; 409 `username_taken`.
    """
    await accounts.verify_email(db, **body.model_dump(), secret=context.db.data_key)
    return VerifiedOut()


@router.post("/auth/login")
@takes_any_password
async def login(body: LoginIn, db: Statements, caller: Caller, here: Here) -> LoginOut | SecondFactorOut:
    """Signs in, or asks for the second factor: then the login goes on at `/auth/login/second-factor`.

    Bring the `device_token` of the last login: else the device is new, of which the owner gets a mail.

    401 `invalid_credentials`; 403 `account_deactivated`, after the right password; 429 `too_many_attempts`;
    503 `too_busy`.
    """
    return await sessions.login(
        db,
        login=body.login,
        password=body.password.get_secret_value(),
        client=caller.on(body.device_token),
        site=here,
    )


@router.post("/auth/refresh")
async def refresh(body: RefreshIn, db: Statements, caller: Caller, here: Here) -> TokensOut:
    """Trades a refresh token, once, for the next pair. One that comes a second time ends its session.

    But for a minute all who bring it get the same next one: another tab, or who has lost the answer.

    401 `invalid_refresh_token`.
    """
    return await sessions.refresh(db, refresh_token=body.refresh_token, client=caller, site=here)


@router.post("/auth/logout", status_code=204)
async def logout(me: CurrentUser, db: Session, caller: Caller) -> None:
    """Ends the session: its refresh token is void at once, its access token everywhere within seconds."""
    await sessions.logout(db, me=me, client=caller)


@router.get("/me")
async def show_me(me: CurrentUser, db: Reader) -> Profile:
    """Who I am."""
    return Profile.model_validate(await accounts.profile(db, me=me))


@well_known.get("/.well-known/jwks.json")
async def jwks(db: Reader, response: Response) -> JwksOut:
    """The keys that verify access tokens (RFC 7517)."""
    response.headers["Cache-Control"] = f"public, max-age={int(keys.MAX_AGE.total_seconds())}"
    return JwksOut(keys=[Jwk.model_validate(key) for key in await keys.jwks(db)])
