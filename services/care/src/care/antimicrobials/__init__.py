"""The use of antimicrobials on each farm, as the European Union collects it."""

from amigok_chassis.service import Noun
from care.antimicrobials import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.weigh_farms])
