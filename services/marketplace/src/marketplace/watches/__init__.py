"""Watches: listings that users wait for, and whose price drops they are told of."""

from amigok_chassis.service import Noun
from marketplace.watches import api, handlers

noun = Noun(routers=[api.router], consumes={"watches": [handlers.price_changed]})
