"""Webhooks from providers: verified, stored, answered, and processed afterwards."""

from amigok_chassis.service import Noun
from payment.webhooks import api, handlers, jobs, service

noun = Noun(
    routers=[api.router],
    consumes={"webhooks": [handlers.webhook_received]},
    jobs=[jobs.delete_old_webhooks, jobs.reread_webhooks],
    gauges={service.UNREAD: service.count_unread},
)
