from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Service
from payment import handlers
from payment.invoices import api as invoices
from payment.invoices.jobs import make_invoice_documents
from payment.models import Base
from payment.payouts import api as payouts
from payment.payouts.errands import advance_payouts
from payment.payouts.queries import stuck
from payment.settings import Settings

service = Service(
    name="payment",
    routers=[invoices.router, payouts.router],
    consumes={
        "orders": [handlers.order_placed, handlers.order_cancelled, handlers.order_completed],
        "users": [handlers.user_deleted],
        "withdrawals": [handlers.withdrawal_approved],
    },
    errands=[make_invoice_documents, advance_payouts],
    gauges={STUCK: stuck},
    metadata=Base.metadata,
    settings=Settings,
    storage=True,
    fleet_key=True,
)
