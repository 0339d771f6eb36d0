"""Who works on which farm, and what each role may do."""

from amigok_chassis.service import Noun
from farm.staff import api, handlers

noun = Noun(routers=[api.router], consumes={"people": [handlers.leave_all_farms]})
