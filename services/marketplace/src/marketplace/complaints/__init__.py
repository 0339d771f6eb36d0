"""Complaints about orders in escrow: the buyer's, or the platform's own, decided by two administrators."""

from amigok_chassis.service import Noun
from marketplace.complaints import api, handlers, queries
from marketplace.complaints.decisions import DECISION
from marketplace.complaints.invariants import INVARIANTS
from marketplace.complaints.machine import COMPLAINTS

noun = Noun(
    routers=[api.router],
    consumes={
        "orders": [
            handlers.livestock_returned,
            handlers.return_refused,
            handlers.livestock_reclaimed,
            handlers.dispute_opened,
            handlers.dispute_lost,
            handlers.dispute_won,
        ],
        "users": [handlers.user_deleted],
    },
    gauges={queries.OVERDUE: queries.overdue},
    proposals=[DECISION],
    machines=[COMPLAINTS],
    invariants=INVARIANTS,
)
