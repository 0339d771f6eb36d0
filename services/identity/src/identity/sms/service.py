"""Writes SMS, and sends them: `POST {to, text, id}` to a provider, which sends one Idempotency-Key only once."""

from uuid import UUID

import httpx
import structlog

from amigok_chassis.context import Context
from amigok_chassis.due import NotYet
from amigok_chassis.unit_of_work import UnitOfWork
from identity.outgoing import service as outgoing
from identity.settings import Settings
from identity.sms.models import Sms

log = structlog.get_logger()

REFUSED_FOR_GOOD = (400, 413, 422)
"""The statuses by which the provider says that the message is wrong. After any other failure it may be sent later."""


async def may_receive(db: UnitOfWork, recipient: str) -> bool:
    """Whether the number has received few enough SMS in the last hour."""
    return await outgoing.may_receive(db, Sms, recipient)


def write(db: UnitOfWork, *, recipient: str, text: str) -> None:
    """Has an SMS sent if and only if the transaction commits."""
    outgoing.write(db, Sms, recipient=recipient, text=text)


async def send(context: Context, sms_id: UUID) -> None:
    """Sends an SMS, unless it is settled already. Raises NotYet when it could not be sent now."""
    sms = await outgoing.unsettled(context.db, Sms, sms_id)
    if sms is None:
        return
    answer = await _post(context.http, context.settings(Settings), sms)
    if answer.is_success:
        await outgoing.was_sent(context.db, Sms, sms.id)
        log.info("sms.sent", sms_id=sms.id)
        return
    log.warning("sms.refused", sms_id=sms.id, status=answer.status_code)
    if answer.status_code not in REFUSED_FOR_GOOD:
        raise NotYet(f"status {answer.status_code}")
    await outgoing.was_refused(context.db, Sms, sms.id)


async def _post(http: httpx.AsyncClient, settings: Settings, sms: Sms) -> httpx.Response:
    url, token = settings.sms_url.get_secret_value(), settings.sms_token.get_secret_value()
    if not url:
        raise NotYet("there is no provider")
    headers = {"Idempotency-Key": str(sms.id)} | ({"Authorization": f"Bearer {token}"} if token else {})
    body = {"to": sms.recipient, "text": sms.text, "id": str(sms.id)}
    try:
        return await http.post(url, json=body, headers=headers)
    except httpx.HTTPError as error:
        raise NotYet(type(error).__name__) from error
