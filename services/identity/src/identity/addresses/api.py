"""The HTTP door of addresses."""

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser, RecentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Session, Statements
from identity.addresses import service
from identity.addresses.schemas import ConfirmByCode, ConfirmByToken, EmailChangedOut, EmailChangeIn, EmailChangeOut
from identity.requests import Caller

router = APIRouter(prefix="/api/v1/auth/email", tags=["identity"])


@router.post("/change", status_code=202)
async def ask(body: EmailChangeIn, me: RecentUser, db: Session, context: InContext, caller: Caller) -> EmailChangeOut:
    """Asks for another address. It gets a mail with a link and a code; the present one is told.

    403 `step_up_required`; 409 `email_unchanged`; 429 `too_many_messages`.
    """
    await service.ask(
        db, me=me, email=body.email, secret=context.db.data_key, public_url=context.config.public_url, client=caller
    )
    return EmailChangeOut()


@router.post("/confirm")
async def confirm(
    body: ConfirmByToken | ConfirmByCode, me: CurrentUser, db: Statements, context: InContext, caller: Caller
) -> EmailChangedOut:
    """Takes the new address with the token or the code of its newest mail: an hour, five tries at the code.

    422 `invalid_email_change`; 409 `email_taken`.
    """
    email = await service.confirm(db, me=me, secret=context.db.data_key, client=caller, **body.model_dump())
    return EmailChangedOut(email=email)
