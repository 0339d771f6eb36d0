"""Photos of entries, which judges see."""

from amigok_chassis.service import Noun
from game.pictures import api, handlers

noun = Noun(routers=[api.router], consumes={"people": [handlers.user_deleted]})
