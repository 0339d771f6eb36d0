"""What animals weighed, and when."""

from amigok_chassis.service import Noun
from farm.weights import api, proposals

noun = Noun(routers=[api.router], proposals=[proposals.KIND])
