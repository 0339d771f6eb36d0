"""The market: what is for sale, for anyone to browse."""

from amigok_chassis.service import Noun
from marketplace.market import api

noun = Noun(routers=[api.router])
