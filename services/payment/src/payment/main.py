from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Service
from payment import handlers
from payment.disputes import api as disputes
from payment.disputes.queries import OPEN, count_open
from payment.methods import api as methods
from payment.methods.jobs import close_customers
from payment.books.jobs import state_books
from payment.models import Base
from payment.payments import api as payments
from payment.payments.jobs import step_payments
from payment.refunds import api as refunds
from payment.refunds.jobs import step_refunds
from payment.settings import Settings
from payment.stuck import stuck
from payment.webhooks import api as webhooks
from payment.webhooks.jobs import forget_webhooks

service = Service(
    name="payment",
    routers=[
        *(methods.router, webhooks.router, refunds.router, refunds.admin, disputes.admin),
        *(payments.router, payments.admin),
    ],
    consumes={
        "orders": [handlers.order_placed, handlers.order_cancelled, handlers.order_completed],
        "wallet": [
            *(handlers.hold_placed, handlers.hold_refused, handlers.hold_released, handlers.hold_captured),
            *(handlers.deposit_requested, handlers.refund_held, handlers.refund_refused),
        ],
        "users": [handlers.user_deleted],
        "webhooks": [handlers.webhook_received],
    },
    jobs=[forget_webhooks, state_books],
    errands=[step_payments, step_refunds, close_customers],
    metadata=Base.metadata,
    settings=Settings,
    gauges={STUCK: stuck, OPEN: count_open},
    storage=True,
    fleet_key=True,
)
