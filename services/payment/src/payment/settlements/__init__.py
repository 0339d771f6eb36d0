"""Settlements: what has been settled, compared with providers each day and with the wallet each hour."""

from amigok_chassis.metrics import DIFFERENCES
from amigok_chassis.service import Noun
from payment.settlements import api, handlers, jobs, queries

noun = Noun(
    routers=[api.router],
    consumes={"users": [handlers.user_deletion_requested]},
    jobs=[jobs.state_books],
    tasks=[jobs.settle],
    gauges={DIFFERENCES: queries.count_differences},
)
