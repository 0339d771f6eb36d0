"""Animals that died."""

from amigok_chassis.service import Noun
from farm.deaths import api
from farm.deaths.models import DEATHS

noun = Noun(routers=[api.router], machines=[DEATHS])
