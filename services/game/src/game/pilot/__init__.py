"""Pilot farming as players see it: who they are there, their dashboard, and the leaderboards."""

from amigok_chassis.service import Noun
from game.pilot import api, handlers

noun = Noun(routers=[api.router], consumes={"people": [handlers.user_deleted]})
