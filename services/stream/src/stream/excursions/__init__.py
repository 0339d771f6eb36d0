"""Excursions: when equipment was outside of its range, and what that means for what is kept in it."""

from amigok_chassis.service import Noun
from stream.excursions import api
from stream.excursions.models import EXCURSIONS

noun = Noun(routers=[api.router], machines=[EXCURSIONS])
