"""Who owned each animal and when, and who may therefore not judge it."""

from amigok_chassis.service import Noun
from farm.ownership import api

noun = Noun(routers=[api.router])
