"""Leaderboards: what entries come to, and who is before whom."""

from amigok_chassis.service import Noun
from game.leaderboards import api, cache, poller

noun = Noun(routers=[api.router], pollers=[poller.score_animal], tasks=[cache.make_boards])
