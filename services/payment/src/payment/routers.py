"""Everything that payment serves over HTTP; of two paths that fit a request, the first one has it."""

from payment.disputes import api as disputes
from payment.invoices import api as invoices
from payment.methods import api as methods
from payment.payments import api as payments
from payment.payouts import api as payouts
from payment.refunds import api as refunds
from payment.settlements import api as settlements
from payment.webhooks import api as webhooks

routers = [
    *(methods.router, webhooks.router, refunds.router, refunds.admin, disputes.admin),
    *(payouts.router, settlements.router, invoices.router),
    *(payments.router, payments.admin),
]
