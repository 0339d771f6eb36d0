"""Invoices: numbered without gaps and never changed. Each has a PDF that can be made again at any time (ADR 19)."""

from amigok_chassis.service import Noun
from payment.invoices import api, handlers, jobs
from payment.invoices.invariants import INVARIANTS

noun = Noun(
    routers=[api.router],
    consumes={
        "orders": [handlers.order_placed, handlers.order_completed],
        "users": [handlers.user_deleted],
    },
    pollers=[jobs.make_invoice_document],
    invariants=INVARIANTS,
)
