"""How animals come to the platform."""

from amigok_chassis.service import Noun
from farm.registrations import api, handlers

noun = Noun(routers=[api.admin], consumes={"registrations": [handlers.registration_requested]})
