"""The HTTP door of phones."""

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser, RecentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Session, Statements
from identity.phones import service
from identity.phones.schemas import CodeIn, CodeSentOut, PhoneIn, PhoneVerifiedOut
from identity.requests import Caller

router = APIRouter(prefix="/api/v1/auth", tags=["identity"])


@router.post("/phone", status_code=202)
async def send_code(body: PhoneIn, me: RecentUser, db: Session, context: InContext) -> CodeSentOut:
    """Sends a code to a mobile number, to be proved with `verify-phone`.

    403 `step_up_required`; 429 `too_many_messages`, of one's own.
    """
    await service.send_code(db, me=me, phone=body.phone, secret=context.db.data_key)
    return CodeSentOut()


@router.post("/verify-phone")
async def verify(body: CodeIn, me: CurrentUser, db: Statements, context: InContext, caller: Caller) -> PhoneVerifiedOut:
    """Proves the number with the code of the newest SMS: five tries, ten minutes. Replaces the number before.

    422 `invalid_phone_code`; 409 `phone_taken`.
    """
    await service.verify(db, me=me, code=body.code, secret=context.db.data_key, client=caller)
    return PhoneVerifiedOut()
