"""The catalogue of medicines."""

from amigok_chassis.service import Noun
from farm.medicines import api

noun = Noun(routers=[api.admin, api.router])
