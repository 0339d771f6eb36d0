"""Tasks: what there is to do for animals on each day of their owners, done by evidence or by hand."""

from amigok_chassis.service import Noun
from game.tasks import api, handlers, jobs

noun = Noun(
    routers=[api.router, api.admin],
    consumes={
        "pilot_evidence": [
            handlers.feedings_logged,
            handlers.checkup_done,
            handlers.treatment_given,
            handlers.weighed,
            handlers.detected,
        ],
        "pilot_care": [
            handlers.vaccination_reminded,
            handlers.care_completed,
            handlers.care_cancelled,
            handlers.care_declined,
        ],
    },
    jobs=[jobs.drop_early_evidence],
    tasks=[jobs.make_tasks],
)
