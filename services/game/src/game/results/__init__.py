"""Results: announced, corrected, and published with all that they are made of."""

from amigok_chassis.service import Noun
from game.results import api

noun = Noun(routers=[api.router])
