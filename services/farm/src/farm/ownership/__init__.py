"""Who owned each animal and when, and who may therefore not judge it."""

from amigok_chassis.service import Noun
from farm.ownership import api
from farm.ownership.invariants import INVARIANTS

noun = Noun(routers=[api.router], invariants=INVARIANTS)
