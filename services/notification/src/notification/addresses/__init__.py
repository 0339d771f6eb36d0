"""Addresses: where somebody can be reached outside of the app, sealed, as long as they consent."""

from amigok_chassis.service import Noun
from notification.addresses import handlers
from notification.addresses.models import Contact, StoredAddress
from notification.people.forgetting import forgets, sweeps

noun = Noun(
    consumes={"people": [handlers.contact_changed, forgets(StoredAddress), forgets(Contact)]},
    jobs=[sweeps(StoredAddress), sweeps(Contact)],
)
