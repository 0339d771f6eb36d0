"""Payouts: approved withdrawals of money, paid out by a provider."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from payment.payouts import api, handlers, jobs, queries
from payment.payouts.machine import MACHINE
from payment.payouts.proposals import SETTLE

noun = Noun(
    routers=[api.router],
    consumes={"wallet": [handlers.withdrawal_approved]},
    pollers=[jobs.poll_payout],
    gauges={STUCK: queries.count_stuck},
    proposals=[SETTLE],
    machines=[MACHINE],
)
