"""Achievements: conditions as data, and who has met them, once and for good."""

from amigok_chassis.service import Noun
from game.achievements import api

noun = Noun(routers=[api.router, api.admin])
