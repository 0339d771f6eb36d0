"""Animals that are born in the farms."""

from amigok_chassis.service import Noun
from farm.births import api, proposals

noun = Noun(routers=[api.router], proposals=[proposals.KIND])
