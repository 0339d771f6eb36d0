"""Challenges: conditions for some days that players join, and who has met them."""

from amigok_chassis.service import Noun
from game.challenges import api

noun = Noun(routers=[api.router, api.admin])
