"""Addresses: where somebody can be reached outside of the app, sealed, as long as they consent."""

from amigok_chassis.service import Noun
from notification.addresses import handlers, jobs

noun = Noun(
    consumes={"people": [handlers.contact_changed, handlers.user_deleted]},
    jobs=[jobs.sweep_addresses, jobs.sweep_contacts],
)
