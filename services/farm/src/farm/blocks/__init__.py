"""What keeps an animal from being sold for now."""

from amigok_chassis.service import Noun
from farm.blocks import api, handlers, jobs

noun = Noun(
    routers=[api.admin, api.router],
    consumes={"people": [handlers.forget_notes]},
    jobs=[jobs.end_past_blocks],
    tasks=[jobs.announce_in_farms],
)
