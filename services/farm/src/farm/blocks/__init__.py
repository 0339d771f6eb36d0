"""What keeps an animal from being sold for now."""

from amigok_chassis.service import Noun
from amigok_contracts import all_events
from farm.blocks import api, handlers, jobs

noun = Noun(
    routers=[api.admin, api.router],
    consumes={"people": [handlers.forget_notes], "sale_blocks": handlers.requested(all_events())},
    jobs=[jobs.end_past_blocks],
    tasks=[jobs.announce_in_farms],
)
