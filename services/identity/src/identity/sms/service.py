"""Sends SMS: `POST {to, text, id}` to the provider, whose Idempotency-Key makes one of what is sent twice."""

import asyncio

import httpx
import structlog
from asyncpg import Record

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import UnitOfWork
from identity.outgoing.queue import Queue
from identity.settings import Settings
from identity.sms.models import Sms

log = structlog.get_logger()

REFUSED_FOR_GOOD = (400, 413, 422)
"""The provider says that it is the message; every other answer may be another one later."""

_queue = Queue(Sms)
may_receive = _queue.may_receive
abandon_old = _queue.abandon_old


def write(db: UnitOfWork, *, recipient: str, text: str) -> None:
    """Has an SMS sent if and only if the transaction commits."""
    _queue.write(db, recipient=recipient, text=text)


async def send_due(db: Database, http: httpx.AsyncClient, settings: Settings) -> None:
    """Sends what is due; what fails is tried again, each time after a longer pause."""
    if not settings.sms_url.get_secret_value():
        return
    if due := await _queue.due(db, clock.now()):
        await asyncio.gather(*(_send(db, http, settings, sms) for sms in due))
        await _queue.postpone(db, due)


async def _send(db: Database, http: httpx.AsyncClient, settings: Settings, sms: Record) -> None:
    token = settings.sms_token.get_secret_value()
    headers = {"Idempotency-Key": str(sms["id"])} | ({"Authorization": f"Bearer {token}"} if token else {})
    body = {"to": sms["recipient"], "text": sms["text"], "id": str(sms["id"])}
    try:
        answer = await http.post(settings.sms_url.get_secret_value(), json=body, headers=headers)
    except httpx.HTTPError as error:
        log.warning("sms.delayed", sms_id=sms["id"], error=type(error).__name__)
        return
    if answer.is_success:
        await _queue.sent(db, sms["id"])
        log.info("sms.sent", sms_id=sms["id"])
        return
    log.warning("sms.refused", sms_id=sms["id"], status=answer.status_code)
    if answer.status_code in REFUSED_FOR_GOOD:
        await _queue.abandon(db, sms["id"])
