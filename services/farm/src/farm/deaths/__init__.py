"""Animals that died."""

from amigok_chassis.service import Noun
from farm.deaths import api

noun = Noun(routers=[api.router])
