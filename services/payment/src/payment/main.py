from amigok_chassis.metrics import DIFFERENCES, STUCK
from amigok_chassis.service import Service
from payment import handlers, stuck
from payment.invoices import api as invoices
from payment.invoices import jobs as invoices_jobs
from payment.methods import api as methods
from payment.models import Base
from payment.payments import api as payments
from payment.payments import jobs as payments_jobs
from payment.payouts import api as payouts
from payment.payouts import jobs as payouts_jobs
from payment.settings import Settings
from payment.settlements import api as settlements
from payment.settlements import jobs as settlements_jobs
from payment.settlements import queries as settlements_queries
from payment.webhooks import api as webhooks
from payment.webhooks import jobs as webhooks_jobs

service = Service(
    name="payment",
    routers=[
        *(methods.router, webhooks.router, payments.router, payments.admin),
        *(invoices.router, payouts.router, settlements.router),
    ],
    consumes=handlers.SUBSCRIPTIONS,
    jobs=[webhooks_jobs.forget_webhooks],
    errands=[
        *(payments_jobs.step_payments, payouts_jobs.step_payouts),
        *(invoices_jobs.make_invoice_documents, settlements_jobs.settle),
    ],
    metadata=Base.metadata,
    settings=Settings,
    gauges={STUCK: stuck.count, DIFFERENCES: settlements_queries.standing},
    storage=True,
    fleet_key=True,
)
