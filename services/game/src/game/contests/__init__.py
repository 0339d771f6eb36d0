"""Contests: their terms, and what administrators and everybody else see of them."""

from amigok_chassis.service import Noun
from game.contests import api
from game.contests.machine import CONTESTS

noun = Noun(routers=[api.router], machines=[CONTESTS])
