"""Vaccination plans: which care animals of a type need at which age, and the requests that follow from it."""

from amigok_chassis.service import Noun
from care.plans import api, handlers, jobs, poller
from care.plans.models import ENTRIES

noun = Noun(
    routers=[api.router, api.admin, api.vet],
    consumes={
        "animals": [handlers.particulars_changed],
        "plans": [handlers.completed, handlers.cancelled, handlers.declined],
    },
    jobs=[jobs.plan_vaccinations],
    pollers=[poller.request_vaccination],
    machines=[ENTRIES],
)
