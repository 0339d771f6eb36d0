"""Payments that a payer's bank takes back, for now or for good."""

from amigok_chassis.service import Noun
from wallet.disputes import handlers
from wallet.disputes.machine import DISPUTES

noun = Noun(
    consumes={"payments": [handlers.dispute_opened, handlers.dispute_won, handlers.dispute_lost]},
    machines=[DISPUTES],
)
