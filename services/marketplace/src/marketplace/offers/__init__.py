"""Offers: buyer and seller agree on a price, each in turn, and an order follows."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from marketplace.offers import api, handlers, jobs, service
from marketplace.offers.invariants import INVARIANTS
from marketplace.offers.machine import OFFERS

noun = Noun(
    routers=[api.router, api.admin],
    consumes={
        "offers": [
            handlers.listing_removed,
            handlers.listing_sold,
            handlers.price_changed,
            handlers.order_completed,
            handlers.order_cancelled,
            handlers.order_undone,
        ],
        "users": [handlers.standing_changed],
    },
    jobs=[jobs.expire_offers],
    gauges={STUCK: service.stuck},
    machines=[OFFERS],
    invariants=INVARIANTS,
)
