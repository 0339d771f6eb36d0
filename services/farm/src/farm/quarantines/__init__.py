"""Quarantines of whole farms."""

from amigok_chassis.service import Noun
from farm.quarantines import api

noun = Noun(routers=[api.router])
