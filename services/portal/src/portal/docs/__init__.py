"""The documentation of the whole fleet: its HTTP API and its events."""

from amigok_chassis.service import Noun
from portal.docs import api

noun = Noun(routers=[api.router])
