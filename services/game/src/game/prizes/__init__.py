"""Prizes: who has won what, and that each gets it once."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from game.prizes import api, handlers, poller, queries
from game.prizes.invariants import INVARIANTS
from game.prizes.machine import AWARDS
from game.prizes.proposals import KIND

noun = Noun(
    routers=[api.router, api.admin],
    consumes={"money": [handlers.reward_paid]},
    pollers=[poller.give_prize],
    gauges={STUCK: queries.stuck},
    proposals=[KIND],
    machines=[AWARDS],
    invariants=INVARIANTS,
)
