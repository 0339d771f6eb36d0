"""Invitations over HTTP."""

from fastapi import APIRouter

from amigok_chassis.db import Statements
from amigok_chassis.problems import problems
from identity.activity.caller import Caller
from identity.invitations import service
from identity.invitations.errors import InvalidInvitation, UsernameKept
from identity.invitations.schemas import AcceptIn
from identity.passwords.errors import TooBusy, WeakPassword
from identity.users.errors import UsernameTaken

router = APIRouter(prefix="/api/v1/auth/invitations")


@router.post(
    "/accept",
    status_code=204,
    responses=problems(UsernameKept, UsernameTaken, InvalidInvitation, WeakPassword, TooBusy),
)
async def accept_invitation(body: AcceptIn, db: Statements, caller: Caller) -> None:
    """Sets the password, and for a new account the username, with the token of the link. Then sign in."""
    await service.accept(
        db,
        token=body.token,
        password=body.password.get_secret_value(),
        username=body.username,
        client=caller,
    )
