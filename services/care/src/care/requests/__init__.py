"""Requests for care: from the wish to what was done and paid."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from care.requests import api, handlers, jobs, queries
from care.requests.invariants import INVARIANTS
from care.requests.machine import REQUESTS

noun = Noun(
    routers=[api.router],
    consumes={
        "animals": [
            handlers.livestock_transferred,
            handlers.livestock_reclaimed,
            handlers.livestock_reinstated,
            handlers.livestock_removed,
            handlers.livestock_died,
        ],
        "payments": [
            handlers.hold_placed,
            handlers.hold_refused,
            handlers.hold_released,
            handlers.hold_captured,
            handlers.charge_completed,
            handlers.charge_refused,
            handlers.debt_recorded,
            handlers.debt_settled,
        ],
        "people": [handlers.standing_changed, handlers.deletion_requested, handlers.user_deleted],
    },
    jobs=[jobs.admit_overdue],
    gauges={STUCK: queries.stuck},
    machines=[REQUESTS],
    invariants=INVARIANTS,
)
