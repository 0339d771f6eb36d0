"""Invitations over HTTP."""

from fastapi import APIRouter

from amigok_chassis.db import Statements
from identity.activity.caller import Caller
from identity.invitations import service
from identity.invitations.schemas import AcceptIn

router = APIRouter(prefix="/api/v1/auth/invitations", tags=["identity"])


@router.post("/accept", status_code=204)
async def accept_invitation(body: AcceptIn, db: Statements, caller: Caller) -> None:
    """Sets the password, and for a new account the username, with the token of the link. Then sign in.

    422 `invalid_invitation`, `weak_password`; 409 `username_taken`, `username_kept`.
    """
    await service.accept(
        db,
        token=body.token,
        password=body.password.get_secret_value(),
        username=body.username,
        client=caller,
    )
