"""A user's own profile."""

from amigok_chassis.service import Noun
from identity.profiles import api

noun = Noun(routers=[api.router])
