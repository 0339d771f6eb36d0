"""Payments: money that a provider takes from somebody, for their wallet or for an order."""

from amigok_chassis.service import Noun
from payment.payments import api, handlers, jobs
from payment.payments.machine import MACHINE

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
    },
    pollers=[jobs.poll_payment],
    machines=[MACHINE],
)
