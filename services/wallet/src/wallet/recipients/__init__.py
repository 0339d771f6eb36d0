"""By what users find each other: digests of addresses and usernames, never these themselves."""

from amigok_chassis.service import Noun
from wallet.recipients import handlers

noun = Noun(consumes={"users": [handlers.user_handles_changed, handlers.user_deleted]})
