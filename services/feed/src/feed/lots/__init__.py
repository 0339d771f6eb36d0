"""Feed in stock: lots, what is drawn from them and by whom it was eaten, recalls."""

from amigok_chassis.service import Noun
from feed.lots import api, invariants, jobs

noun = Noun(routers=[api.router], jobs=[jobs.watch_stocks], invariants=[invariants.LOTS_ADD_UP])
