"""The barn: what is to be fed on a day, what was fed, what was missed."""

from amigok_chassis.service import Noun
from feed.barn import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.mark_missed])
