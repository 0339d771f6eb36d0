from amigok_chassis.metrics import DIFFERENCES, STUCK
from amigok_chassis.service import Service
from payment import handlers
from payment.invoices import api as invoices
from payment.invoices.jobs import make_invoice_documents
from payment.models import Base
from payment.payouts import api as payouts
from payment.payouts.errands import advance_payouts
from payment.payouts.queries import stuck
from payment.settings import Settings
from payment.settlements import api as settlements
from payment.settlements.errands import settle
from payment.settlements.queries import standing

service = Service(
    name="payment",
    routers=[invoices.router, payouts.router, settlements.router],
    consumes={
        "orders": [handlers.order_placed, handlers.order_cancelled, handlers.order_completed],
        "users": [handlers.user_deleted],
        "withdrawals": [handlers.withdrawal_approved],
    },
    errands=[make_invoice_documents, advance_payouts, settle],
    gauges={STUCK: stuck, DIFFERENCES: standing},
    metadata=Base.metadata,
    settings=Settings,
    storage=True,
    fleet_key=True,
)
