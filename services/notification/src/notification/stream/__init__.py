"""The stream: what a user's clients are told while they are connected, as server-sent events."""

from amigok_chassis.service import Noun
from notification.people.forgetting import forgets
from notification.stream import api, jobs, log
from notification.stream.models import Entry, Ticket

noun = Noun(
    routers=[api.router],
    consumes={"people": [forgets(Entry), forgets(Ticket)]},
    jobs=[jobs.forget_entries, jobs.forget_tickets],
    tasks=[log.number_entries],
)
