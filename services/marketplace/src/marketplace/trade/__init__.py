"""Trade: what administrators see of all orders and listings, and what they come to."""

from amigok_chassis.service import Noun
from marketplace.trade import api

noun = Noun(routers=[api.router])
