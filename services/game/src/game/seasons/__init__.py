"""Seasons: who wins how much experience in a week, in a month, and ever."""

from amigok_chassis.service import Noun
from game.seasons import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.close_seasons, jobs.mark_ranks])
