"""Phone numbers over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser, RecentUser
from amigok_chassis.db import Session, Statements
from identity.activity.caller import Caller
from identity.phones import service
from identity.phones.schemas import CodeIn, CodeSentOut, PhoneIn, PhoneVerifiedOut

router = APIRouter(prefix="/api/v1/auth", tags=["identity"])


@router.post("/phone", status_code=202)
async def send_code(body: PhoneIn, me: RecentUser, db: Session) -> CodeSentOut:
    """Sends a code to a mobile number. Verify the number with it at `verify-phone`.

    403 `step_up_required`; 429 `too_many_messages`, when you asked too often.
    """
    await service.send_code(db, me=me, phone=body.phone)
    return CodeSentOut()


@router.post("/verify-phone")
async def verify(body: CodeIn, me: CurrentUser, db: Statements, caller: Caller) -> PhoneVerifiedOut:
    """Verifies the number with the code of the newest SMS: five tries, ten minutes. Replaces the previous number.

    422 `invalid_phone_code`; 409 `phone_taken`.
    """
    await service.verify(db, me=me, code=body.code, client=caller)
    return PhoneVerifiedOut()
