"""Changes of the password over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import RecentUser
from amigok_chassis.db import Statements
from identity.activity.caller import Caller
from identity.password_changes import service
from identity.password_changes.schemas import ChangedOut, ChangeIn, ResetIn

router = APIRouter(prefix="/api/v1/auth/password", tags=["identity"])


@router.post("/reset")
async def reset(body: ResetIn, db: Statements, caller: Caller) -> ChangedOut:
    """Sets a new password with the token of the newest mail, once, within half an hour. Ends all sessions.

    422 `invalid_reset`, `weak_password`.
    """
    await service.reset(db, token=body.token, new_password=body.new_password.get_secret_value(), client=caller)
    return ChangedOut()


@router.put("")
async def change(body: ChangeIn, me: RecentUser, db: Statements, caller: Caller) -> ChangedOut:
    """Replaces the password. Ends all other sessions.

    403 `step_up_required`, `wrong_password`; 422 `weak_password`; 429 `too_many_attempts`.
    """
    await service.change(
        db,
        me=me,
        current_password=body.current_password.get_secret_value(),
        new_password=body.new_password.get_secret_value(),
        client=caller,
    )
    return ChangedOut()
