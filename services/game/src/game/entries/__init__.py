"""Entries: animals in contests, and the fees for them."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from game.entries import api, handlers, queries
from game.entries.invariants import INVARIANTS
from game.entries.machine import ENTRIES, FEES

noun = Noun(
    routers=[api.router],
    consumes={
        "animals": [
            handlers.livestock_transferred,
            handlers.livestock_reclaimed,
            handlers.livestock_removed,
            handlers.livestock_died,
            handlers.livestock_reinstated,
        ],
        "payments": [
            handlers.hold_placed,
            handlers.hold_refused,
            handlers.hold_released,
            handlers.hold_captured,
            handlers.reward_paid,
        ],
    },
    gauges={STUCK: queries.stuck},
    machines=[ENTRIES, FEES],
    invariants=INVARIANTS,
)
