"""Stages: contests open, start, end and are cancelled, by the clock or by hand ahead of it."""

from amigok_chassis.service import Noun
from game.stages import api, poller

noun = Noun(routers=[api.router], pollers=[poller.move_contest])
