"""Consents over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from identity.activity.caller import Caller
from identity.contacts import service
from identity.contacts.schemas import ConsentIn, ConsentOut

router = APIRouter(prefix="/api/v1/me/contact-consent")


@router.get("")
async def show_contact_consent(me: CurrentUser, db: Reader) -> ConsentOut:
    """Returns how I may be told things. At first nobody may write to me."""
    return ConsentOut.model_validate(await service.of(db, me.id))


@router.put("")
async def change_contact_consent(body: ConsentIn, me: CurrentUser, db: Session, caller: Caller) -> ConsentOut:
    """Agrees to be told things by mail or SMS, or withdraws that: then the address is forgotten where it was used."""
    return ConsentOut.model_validate(await service.agree(db, me=me, client=caller, **body.model_dump()))
