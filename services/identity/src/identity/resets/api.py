"""The HTTP door of passwords."""

from fastapi import APIRouter

from amigok_chassis.auth import RecentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Statements
from identity.account_requests import service as account_requests
from identity.requests import Caller
from identity.resets import service
from identity.resets.schemas import ChangedOut, ChangeIn, ForgotIn, ForgotOut, ResetIn

router = APIRouter(prefix="/api/v1/auth/password", tags=["identity"])


@router.post("/forgot", status_code=202)
async def forgot(body: ForgotIn, db: Statements) -> ForgotOut:
    """Asks for a mail that lets its reader choose a new password. The answer is the same for every address."""
    await account_requests.ask(db, email=body.email)
    return ForgotOut()


@router.post("/reset")
async def reset(body: ResetIn, db: Statements, context: InContext, caller: Caller) -> ChangedOut:
    """Chooses a new password with the token of the newest mail, within half an hour, once. Ends all sessions.

    422 `invalid_reset`, `weak_password`.
    """
    await service.reset(
        db,
        token=body.token,
        new_password=body.new_password.get_secret_value(),
        secret=context.db.data_key,
        client=caller,
    )
    return ChangedOut()


@router.put("")
async def change(body: ChangeIn, me: RecentUser, db: Statements, context: InContext, caller: Caller) -> ChangedOut:
    """Replaces the password. Ends all other sessions.

    403 `step_up_required`, `wrong_password`; 422 `weak_password`; 429 `too_many_attempts`.
    """
    await service.change(
        db,
        me=me,
        current_password=body.current_password.get_secret_value(),
        new_password=body.new_password.get_secret_value(),
        secret=context.db.data_key,
        client=caller,
    )
    return ChangedOut()
