"""Refunds: parts of a payment that go back to where it came from, or into the wallet."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from payment.refunds import api, handlers, jobs, queries
from payment.refunds.machine import MACHINE
from payment.refunds.proposals import REFUND

noun = Noun(
    routers=[api.router, api.admin],
    consumes={
        "orders": [handlers.order_undone],
        "wallet": [handlers.hold_placed, handlers.hold_refused, handlers.price_released],
        "users": [handlers.user_deleted],
    },
    pollers=[jobs.poll_refund, jobs.reconcile_refunds],
    gauges={STUCK: queries.count_unanswered},
    machines=[MACHINE],
    proposals=[REFUND],
)
