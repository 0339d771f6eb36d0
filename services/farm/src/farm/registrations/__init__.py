"""How animals come to the platform."""

from amigok_chassis.service import Noun
from farm.registrations import api

noun = Noun(routers=[api.admin])
