"""Which services work, for monitors outside the fleet."""

from amigok_chassis.service import Noun
from portal.status import api

noun = Noun(routers=[api.router])
