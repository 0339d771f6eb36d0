from amigok_chassis.metrics import DIFFERENCES, STUCK
from amigok_chassis.service import Noun, Service
from payment import books, invariants
from payment.disputes.queries import OPEN, count_open
from payment.invoices.jobs import make_invoice_documents
from payment.methods.jobs import close_customers
from payment.models import Base
from payment.payments.jobs import step_payments
from payment.payouts.jobs import step_payouts
from payment.payouts.settling import SETTLE as PAYOUT
from payment.refunds.deciding import REFUND
from payment.refunds.jobs import find_refunds, step_refunds
from payment.routers import routers
from payment.settings import Settings
from payment.settlements.jobs import settle
from payment.settlements.queries import standing
from payment.stuck import stuck
from payment.subscriptions import CONSUMES, PREPARE
from payment.webhooks.jobs import forget_webhooks, read_webhooks_anew
from payment.webhooks.service import UNREAD, count_unread

service = Service(
    name="payment",
    nouns=[
        Noun(
            routers=routers,
            consumes=CONSUMES,
            prepare=PREPARE,
            jobs=[forget_webhooks, read_webhooks_anew],
            tasks=[
                *(step_payments, step_refunds, find_refunds, step_payouts, make_invoice_documents),
                *(settle, close_customers),
            ],
            proposals=(REFUND, PAYOUT),
            gauges={STUCK: stuck, DIFFERENCES: standing, OPEN: count_open, UNREAD: count_unread},
        ),
        books.noun,
        invariants.noun,
    ],
    metadata=Base.metadata,
    settings=Settings,
    storage=True,
    fleet_key=True,
)
