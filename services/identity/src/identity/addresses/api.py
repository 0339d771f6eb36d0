"""Changes of the address over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser, RecentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Session, Statements
from amigok_chassis.problems import problems
from identity.activity.caller import Caller
from identity.addresses import service
from identity.addresses.errors import EmailTaken, EmailUnchanged, InvalidEmailChange
from identity.addresses.schemas import ConfirmByCode, ConfirmByToken, EmailChangedOut, EmailChangeIn, EmailChangeOut
from identity.codes.errors import TooManyMessages

router = APIRouter(prefix="/api/v1/auth/email")


@router.post("/change", status_code=202, responses=problems(EmailUnchanged, TooManyMessages))
async def change_email(
    body: EmailChangeIn, me: RecentUser, db: Session, context: InContext, caller: Caller
) -> EmailChangeOut:
    """Asks for another address. A mail with a link and a code goes to it, and a notice to the current one."""
    await service.ask(db, me=me, email=body.email, public_url=context.config.public_url, client=caller)
    return EmailChangeOut()


@router.post("/confirm", responses=problems(EmailTaken, InvalidEmailChange))
async def confirm_email(
    body: ConfirmByToken | ConfirmByCode, me: CurrentUser, db: Statements, caller: Caller
) -> EmailChangedOut:
    """Changes the address with the token or the code of the newest mail, within an hour. A code has five tries."""
    email = await service.confirm(db, me=me, client=caller, **body.model_dump())
    return EmailChangedOut(email=email)
