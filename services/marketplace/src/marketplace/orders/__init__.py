"""Orders: the saga in which the price and the animal change hands together, or not at all."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from marketplace.orders import api, handlers, jobs, service
from marketplace.orders.invariants import INVARIANTS
from marketplace.orders.machine import ORDERS

noun = Noun(
    routers=[api.router],
    consumes={
        "orders": [
            handlers.payment_completed,
            handlers.wallet_payment_requested,
            handlers.hold_placed,
            handlers.hold_refused,
            handlers.hold_released,
            handlers.livestock_transferred,
            handlers.transfer_refused,
            handlers.hold_captured,
        ]
    },
    jobs=[jobs.enforce_deadlines],
    gauges={STUCK: service.stuck},
    machines=[ORDERS],
    invariants=INVARIANTS,
)
