"""Disputes: payments that the payer's bank takes back, for now or for good."""

from amigok_chassis.service import Noun
from payment.disputes import api, queries
from payment.disputes.machine import MACHINE

noun = Noun(routers=[api.admin], gauges={queries.OPEN: queries.count_open}, machines=[MACHINE])
