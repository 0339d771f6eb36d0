"""Two-factor authentication: how it is switched on and off, and how a session steps up."""

from amigok_chassis.service import Noun
from identity.two_factor import api

noun = Noun(routers=[api.router])
