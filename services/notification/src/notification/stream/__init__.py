"""The stream: what a user's clients are told while they are connected, as server-sent events."""

from amigok_chassis.service import Noun
from notification.stream import api, handlers, jobs, log

noun = Noun(
    routers=[api.router],
    consumes={"people": [handlers.user_deleted]},
    jobs=[jobs.forget_entries, jobs.forget_tickets],
    tasks=[log.number_entries],
)
