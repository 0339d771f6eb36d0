"""Moderation: listings that users report or rules flag, what is taken down, and appeals."""

from amigok_chassis.service import Noun
from marketplace.moderation import api, handlers, jobs
from marketplace.moderation.machine import REPORTS, TAKEDOWNS

noun = Noun(
    routers=[api.router, api.admin],
    consumes={"users": [handlers.standing_changed]},
    jobs=[jobs.end_takedowns],
    machines=[REPORTS, TAKEDOWNS],
)
