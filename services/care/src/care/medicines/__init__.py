"""The catalogue of medicines: the one of the whole fleet."""

from amigok_chassis.service import Noun
from care.medicines import api, handlers

noun = Noun(routers=[api.admin, api.router], consumes={"medicines": [handlers.medicine_handed_over]})
