"""Transfers of animals from one owner to the next, as orders ask for."""

from amigok_chassis.service import Noun
from farm.transfers import handlers
from farm.transfers.invariants import INVARIANTS

noun = Noun(
    consumes={"orders": [handlers.order_confirmed, handlers.order_timed_out]},
    invariants=INVARIANTS,
)
