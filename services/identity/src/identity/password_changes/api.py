"""Changes of the password over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import RecentUser
from amigok_chassis.db import Statements
from amigok_chassis.problems import problems
from identity.activity.caller import Caller
from identity.password_changes import service
from identity.password_changes.errors import InvalidReset, WrongPassword
from identity.password_changes.schemas import ChangedOut, ChangeIn, ResetIn
from identity.passwords.errors import TooBusy, WeakPassword
from identity.throttle.errors import TooManyAttempts

router = APIRouter(prefix="/api/v1/auth/password")


@router.post("/reset", responses=problems(InvalidReset, WeakPassword, TooBusy))
async def reset_forgotten_password(body: ResetIn, db: Statements, caller: Caller) -> ChangedOut:
    """Sets a new password with the token of the newest mail, once, within half an hour. Ends all sessions."""
    await service.reset(db, token=body.token, new_password=body.new_password.get_secret_value(), client=caller)
    return ChangedOut()


@router.put("", responses=problems(WrongPassword, WeakPassword, TooManyAttempts, TooBusy))
async def change_password(body: ChangeIn, me: RecentUser, db: Statements, caller: Caller) -> ChangedOut:
    """Replaces the password. Ends all other sessions."""
    await service.change(
        db,
        me=me,
        current_password=body.current_password.get_secret_value(),
        new_password=body.new_password.get_secret_value(),
        client=caller,
    )
    return ChangedOut()
