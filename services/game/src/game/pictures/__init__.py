"""Photos of entries, which judges see."""

from amigok_chassis.service import Noun
from game.pictures import api

noun = Noun(routers=[api.router])
