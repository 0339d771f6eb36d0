"""Saved searches: what users look for, and what comes up of it."""

from amigok_chassis.service import Noun
from marketplace.saved_searches import api, handlers

noun = Noun(
    routers=[api.router],
    consumes={"saved_searches": [handlers.listing_published, handlers.price_changed], "users": [handlers.deleted]},
)
