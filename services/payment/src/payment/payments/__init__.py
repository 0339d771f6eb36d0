"""Payments: money that a provider takes from somebody, for their wallet or for an order."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from amigok_chassis.standing.handlers import standing_changed
from payment.payments import api, handlers, jobs, queries

noun = Noun(
    routers=[api.router, api.admin],
    consumes={
        "orders": [handlers.order_placed, handlers.order_cancelled, handlers.order_completed],
        "wallet": [
            handlers.hold_placed,
            handlers.hold_refused,
            handlers.hold_released,
            handlers.hold_captured,
            handlers.deposit_requested,
            handlers.exit_allowed,
            handlers.exit_refused,
        ],
        "users": [standing_changed],
    },
    tasks=[jobs.poll_payments],
    gauges={STUCK: queries.count_stuck},
)
