"""The end of a wallet: obstacles to deleting its owner, and money of deleted people."""

from amigok_chassis.service import Noun
from wallet.closing import api, handlers

noun = Noun(
    routers=[api.router],
    consumes={"users": [handlers.user_deletion_requested, handlers.user_deleted]},
)
