"""Deletions of accounts: every service is asked what it holds of the person, then the person is forgotten."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from identity.deletions import api, handlers, queries
from identity.deletions.machine import DELETIONS

noun = Noun(
    routers=[api.admin],
    consumes={"deletions": handlers.deletions_checked},
    gauges={STUCK: queries.stuck},
    machines=[DELETIONS],
)
