"""Judges: who judges a contest, and which of its entries they do not."""

from amigok_chassis.service import Noun
from game.judges import api
from game.judges.machine import JUDGES

noun = Noun(routers=[api.admin, api.router], machines=[JUDGES])
