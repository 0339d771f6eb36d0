"""What payment publishes to itself when a webhook was stored."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import WebhookReceived
from payment.webhooks import service
from payment.webhooks.locks import SUBJECTS


@on(WebhookReceived, locks=[SUBJECTS.of("webhook_id")])
async def webhook_received(db: UnitOfWork, event: WebhookReceived) -> None:
    await service.process(db, event.webhook_id)
