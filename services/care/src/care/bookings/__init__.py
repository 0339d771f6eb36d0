"""Visits of veterinarians: free slots, who comes when, and who comes instead of whom."""

from amigok_chassis.service import Noun
from care.bookings import api, handlers, poller

noun = Noun(
    routers=[api.router, api.vet, api.admin],
    consumes={"people": [handlers.replace_former_veterinarian]},
    pollers=[poller.replace_veterinarian],
)
