"""The named areas of farms, and which animals stand where."""

from amigok_chassis.service import Noun
from farm.areas import api, jobs

noun = Noun(routers=[api.admin, api.router], tasks=[jobs.announce_renamed_areas])
