"""Payments for care: what the wallet is asked to hold, take and release."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from care.payments import queries
from care.payments.invariants import INVARIANTS
from care.payments.machine import PAYMENTS

noun = Noun(gauges={STUCK: queries.stuck}, machines=[PAYMENTS], invariants=INVARIANTS)
