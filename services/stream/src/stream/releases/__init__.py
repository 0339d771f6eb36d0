"""Footage that owners release for buyers, and which animals are for sale."""

from amigok_chassis.service import Noun
from stream.releases import api, handlers, listings

noun = Noun(
    routers=[api.router],
    consumes={"listings": [listings.published, listings.removed], "people": [handlers.user_deleted]},
)
