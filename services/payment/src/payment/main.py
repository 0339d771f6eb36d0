from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Service
from payment import handlers
from payment.methods import api as methods
from payment.models import Base
from payment.payments import api as payments
from payment.payments import jobs as payments_jobs
from payment.payments import queries as payments_queries
from payment.settings import Settings
from payment.webhooks import api as webhooks
from payment.webhooks import jobs as webhooks_jobs

service = Service(
    name="payment",
    routers=[methods.router, webhooks.router, payments.router, payments.admin],
    consumes={
        "orders": [handlers.order_placed, handlers.order_cancelled, handlers.order_completed],
        "wallet": [
            *(handlers.hold_placed, handlers.hold_refused, handlers.hold_released, handlers.hold_captured),
            handlers.deposit_requested,
        ],
        "webhooks": [handlers.webhook_received],
    },
    jobs=[webhooks_jobs.forget_webhooks],
    errands=[payments_jobs.step_payments],
    metadata=Base.metadata,
    settings=Settings,
    gauges={STUCK: payments_queries.stuck},
    storage=True,
    fleet_key=True,
)
