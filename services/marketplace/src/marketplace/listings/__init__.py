"""Listings: animals for sale, by their owners or by the platform."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from marketplace.listings import api, handlers, jobs, outside
from marketplace.listings.machine import LISTINGS

noun = Noun(
    routers=[api.router],
    consumes={
        "animals": [
            handlers.livestock_registered,
            handlers.registration_refused,
            handlers.livestock_removed,
            handlers.livestock_died,
            handlers.livestock_reclaimed,
        ]
    },
    jobs=[jobs.expire_listings, jobs.warn_of_expiry],
    gauges={STUCK: outside.stuck},
    machines=[LISTINGS],
)
