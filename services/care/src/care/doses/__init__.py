"""The doses of what was prescribed: what farm people are to give, and what they gave."""

from amigok_chassis.service import Noun
from care.doses import api, handlers, jobs
from care.doses.machine import DOSES

noun = Noun(
    routers=[api.router, api.vet],
    consumes={"animals": [handlers.livestock_died, handlers.livestock_removed]},
    jobs=[jobs.remind_of_doses, jobs.miss_doses],
    machines=[DOSES],
)
