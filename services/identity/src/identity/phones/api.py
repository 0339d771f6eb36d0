"""Phone numbers over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser, RecentUser
from amigok_chassis.db import Session, Statements
from amigok_chassis.problems import problems
from identity.activity.caller import Caller
from identity.codes.errors import TooManyMessages
from identity.phones import service
from identity.phones.errors import InvalidPhoneCode, PhoneTaken
from identity.phones.schemas import CodeIn, CodeSentOut, PhoneIn, PhoneVerifiedOut

router = APIRouter(prefix="/api/v1/auth")


@router.post("/phone", status_code=202, responses=problems(TooManyMessages))
async def send_phone_code(body: PhoneIn, me: RecentUser, db: Session) -> CodeSentOut:
    """Sends a code to a mobile number. Verify the number with it at `verify-phone`."""
    await service.send_code(db, me=me, phone=body.phone)
    return CodeSentOut()


@router.post("/verify-phone", responses=problems(PhoneTaken, InvalidPhoneCode))
async def verify(body: CodeIn, me: CurrentUser, db: Statements, caller: Caller) -> PhoneVerifiedOut:
    """Verifies the number with the code of the newest SMS: five tries, ten minutes. Replaces the previous number."""
    await service.verify(db, me=me, code=body.code, client=caller)
    return PhoneVerifiedOut()
