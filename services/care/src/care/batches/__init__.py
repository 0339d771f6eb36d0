"""The stock of medicines, batch by batch."""

from amigok_chassis.service import Noun
from care.batches import api
from care.batches.invariants import INVARIANTS

noun = Noun(routers=[api.router, api.admin], invariants=INVARIANTS)
