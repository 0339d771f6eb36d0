from amigok_chassis.metrics import DIFFERENCES, STUCK
from amigok_chassis.service import Service
from payment import handlers, locks
from payment.books.jobs import state_books
from payment.disputes.queries import OPEN, count_open
from payment.invoices.jobs import make_invoice_documents
from payment.methods.jobs import close_customers
from payment.models import Base
from payment.payments.jobs import step_payments
from payment.payouts.jobs import step_payouts
from payment.refunds.jobs import step_refunds
from payment.routers import routers
from payment.settings import Settings
from payment.settlements.jobs import settle
from payment.settlements.queries import standing
from payment.stuck import stuck
from payment.webhooks.jobs import forget_webhooks

service = Service(
    name="payment",
    routers=routers,
    consumes={
        "orders": [handlers.order_placed, handlers.order_cancelled, handlers.order_completed],
        "wallet": [
            *(handlers.hold_placed, handlers.hold_refused, handlers.hold_released, handlers.hold_captured),
            *(handlers.deposit_requested, handlers.refund_held, handlers.refund_refused),
            handlers.withdrawal_approved,
        ],
        "users": [handlers.user_deleted],
        "webhooks": [handlers.webhook_received],
    },
    prepare={"orders": locks.lock_orders, "wallet": locks.lock_orders, "webhooks": locks.lock_subjects},
    jobs=[forget_webhooks, state_books],
    errands=[step_payments, step_refunds, step_payouts, make_invoice_documents, settle, close_customers],
    metadata=Base.metadata,
    settings=Settings,
    gauges={STUCK: stuck, DIFFERENCES: standing, OPEN: count_open},
    storage=True,
    fleet_key=True,
)
