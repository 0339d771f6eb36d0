"""Reversions of deaths that were reported by mistake."""

from amigok_chassis.service import Noun
from farm.reversions import api, service

noun = Noun(routers=[api.admin], proposals=[service.KIND])
