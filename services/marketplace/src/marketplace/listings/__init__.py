"""Listings: animals for sale, by their owners or by the platform."""

from amigok_chassis.service import Noun
from marketplace.listings import api, handlers
from marketplace.listings.machine import LISTINGS

noun = Noun(
    routers=[api.router],
    consumes={"animals": [handlers.livestock_removed, handlers.livestock_died, handlers.livestock_reclaimed]},
    machines=[LISTINGS],
)
