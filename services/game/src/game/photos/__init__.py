"""Photos of entries, which judges see."""

from amigok_chassis.service import Noun
from game.photos import api

noun = Noun(routers=[api.router])
