"""Farms: where animals live."""

from amigok_chassis.service import Noun
from farm.farms import api

noun = Noun(routers=[api.admin, api.router])
