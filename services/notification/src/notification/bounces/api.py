"""Reports of providers over HTTP."""

from fastapi import APIRouter, Depends, Request

from amigok_chassis import clock
from amigok_chassis.context import InContext
from amigok_chassis.db import Session
from amigok_chassis.problems import raising
from notification.bounces import service
from notification.bounces.errors import BadSignature
from notification.bounces.schemas import Reports
from notification.bounces.signatures import is_signed
from notification.settings import Settings


@raising(BadSignature)
async def signed(request: Request, context: InContext) -> None:
    """Admits what a provider has signed. Raises BadSignature."""
    secret = context.settings(Settings).bounce_secret.get_secret_value()
    if not is_signed(secret, request.headers, await request.body(), now=clock.now().timestamp()):
        raise BadSignature


router = APIRouter(prefix="/api/v1/notifications/reports", tags=["notification"])


@router.post("", status_code=204, dependencies=[Depends(signed)])
async def take_delivery_reports(body: Reports, db: Session) -> None:
    """For providers of mail and SMS, as Standard Webhooks: addresses that bounced or complained get nothing more."""
    await service.take(db, body.events)
