"""Orders of the marketplace: a read model of what is bought, for how much, and whether its price is held."""

from amigok_chassis.service import Noun
from payment.orders import handlers

noun = Noun(
    consumes={
        "orders": [handlers.order_placed, handlers.order_cancelled, handlers.order_completed, handlers.order_undone],
        "wallet": [
            handlers.hold_placed,
            handlers.hold_refused,
            handlers.hold_released,
            handlers.hold_captured,
        ],
    }
)
