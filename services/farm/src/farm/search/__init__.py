"""Lists of animals."""

from amigok_chassis.service import Noun
from farm.search import api

noun = Noun(routers=[api.router])
